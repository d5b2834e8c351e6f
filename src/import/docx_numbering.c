#include "import/docx_numbering.h"

#include "base/arena.h"
#include "import/word_number.h"

#include <glib.h>

enum { LEVELS = 9 };

struct level {
	bool there;
	int start;
	int restart; /* as lvlRestart; -1: after every level above */
	bool legal;  /* all of its numbers in decimal */
	struct nb_str format, text, style;
};

/* A list; several numberings may count on in it. */
struct list {
	struct nb_str id;
	struct nb_str other; /* numStyleLink: the style whose list it is */
	struct level level[LEVELS];
	int count[LEVELS]; /* -1: not begun */
};

struct numbering {
	struct nb_str id;
	struct list *list;
	struct level level[LEVELS]; /* as far as it differs from the list */
	int start[LEVELS];          /* a new start once, or -1 */
};

struct nb_docx_numbering {
	struct nb_arena *arena;
	const struct nb_docx_styles *styles;
	struct list *list;
	struct numbering *numbering;
	uint32_t n_lists, n_numberings;
};

/* w14 formats stand in a choice beside what old programs know. */
static struct nb_str
format_of(const struct nb_markup *lvl)
{
	const struct nb_markup *choice =
	    nb_markup_child(lvl, "mc:AlternateContent");
	struct nb_str format = nb_docx_val(lvl, "numFmt");

	if (format.p == NULL)
		format = nb_docx_val(
		    nb_markup_child(choice, "mc:Fallback"), "numFmt");
	return format.p == NULL ? NB_S("decimal") : format;
}

static bool
is_on(const struct nb_markup *e, const char *child)
{
	const struct nb_str val = nb_docx_val(e, child);

	return nb_markup_child(e, child) != NULL &&
	    !nb_str_eq(val, NB_S("0")) && !nb_str_eq(val, NB_S("false"));
}

static struct level
read_level(const struct nb_markup *lvl)
{
	const int start = nb_docx_number(nb_docx_val(lvl, "start"));

	return (struct level){
		.there = true,
		.start = start < 0 ? 0 : start,
		.restart = nb_docx_number(nb_docx_val(lvl, "lvlRestart")),
		.legal = is_on(lvl, "isLgl"),
		.format = format_of(lvl),
		.text = nb_docx_val(lvl, "lvlText"),
		.style = nb_docx_val(lvl, "pStyle"),
	};
}

/* The number of the level that e is about, or -1. */
static int
level_of(const struct nb_markup *e)
{
	const int i = nb_docx_number(nb_markup_attr(e, "ilvl"));

	return i < LEVELS ? i : -1;
}

static void
read_list(struct list *list, const struct nb_markup *e)
{
	list->id = nb_markup_attr(e, "abstractNumId");
	list->other = nb_docx_val(e, "numStyleLink");
	for (unsigned i = 0; i < LEVELS; i++)
		list->count[i] = -1;
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next)
		if (nb_markup_is(c, "lvl") && level_of(c) >= 0)
			list->level[level_of(c)] = read_level(c);
}

static struct list *
find_list(const struct nb_docx_numbering *n, struct nb_str id)
{
	for (uint32_t i = 0; i < n->n_lists; i++)
		if (nb_str_eq(n->list[i].id, id))
			return &n->list[i];
	return NULL;
}

static struct numbering *
find_numbering(const struct nb_docx_numbering *n, struct nb_str id)
{
	for (uint32_t i = 0; i < n->n_numberings; i++)
		if (nb_str_eq(n->numbering[i].id, id))
			return &n->numbering[i];
	return NULL;
}

static void
read_numbering(const struct nb_docx_numbering *n, struct numbering *to,
    const struct nb_markup *e)
{
	to->id = nb_markup_attr(e, "numId");
	to->list = find_list(n, nb_docx_val(e, "abstractNumId"));
	for (unsigned i = 0; i < LEVELS; i++)
		to->start[i] = -1;
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		const struct nb_markup *lvl = nb_markup_child(c, "lvl");
		const int i = level_of(c);

		if (!nb_markup_is(c, "lvlOverride") || i < 0)
			continue;
		to->start[i] = nb_docx_number(nb_docx_val(c, "startOverride"));
		if (lvl != NULL)
			to->level[i] = read_level(lvl);
	}
}

/* A list may stand for that of a numbering style. */
static void
follow_link(const struct nb_docx_numbering *n, struct numbering *to)
{
	const struct nb_docx_style *style;
	const struct numbering *other;

	if (to->list == NULL || to->list->other.n == 0)
		return;
	style = nb_docx_style(n->styles, to->list->other);
	other = style == NULL || style->props.num.p == NULL
	    ? NULL
	    : find_numbering(n, style->props.num);
	if (other != NULL && other->list != NULL)
		to->list = other->list;
}

struct nb_docx_numbering *
nb_docx_numbering(struct nb_arena *a, const struct nb_markup *numbering,
    const struct nb_docx_styles *styles)
{
	const struct nb_markup *first =
	    numbering == NULL ? NULL : numbering->child;
	struct nb_docx_numbering *n = nb_new(a, struct nb_docx_numbering);
	uint32_t lists = 0, numberings = 0;

	n->arena = a;
	n->styles = styles;
	for (const struct nb_markup *e = first; e != NULL; e = e->next) {
		lists += nb_markup_is(e, "abstractNum");
		numberings += nb_markup_is(e, "num");
	}
	n->list = nb_new_n(a, struct list, lists);
	n->numbering = nb_new_n(a, struct numbering, numberings);
	for (const struct nb_markup *e = first; e != NULL; e = e->next)
		if (nb_markup_is(e, "abstractNum"))
			read_list(&n->list[n->n_lists++], e);
	for (const struct nb_markup *e = first; e != NULL; e = e->next)
		if (nb_markup_is(e, "num"))
			read_numbering(n, &n->numbering[n->n_numberings++], e);
	for (uint32_t i = 0; i < numberings; i++)
		follow_link(n, &n->numbering[i]);
	return n;
}

static const struct level *
level_at(const struct numbering *n, unsigned i)
{
	return n->level[i].there ? &n->level[i] : &n->list->level[i];
}

/* Counts the paragraph and begins the levels below anew. */
static void
count(struct numbering *n, unsigned at)
{
	int *const counts = n->list->count;

	for (unsigned i = 0; i < at; i++)
		if (counts[i] < 0)
			counts[i] = level_at(n, i)->start;
	if (n->start[at] >= 0)
		counts[at] = n->start[at];
	else if (counts[at] < 0)
		counts[at] = level_at(n, at)->start;
	else
		counts[at]++;
	n->start[at] = -1;
	for (unsigned i = at + 1; i < LEVELS; i++) {
		const int restart = level_at(n, i)->restart;

		if (restart < 0 || (int)at < restart)
			counts[i] = -1;
	}
}

/* lvlText: “第%1章”, “%1.%2”. */
static struct nb_str
write_label(struct nb_arena *a, const struct numbering *n, unsigned at)
{
	const struct level *level = level_at(n, at);
	const struct nb_str text = level->text;
	g_autoptr(GString) out = g_string_new(NULL);

	for (size_t i = 0; i < text.n; i++) {
		const bool number = text.p[i] == '%' && i + 1 < text.n &&
		    text.p[i + 1] >= '1' && text.p[i + 1] <= '9';
		unsigned of;
		struct nb_str s;

		if (!number) {
			g_string_append_c(out, text.p[i]);
			continue;
		}
		of = (unsigned)(text.p[++i] - '1');
		s = nb_word_number(a,
		    level->legal ? NB_S("decimal") : level_at(n, of)->format,
		    (unsigned)MAX(n->list->count[of], 0));
		g_string_append_len(out, s.p, (gssize)s.n);
	}
	return nb_arena_str(
	    a, nb_str_trim((struct nb_str){ out->str, out->len }));
}

/* Without a level of its own: the one that is bound to its style, or 0. */
static unsigned
level_for(const struct numbering *n, const struct nb_docx_props *props)
{
	if (props->level >= 0)
		return MIN((unsigned)props->level, LEVELS - 1);
	for (unsigned i = 0; i < LEVELS; i++)
		if (props->num_style.n > 0 &&
		    nb_str_eq(level_at(n, i)->style, props->num_style))
			return i;
	return 0;
}

struct nb_str
nb_docx_numbering_next(
    struct nb_docx_numbering *n, const struct nb_docx_props *props)
{
	struct numbering *numbering =
	    props->num.p == NULL ? NULL : find_numbering(n, props->num);
	unsigned at;

	if (numbering == NULL || numbering->list == NULL)
		return NB_S("");
	at = level_for(numbering, props);
	if (!level_at(numbering, at)->there)
		return NB_S("");
	count(numbering, at);
	if (nb_str_eq(level_at(numbering, at)->format, NB_S("bullet")))
		return NB_S("");
	return write_label(n->arena, numbering, at);
}
