#include "diag/diag.h"

#include "base/arena.h"
#include "diag/message.h"
#include "diag/said.h"

#include <glib.h>
#include <string.h>

/* What a sink has of one code. */
struct nb_diags_tally {
	const struct nb_code *code;
	unsigned n_listed;
	unsigned n_rest[NB_ERROR + 1]; /* not listed, by severity */
	struct nb_diag *rest; /* stands for the findings not listed, or NULL */
	struct nb_diags_tally *next;
};

void
nb_diags_init(struct nb_diags *d, struct nb_arena *a)
{
	*d = (struct nb_diags){ .arena = a, .each = NB_DIAGS_EACH };
	d->tail = &d->first;
}

void
nb_diags_init_like(struct nb_diags *d, const struct nb_diags *like)
{
	const unsigned each = like->each;

	nb_diags_init(d, like->arena);
	d->each = each;
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

/* More findings of a code whose list is full; the first stands at span. */
static void
add_rest(struct nb_diags *d, struct nb_diags_tally *t, struct nb_span span)
{
	if (t->rest != NULL)
		return;
	t->rest = nb_new(d->arena, struct nb_diag);
	t->rest->code = t->code;
	t->rest->severity = t->code->severity;
	t->rest->span = span;
	t->rest->hint = NB_S("先改好列出的，再查一遍");
	append(d, t->rest);
}

struct nb_diag *
nb_diag_add(struct nb_diags *d, const struct nb_code *code, struct nb_span span,
    const char *fmt, ...)
{
	struct nb_diag *g;
	va_list ap;

	va_start(ap, fmt);
	g = nb_diag_add_v(d, code, span, fmt, ap);
	va_end(ap);
	return g;
}

struct nb_diag *
nb_diag_add_v(struct nb_diags *d, const struct nb_code *code,
    struct nb_span span, const char *fmt, va_list ap)
{
	struct nb_diags_tally *t = tally_of(d, code);
	struct nb_diag *g = &d->unlisted;

	d->n[code->severity]++;
	if (t->n_listed >= d->each) {
		add_rest(d, t, span);
		t->n_rest[code->severity]++;
		*g = (struct nb_diag){ .code = code,
			.severity = code->severity };
		return g;
	}
	t->n_listed++;
	g = nb_new(d->arena, struct nb_diag);
	g->message = nb_message(d->arena, fmt, ap);
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
	d->n[severity]++;
	if (g == &d->unlisted) {
		struct nb_diags_tally *t = tally_of(d, g->code);

		t->n_rest[g->severity]--;
		t->n_rest[severity]++;
	}
	g->severity = severity;
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

/* One finding of another sink, which has it in the tally was. */
static void
take_over(
    struct nb_diags *to, struct nb_diag *g, const struct nb_diags_tally *was)
{
	struct nb_diags_tally *t = tally_of(to, g->code);

	if (g == was->rest) {
		add_rest(to, t, g->span);
		for (size_t i = 0; i < NB_COUNT(t->n_rest); i++)
			t->n_rest[i] += was->n_rest[i];
	} else if (t->n_listed >= to->each) {
		add_rest(to, t, g->span);
		t->n_rest[g->severity]++;
	} else {
		t->n_listed++;
		append(to, g);
	}
}

void
nb_diags_move(struct nb_diags *to, struct nb_diags *from)
{
	struct nb_diag *g = from->first, *next;

	for (; g != NULL; g = next) {
		next = (struct nb_diag *)g->next;
		take_over(to, g, tally_of(from, g->code));
	}
	nb_diags_count(to, from);
	nb_diags_init_like(from, from);
}

bool
nb_diags_is_rest(const struct nb_diags *d, const struct nb_diag *g)
{
	for (const struct nb_diags_tally *t = d->tally; t != NULL; t = t->next)
		if (t->rest == g)
			return true;
	return false;
}

/* A finding that nobody wants is no longer counted. */
static void
uncount(struct nb_diags *d, const struct nb_diag *g)
{
	struct nb_diags_tally *t = tally_of(d, g->code);

	if (g != t->rest) {
		t->n_listed--;
		d->n[g->severity]--;
		return;
	}
	for (size_t i = 0; i < NB_COUNT(t->n_rest); i++) {
		d->n[i] -= t->n_rest[i];
		t->n_rest[i] = 0;
	}
	t->rest = NULL;
}

void
nb_diags_drop(struct nb_diags *d, nb_diag_test *unwanted, void *to)
{
	struct nb_diag *g = d->first, *next;

	d->first = NULL;
	d->tail = &d->first;
	for (; g != NULL; g = next) {
		next = (struct nb_diag *)g->next;
		if (unwanted(to, g))
			uncount(d, g);
		else
			append(d, g);
	}
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
		order = nb_diag_is_whole(b) - nb_diag_is_whole(a);
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

/* Says how many there are, as grave as the gravest of them. */
static void
name_rest(struct nb_diags *d)
{
	for (const struct nb_diags_tally *t = d->tally; t != NULL;
	     t = t->next) {
		unsigned n = 0;

		if (t->rest == NULL)
			continue;
		for (size_t i = 0; i < NB_COUNT(t->n_rest); i++) {
			if (t->n_rest[i] > 0)
				t->rest->severity = (enum nb_severity)i;
			n += t->n_rest[i];
		}
		t->rest->message = nb_arena_printf(
		    d->arena, "从这里起还有 %u 处同样的问题，没有一一列出", n);
	}
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

static const struct {
	const char *name, *word;
} severities[] = {
	[NB_NOTE] = { "note", "提示" },
	[NB_WARNING] = { "warning", "警告" },
	[NB_ERROR] = { "error", "错误" },
};

const char *
nb_severity_name(enum nb_severity severity)
{
	return severities[severity].name;
}

const char *
nb_severity_word(enum nb_severity severity)
{
	return severities[severity].word;
}

bool
nb_severity_find(const char *word, enum nb_severity *ret)
{
	for (size_t i = 0; i < NB_COUNT(severities); i++) {
		*ret = (enum nb_severity)i;
		if (strcmp(severities[i].name, word) == 0 ||
		    strcmp(severities[i].word, word) == 0)
			return true;
	}
	return false;
}

bool
nb_diag_is_whole(const struct nb_diag *g)
{
	return g->span.text == NULL || (g->span.begin == 0 && g->span.end == 0);
}

struct nb_str
nb_diag_help(const struct nb_diag *g)
{
	return g->hint.n > 0 ? g->hint : nb_str_z(g->code->help);
}
