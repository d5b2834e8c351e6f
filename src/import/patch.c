/*
 * import/patch.c - edits of a line, carried back to where it was read.
 */
#include "import/patch.h"

#include "base/arena.h"
#include "import/log.h"

#include <glib.h>

struct edit {
	size_t begin, end; /* in text [byte] */
	struct nb_str now;
};

struct doubt {
	uint32_t begin, end; /* in was [char] */
	const struct nb_repair_rule *rule;
};

static uint32_t
origin_of(const struct nb_patch *p, size_t at)
{
	return g_array_index(p->origin, uint32_t, at);
}

static const struct nb_repair_rule **
rule_of(const struct nb_patch *p, uint32_t i)
{
	return &g_array_index(p->rule, const struct nb_repair_rule *, i);
}

static void
put_origin(GArray *origin, uint32_t from, size_t n)
{
	for (size_t i = 0; i < n; i++)
		g_array_append_val(origin, from);
}

void
nb_patch_init(struct nb_patch *p, struct nb_str line)
{
	uint32_t n = 0;

	*p = (struct nb_patch){
		.was = line,
		.text = g_string_new_len(line.p, (gssize)line.n),
		.origin = g_array_sized_new(
		    FALSE, FALSE, sizeof(uint32_t), (guint)line.n),
		.rule = g_array_new(
		    FALSE, TRUE, sizeof(const struct nb_repair_rule *)),
		.edit = g_array_new(FALSE, FALSE, sizeof(struct edit)),
		.doubt = g_array_new(FALSE, FALSE, sizeof(struct doubt)),
	};
	for (size_t at = 0, begin; at < line.n; n++) {
		begin = at;
		nb_utf8_next(line, &at);
		put_origin(p->origin, n, at - begin);
	}
	g_array_set_size(p->rule, n);
}

void
nb_patch_clear(struct nb_patch *p)
{
	g_string_free(p->text, TRUE);
	g_array_unref(p->origin);
	g_array_unref(p->rule);
	g_array_unref(p->edit);
	g_array_unref(p->doubt);
}

struct nb_str
nb_patch_text(const struct nb_patch *p)
{
	return (struct nb_str){ p->text->str, p->text->len };
}

void
nb_patch_edit(struct nb_patch *p, size_t begin, size_t end, struct nb_str now,
    const struct nb_repair_rule *rule)
{
	const struct edit e = { begin, end, now };

	nb_assert(begin < end && end <= p->text->len);
	g_array_append_val(p->edit, e);
	for (size_t at = begin; at < end; at++)
		*rule_of(p, origin_of(p, at)) = rule;
}

void
nb_patch_doubt(struct nb_patch *p, size_t begin, size_t end,
    const struct nb_repair_rule *rule)
{
	const struct doubt d = { origin_of(p, begin), origin_of(p, end - 1) + 1,
		rule };

	g_array_append_val(p->doubt, d);
}

/* Character by character when there are as many as before. */
static void
put_edit(const struct nb_patch *p, const struct edit *e, GString *text,
    GArray *origin)
{
	const struct nb_str was =
	    nb_str_sub(nb_patch_text(p), e->begin, e->end - e->begin);
	const bool aligned = nb_str_chars(was) == nb_str_chars(e->now);

	for (size_t at = 0, from = 0, begin; at < e->now.n;) {
		begin = at;
		nb_utf8_next(e->now, &at);
		put_origin(origin, origin_of(p, e->begin + from), at - begin);
		if (aligned)
			nb_utf8_next(was, &from);
	}
	g_string_append_len(text, e->now.p, (gssize)e->now.n);
}

static void
put_same(const struct nb_patch *p, size_t begin, size_t end, GString *text,
    GArray *origin)
{
	g_string_append_len(text, p->text->str + begin, (gssize)(end - begin));
	if (end > begin)
		g_array_append_vals(origin,
		    &g_array_index(p->origin, uint32_t, begin),
		    (guint)(end - begin));
}

void
nb_patch_apply(struct nb_patch *p)
{
	GString *text;
	GArray *origin;
	size_t at = 0;

	if (p->edit->len == 0)
		return;
	text = g_string_sized_new(p->text->len + 16);
	origin = g_array_sized_new(
	    FALSE, FALSE, sizeof(uint32_t), p->origin->len + 16);
	for (guint i = 0; i < p->edit->len; i++) {
		const struct edit *e = &g_array_index(p->edit, struct edit, i);

		nb_assert(e->begin >= at);
		put_same(p, at, e->begin, text, origin);
		put_edit(p, e, text, origin);
		at = e->end;
	}
	put_same(p, at, p->text->len, text, origin);
	g_string_free(p->text, TRUE);
	g_array_unref(p->origin);
	g_array_set_size(p->edit, 0);
	p->text = text;
	p->origin = origin;
}

/* Walks over the characters of was, and over what became of them. */
struct walk {
	const struct nb_patch *p;
	uint32_t i;      /* [char] of was */
	size_t at, then; /* in was, in text [byte] */
};

/* What the next character was and is. */
static void
step(struct walk *w, struct nb_str *was, struct nb_str *now)
{
	const struct nb_str text = nb_patch_text(w->p);
	const size_t at = w->at, then = w->then;

	nb_utf8_next(w->p->was, &w->at);
	while (w->then < text.n && origin_of(w->p, w->then) == w->i)
		w->then++;
	*was = nb_str_sub(w->p->was, at, w->at - at);
	*now = nb_str_sub(text, then, w->then - then);
	w->i++;
}

static void
tell_repairs(const struct nb_patch *p, uint32_t row, struct nb_import_log *log)
{
	struct nb_log_entry e = { .what = NB_LOG_REPAIRED, .row = row };
	const struct nb_repair_rule *rule = NULL;
	struct walk w = { .p = p };

	while (w.at < p->was.n) {
		const uint32_t i = w.i;
		struct nb_str was, now;

		step(&w, &was, &now);
		if (rule != NULL &&
		    (*rule_of(p, i) != rule || nb_str_eq(was, now))) {
			nb_log_add(log, e);
			rule = NULL;
		}
		if (nb_str_eq(was, now))
			continue;
		if (rule != NULL) {
			e.was.n += was.n;
			e.now.n += now.n;
			continue;
		}
		rule = *rule_of(p, i);
		e.at = i;
		e.was = was;
		e.now = now;
		e.rule = rule->name;
		e.why = rule->why;
	}
	if (rule != NULL)
		nb_log_add(log, e);
}

/* A place in was that moves on; it starts anew for one that lies before. */
struct cursor {
	uint32_t i; /* [char] */
	size_t at;  /* [byte] */
};

static size_t
find_char(struct nb_str s, struct cursor *c, uint32_t i)
{
	if (i < c->i)
		*c = (struct cursor){ 0 };
	for (; c->i < i; c->i++)
		nb_utf8_next(s, &c->at);
	return c->at;
}

static void
tell_doubts(const struct nb_patch *p, uint32_t row, struct nb_import_log *log)
{
	struct cursor cursor = { 0 };

	for (guint i = 0; i < p->doubt->len; i++) {
		const struct doubt *d =
		    &g_array_index(p->doubt, struct doubt, i);
		const size_t begin = find_char(p->was, &cursor, d->begin);
		const size_t end = find_char(p->was, &cursor, d->end);

		nb_log_add(log,
		    (struct nb_log_entry){
			.what = NB_LOG_DOUBT,
			.row = row,
			.at = d->begin,
			.was = nb_str_sub(p->was, begin, end - begin),
			.rule = d->rule->name,
			.why = d->rule->why,
		    });
	}
}

struct nb_str
nb_patch_finish(struct nb_patch *p, struct nb_arena *a, uint32_t row,
    struct nb_import_log *log)
{
	const uint32_t first = log->n;
	struct nb_str text;

	tell_repairs(p, row, log);
	for (uint32_t i = first; i < log->n; i++)
		log->entry[i].now = nb_arena_str(a, log->entry[i].now);
	tell_doubts(p, row, log);
	text = nb_str_trim(nb_patch_text(p));
	return nb_str_eq(text, nb_str_trim(p->was)) ? nb_str_trim(p->was)
						    : nb_arena_str(a, text);
}
