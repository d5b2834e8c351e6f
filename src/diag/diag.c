#include "diag/diag.h"

#include "base/arena.h"

#include <glib.h>
#include <stdarg.h>
#include <string.h>

/* What a sink has of one code. */
struct nb_diags_tally {
	const struct nb_code *code;
	unsigned n_listed, n_rest;
	struct nb_diag *rest; /* stands for the findings not listed, or NULL */
	struct nb_diags_tally *next;
};

void
nb_diags_init(struct nb_diags *d, struct nb_arena *a)
{
	*d = (struct nb_diags){ .arena = a };
	d->tail = &d->first;
}

static struct nb_diags_tally *
tally_of(struct nb_diags *d, const struct nb_code *code)
{
	struct nb_diags_tally *t = d->tally;

	while (t != NULL && t->code != code)
		t = t->next;
	if (t == NULL) {
		t = nb_new(d->arena, struct nb_diags_tally);
		t->code = code;
		t->next = d->tally;
		d->tally = t;
	}
	return t;
}

static void
append(struct nb_diags *d, struct nb_diag *g)
{
	g->next = NULL;
	*d->tail = g;
	d->tail = (struct nb_diag **)&g->next;
}

/* n more findings of a code whose list is full; the first stands at span. */
static void
add_rest(struct nb_diags *d, struct nb_diags_tally *t, struct nb_span span,
    unsigned n)
{
	if (t->rest == NULL) {
		t->rest = nb_new(d->arena, struct nb_diag);
		t->rest->code = t->code;
		t->rest->severity = t->code->severity;
		t->rest->span = span;
		t->rest->hint = NB_S("先改好列出的，再查一遍");
		append(d, t->rest);
	}
	t->n_rest += n;
}

static NB_PRINTF(2, 0) struct nb_str
    format(struct nb_arena *a, const char *fmt, va_list ap)
{
	g_autofree char *z = g_strdup_vprintf(fmt, ap);

	return nb_arena_str(a, nb_str_z(z));
}

struct nb_diag *
nb_diag_add(struct nb_diags *d, const struct nb_code *code, struct nb_span span,
    const char *fmt, ...)
{
	struct nb_diags_tally *t = tally_of(d, code);
	struct nb_diag *g = &d->unlisted;
	va_list ap;

	d->n[code->severity]++;
	if (t->n_listed == NB_DIAGS_EACH) {
		add_rest(d, t, span, 1);
		*g = (struct nb_diag){ .severity = code->severity };
		return g;
	}
	t->n_listed++;
	g = nb_new(d->arena, struct nb_diag);
	va_start(ap, fmt);
	g->message = format(d->arena, fmt, ap);
	va_end(ap);
	g->code = code;
	g->severity = code->severity;
	g->span = span;
	append(d, g);
	return g;
}

void
nb_diag_set_severity(
    struct nb_diags *d, struct nb_diag *g, enum nb_severity severity)
{
	d->n[g->severity]--;
	g->severity = severity;
	d->n[g->severity]++;
}

void
nb_diag_add_edit(struct nb_diags *d, struct nb_diag *g, struct nb_span span,
    struct nb_str text)
{
	struct nb_diag_edit *e;

	if (g == &d->unlisted)
		return;
	e = nb_new(d->arena, struct nb_diag_edit);
	*e = (struct nb_diag_edit){ span, text, g->edit };
	g->edit = e;
}

void
nb_diags_move(struct nb_diags *to, struct nb_diags *from)
{
	struct nb_diag *g = from->first, *next;

	for (; g != NULL; g = next) {
		struct nb_diags_tally *t = tally_of(to, g->code);
		const struct nb_diags_tally *was = tally_of(from, g->code);

		next = (struct nb_diag *)g->next;
		if (g == was->rest) {
			add_rest(to, t, g->span, was->n_rest);
		} else if (t->n_listed == NB_DIAGS_EACH) {
			add_rest(to, t, g->span, 1);
		} else {
			t->n_listed++;
			append(to, g);
		}
	}
	for (size_t i = 0; i < NB_COUNT(to->n); i++)
		to->n[i] += from->n[i];
	nb_diags_init(from, from->arena);
}

/* A finding and when it was found. */
struct order {
	struct nb_diag *diag;
	unsigned i;
};

static int
compare_places(const struct nb_diag *a, const struct nb_diag *b)
{
	struct nb_str fa = a->span.text ? a->span.text->name : NB_S("");
	struct nb_str fb = b->span.text ? b->span.text->name : NB_S("");
	int order = nb_str_cmp(fa, fb);

	if (order == 0)
		order = (a->span.begin > b->span.begin) -
		    (a->span.begin < b->span.begin);
	if (order == 0)
		order = strcmp(a->code->id, b->code->id);
	return order;
}

static int
compare(const void *pa, const void *pb)
{
	const struct order *a = pa, *b = pb;
	const int order = compare_places(a->diag, b->diag);

	return order != 0 ? order : (a->i > b->i) - (a->i < b->i);
}

/* Has one of order[0, n) at the same place the same message as the next? */
static bool
is_repeated(const struct order *order, size_t n)
{
	const struct nb_diag *g = order[n].diag;

	while (n-- > 0 && compare_places(order[n].diag, g) == 0)
		if (nb_str_eq(order[n].diag->message, g->message))
			return true;
	return false;
}

static void
name_rest(struct nb_diags *d)
{
	for (const struct nb_diags_tally *t = d->tally; t != NULL; t = t->next)
		if (t->rest != NULL)
			t->rest->message = nb_arena_printf(d->arena,
			    "从这里起还有 %u 处同样的问题，没有一一列出",
			    t->n_rest);
}

void
nb_diags_sort(struct nb_diags *d)
{
	g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct order));
	const struct order *order;

	name_rest(d);
	for (struct nb_diag *g = d->first; g != NULL;
	     g = (struct nb_diag *)g->next) {
		const struct order one = { g, all->len };

		g_array_append_val(all, one);
	}
	g_array_sort(all, compare);
	order = (const struct order *)(const void *)all->data;
	d->first = NULL;
	d->tail = &d->first;
	for (guint i = 0; i < all->len; i++) {
		if (is_repeated(order, i))
			d->n[order[i].diag->severity]--;
		else
			append(d, order[i].diag);
	}
}

const char *
nb_severity_name(enum nb_severity severity)
{
	static const char *const name[] = { "note", "warning", "error" };

	return name[severity];
}

const char *
nb_severity_word(enum nb_severity severity)
{
	static const char *const word[] = { "提示", "警告", "错误" };

	return word[severity];
}
