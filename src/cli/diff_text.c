/*
 * What has changed, for a reader: under the heading of each chapter a line a
 * change.
 */
#include "base/arena.h"
#include "cli/diff_telling.h"
#include "diag/render.h"

static void
write_heading(struct nb_telling *t, struct nb_str *last, struct nb_str title,
    const char *open, const char *close)
{
	if (nb_str_eq(*last, title))
		return;
	*last = title;
	g_string_append_printf(t->out, "%s%s" NB_FMT "%s%s\n",
	    t->look->colour ? "\033[1m" : "", open,
	    NB_ARG(nb_telling_clean(t, title)), close,
	    t->look->colour ? "\033[0m" : "");
}

/* “四、规范执法，原“三、”” where its number is another. */
static struct nb_str
heading_title(struct nb_telling *t, const struct nb_diff_side *s, uint32_t row)
{
	const struct nb_str title = nb_diff_title(t->arena, &s->row[row]);
	const uint32_t was = s == &t->d->now ? s->pair[row] : NB_DIFF_NONE;
	struct nb_str mark;

	if (was == NB_DIFF_NONE)
		return title;
	mark = t->d->old.row[was].mark;
	if (mark.n == 0 || nb_str_eq(mark, s->row[row].mark))
		return title;
	return nb_arena_printf(
	    t->arena, NB_FMT "，原“" NB_FMT "”", NB_ARG(title), NB_ARG(mark));
}

/* Whether the change is the heading's own coming or going. */
static bool
is_own(const struct nb_diff_change *c, uint32_t heading)
{
	return (c->old == NB_DIFF_NONE && c->now == heading) ||
	    (c->now == NB_DIFF_NONE && c->old == heading);
}

/* The innermost heading over a row, or itself. */
static uint32_t
heading_of(const struct nb_diff_side *s, uint32_t row)
{
	while (s->row[row].kind != NB_DIFF_HEADING &&
	    s->row[row].kind != NB_DIFF_TASK_GROUP &&
	    s->row[row].over != NB_DIFF_NONE)
		row = s->row[row].over;
	return row;
}

static void
write_part(struct nb_telling *t, const struct nb_diff_side *s, uint32_t part)
{
	if (s == &t->d->old && s->pair[part] != NB_DIFF_NONE) {
		part = s->pair[part];
		s = &t->d->now;
	}
	if (!nb_str_eq(t->part, heading_title(t, s, part)))
		t->item = NB_S("");
	write_heading(t, &t->part, heading_title(t, s, part),
	    t->part.n > 0 ? "\n【" : "【", "】");
}

/* The chapter that a change is told under, and the item. */
static void
write_headings(struct nb_telling *t, const struct nb_diff_change *c)
{
	const bool old = c->now == NB_DIFF_NONE;
	const struct nb_diff_side *s = old ? &t->d->old : &t->d->now;
	uint32_t item = heading_of(s, old ? c->old : c->now);
	const bool own = is_own(c, item);

	if (old && s->pair[item] != NB_DIFF_NONE) {
		item = s->pair[item];
		s = &t->d->now;
	}
	write_part(t, s, nb_diff_part(s, item));
	if (s->row[item].over == NB_DIFF_NONE)
		t->item = NB_S("");
	else if (own)
		t->item = heading_title(t, s, item);
	else
		write_heading(t, &t->item, heading_title(t, s, item), "  ", "");
}

/* 公文要素 are one row, each a place of its own. */
static void
count_changed(struct nb_telling *t, const struct nb_diff_change *c)
{
	if (t->d->now.row[c->now].kind != NB_DIFF_METADATA) {
		t->n_changed++;
		return;
	}
	for (uint32_t i = 0; i < c->n; i++) {
		const char sign = nb_telling_sign(&c->text[i]);

		t->n_changed += sign == '~';
		t->n_inserted += sign == '+';
		t->n_deleted += sign == '-';
	}
}

static void
write_pair(struct nb_telling *t, const struct nb_diff_change *c)
{
	/* What moved with its heading is told there. */
	const bool moved = c->moved && !nb_diff_is_moved_along(t->d, c->old);
	const bool changed = c->n > 0 && !c->script;

	t->n_moved += moved;
	t->n_script += c->script;
	if (changed)
		count_changed(t, c);
	if (moved || changed)
		write_headings(t, c);
	if (moved)
		nb_telling_moved(t, c);
	if (changed)
		nb_telling_changed(t, c);
}

static void
write_change(struct nb_telling *t, const struct nb_diff_change *c)
{
	if (c->old != NB_DIFF_NONE && c->now != NB_DIFF_NONE) {
		write_pair(t, c);
		return;
	}
	t->n_inserted += c->old == NB_DIFF_NONE;
	t->n_deleted += c->now == NB_DIFF_NONE;
	write_headings(t, c);
	nb_telling_whole(t, c);
}

/* The changes of figures that 指标 tells, as “5次 → 6次”. */
static void
note_figures(struct nb_telling *t)
{
	for (uint32_t i = 0; i < t->d->n; i++) {
		const struct nb_diff_change *c = &t->d->change[i];

		if (c->now == NB_DIFF_NONE ||
		    t->d->now.row[c->now].kind != NB_DIFF_INDICATOR)
			continue;
		for (uint32_t k = 0; k < c->n; k++)
			g_hash_table_add(t->figure,
			    g_strdup_printf(NB_FMT " → " NB_FMT,
				NB_ARG(c->text[k].old),
				NB_ARG(c->text[k].now)));
	}
}

static void
write_summary(struct nb_telling *t)
{
	const struct {
		const char *word;
		unsigned n;
	} part[] = { { "改动", t->n_changed }, { "新增", t->n_inserted },
		{ "删去", t->n_deleted }, { "移动", t->n_moved } };
	const char *between = "";

	g_string_append(t->out, "\n");
	for (size_t i = 0; i < NB_COUNT(part); i++) {
		if (part[i].n == 0)
			continue;
		g_string_append_printf(
		    t->out, "%s%s%u处", between, part[i].word, part[i].n);
		between = "，";
	}
	if (t->n_script > 0)
		g_string_append_printf(
		    t->out, "%s另有%u处只是字形不同", between, t->n_script);
	g_string_append_c(t->out, '\n');
}

static void
write_names(struct nb_telling *t)
{
	const struct nb_str old = t->d->old.report->source->name;
	const struct nb_str now = t->d->now.report->source->name;

	g_string_append(t->out, "- ");
	nb_render_text(t->out, old);
	g_string_append(t->out, "\n+ ");
	nb_render_text(t->out, now);
	g_string_append(t->out, "\n\n");
}

void
nb_diff_show_text(GString *out, struct nb_arena *a, const struct nb_diff *d,
    const struct nb_diff_look *look)
{
	struct nb_telling t = {
		.out = out,
		.arena = a,
		.d = d,
		.look = look,
		.figure = g_hash_table_new_full(
		    g_str_hash, g_str_equal, g_free, NULL),
	};

	if (d->n > 0) {
		note_figures(&t);
		write_names(&t);
		for (uint32_t i = 0; i < d->n; i++)
			write_change(&t, &d->change[i]);
		write_summary(&t);
	}
	g_hash_table_destroy(t.figure);
}
