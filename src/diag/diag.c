#include "diag/diag.h"

#include "base/arena.h"

#include <glib.h>
#include <stdarg.h>
#include <string.h>

void
nb_diags_init(struct nb_diags *d, struct nb_arena *a)
{
	*d = (struct nb_diags){ .arena = a };
	d->tail = &d->first;
}

static struct nb_str
format(struct nb_arena *a, const char *fmt, va_list ap)
{
	g_autofree char *z = g_strdup_vprintf(fmt, ap);

	return nb_arena_str(a, nb_str_z(z));
}

struct nb_diag *
nb_diag_add(struct nb_diags *d, const struct nb_code *code, struct nb_span span,
    const char *fmt, ...)
{
	struct nb_diag *g = nb_new(d->arena, struct nb_diag);
	va_list ap;

	va_start(ap, fmt);
	g->message = format(d->arena, fmt, ap);
	va_end(ap);
	g->code = code;
	g->severity = code->severity;
	g->span = span;
	d->n[g->severity]++;
	*d->tail = g;
	d->tail = (struct nb_diag **)&g->next;
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

static int
compare(const void *pa, const void *pb)
{
	const struct nb_diag *a = *(const struct nb_diag *const *)pa;
	const struct nb_diag *b = *(const struct nb_diag *const *)pb;
	struct nb_str fa = a->span.text ? a->span.text->name : NB_S("");
	struct nb_str fb = b->span.text ? b->span.text->name : NB_S("");
	int order = nb_str_cmp(fa, fb);

	if (order == 0)
		order = (a->span.begin > b->span.begin) -
		    (a->span.begin < b->span.begin);
	if (order == 0)
		order = strcmp(a->code->id, b->code->id);
	if (order == 0)
		order = nb_str_cmp(a->message, b->message);
	return order;
}

void
nb_diags_sort(struct nb_diags *d)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	const struct nb_diag *g;

	for (g = d->first; g != NULL; g = g->next)
		g_ptr_array_add(all, (void *)g);
	if (all->len > 1)
		qsort(all->pdata, all->len, sizeof(void *), compare);
	nb_diags_init(d, d->arena);
	for (guint i = 0; i < all->len; i++) {
		struct nb_diag *one = all->pdata[i];

		if (i > 0 && compare(&all->pdata[i - 1], &all->pdata[i]) == 0)
			continue;
		one->next = NULL;
		*d->tail = one;
		d->tail = (struct nb_diag **)&one->next;
		d->n[one->severity]++;
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
