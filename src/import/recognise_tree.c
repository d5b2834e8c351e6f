/*
 * import/recognise_tree.c - headings by their ordinals, and the paragraphs
 * under them.
 *
 * An ordinal is believed when it goes on counting: it is the next of its form
 * in an open branch, the first of a form, or the next of that form in the
 * whole text.  What does not count may still be a heading when it stands on a
 * line of its own, but is a doubt.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/heading.h"
#include "import/series.h"
#include "import/words.h"

#include <glib.h>

enum { CAPTION_MOST = 30 }; /* a title of a table [char] */

struct tree {
	struct nb_recogniser *r;
	struct nb_branch *at;            /* the innermost open branch */
	unsigned last[NB_ORDINAL_FORMS]; /* number of the last heading */
	bool numbered;                   /* some heading has an ordinal */
	bool unnumbered;                 /* one without was told */
	bool odd[NB_ORDINAL_FORMS];      /* one was written oddly, and said */
	struct nb_ordinal listed;        /* of the last line of a list */
	unsigned outer; /* number of the chapter in which “一、” began anew */
	struct {
		enum nb_series kind;
		unsigned next; /* number that goes on with it */
	} series[NB_ORDINAL_FORMS];
};

void
nb_branch_remove(struct nb_branch *b)
{
	struct nb_branch *p = b->parent, *before = p->first;

	if (before == b) {
		p->first = b->next;
	} else {
		while (before->next != b)
			before = before->next;
		before->next = b->next;
	}
	if (p->last == b)
		p->last = before == b ? NULL : before;
	p->n--;
}

static struct nb_branch *
add_branch(struct tree *t, struct nb_branch *parent)
{
	struct nb_branch *b = nb_new(t->r->a, struct nb_branch);

	b->parent = parent;
	if (parent->last != NULL)
		parent->last->next = b;
	else
		parent->first = b;
	parent->last = b;
	parent->n++;
	t->at = b;
	return b;
}

/* Whether b, without an ordinal, stands in a row that counts on with o. */
static bool
is_among(const struct nb_branch *b, const struct nb_ordinal *o)
{
	return b->level > 0 && b->number == 0 && o->n > 1 &&
	    (b->parent->forms & 1u << o->form) != 0;
}

/* The open branch under which such an ordinal stands: that of the outermost
 * one of its form or of one below. */
static struct nb_branch *
parent_of(const struct tree *t, const struct nb_ordinal *o)
{
	struct nb_branch *ret = t->at;

	for (struct nb_branch *b = t->at; b->parent != NULL; b = b->parent)
		if (b->form >= o->form || is_among(b, o))
			ret = b->parent;
	return ret;
}

/* Whether it goes on counting. */
static bool
counts_on(const struct tree *t, const struct nb_ordinal *o)
{
	const struct nb_branch *parent = parent_of(t, o);

	if (o->n > 1 && t->series[o->form].next == o->n)
		return true;
	if (parent->last != NULL && parent->last->form == o->form)
		return o->n == parent->last->number + 1;
	return o->n == 1 || o->n == t->last[o->form] + 1;
}

static const char *
odd_count(const struct tree *t, const struct nb_ordinal *o)
{
	const struct nb_branch *parent = parent_of(t, o);

	if (parent->last != NULL && parent->last->form == o->form &&
	    parent->last->number == o->n)
		return "与上一个序号相同，仍作了标题";
	return "序号与上一个接不上，仍作了标题";
}

static void
say_moved(
    struct tree *t, const struct nb_line *line, const struct nb_heading *h)
{
	struct nb_recogniser *r = t->r;
	const struct nb_str ordinal =
	    nb_str_trim(nb_str_sub(line->text, 0, line->ordinal.len));

	if (ordinal.n > 0)
		nb_recognise_moved(r, line->raw->row, ordinal, "标题的序号");
	if (line->raw->label.n > 0)
		nb_recognise_moved(
		    r, line->raw->row, line->raw->label, "标题的序号");
	if (h->mark.n > 0)
		nb_recognise_moved(
		    r, line->raw->row, h->mark, "标题末尾的标点");
}

static void
add_heading(struct tree *t, const struct nb_line *line,
    const struct nb_ordinal *o, const struct nb_heading *h)
{
	struct nb_branch *b = add_branch(t, parent_of(t, o));
	const uint32_t row = line->raw->row;

	say_moved(t, line, h);
	b->form = o->form;
	b->number = o->n;
	b->level = line->raw->level;
	b->parent->forms |= 1u << o->form;
	b->run_in = h->kind == NB_HEADING_RUN_IN;
	b->colon = h->colon;
	b->s.title = (struct nb_draft_text){ h->title, row };
	if (h->body.n > 0)
		nb_texts_add(t->r->a, &b->s.body,
		    (struct nb_draft_text){ h->body, row });
	t->last[o->form] = o->n;
}

static void
add_paragraph(struct tree *t, const struct nb_line *line)
{
	if (line->raw->label.n > 0)
		nb_recognise_left_out(t->r, line->raw->row, line->raw->label,
		    "ordinal", "段落的自动编号，没有标题可编");
	nb_texts_add(t->r->a, &t->at->s.body,
	    (struct nb_draft_text){ line->text, line->raw->row });
}

/* A later line has the number behind it, in the same form. */
static bool
is_followed(const struct tree *t, const struct nb_line *line)
{
	const struct nb_line *end = t->r->line + t->r->end;
	const struct nb_ordinal *o = &line->ordinal;

	for (const struct nb_line *l = line + 1; l < end; l++)
		if (l->ordinal.form == o->form)
			return l->ordinal.n == o->n + 1 &&
			    l->ordinal.odd == o->odd;
	return false;
}

static bool
is_believed(const struct tree *t, const struct nb_line *line,
    const struct nb_heading *h, bool counts)
{
	const struct nb_ordinal *o = &line->ordinal;

	if (h->kind == NB_HEADING_NONE)
		return false;
	if (counts)
		return !o->odd || h->kind == NB_HEADING_OWN ||
		    t->last[o->form] > 0 || is_followed(t, line);
	return !o->odd && (h->kind == NB_HEADING_OWN || h->doubt == NULL);
}

/* What a person should look at; of a series written alike, the first. */
static void
say_doubts(struct tree *t, const struct nb_line *line,
    const struct nb_heading *h, const char *count)
{
	const struct nb_ordinal *o = &line->ordinal;
	const struct nb_branch *b = t->at, *before = b->parent->first;
	const uint32_t row = line->raw->row;

	while (before != b && before->next != b)
		before = before->next;
	if (count != NULL)
		nb_recognise_doubt(
		    t->r, row, line->text, "ordinal-jump", count);
	else if (o->odd && !t->odd[o->form])
		nb_recognise_doubt(t->r, row, line->text, "ordinal-odd",
		    "序号的写法不全，作了标题");
	t->odd[o->form] |= o->odd;
	if (h->colon && (before == b || !before->colon))
		nb_recognise_doubt(
		    t->r, row, line->text, "heading", "冒号以前作了标题");
	if (h->doubt != NULL)
		nb_recognise_doubt(t->r, row, line->text, "heading", h->doubt);
}

/* “2.…；” or the last behind such a line: “3.…。” */
static bool
goes_on_listing(const struct tree *t, const struct nb_ordinal *o,
    const struct nb_heading *h)
{
	return (h->listed || h->mark.n > 0) && h->kind != NB_HEADING_RUN_IN &&
	    t->listed.form == o->form && t->listed.n + 1 == o->n;
}

static void
add_no_heading(struct tree *t, const struct nb_line *line,
    const struct nb_heading *h, bool counts)
{
	const struct nb_ordinal *o = &line->ordinal;
	const bool listing = goes_on_listing(t, o, h);

	if (!listing && (counts || !o->odd))
		nb_recognise_doubt(t->r, line->raw->row, line->text,
		    "no-heading",
		    h->doubt != NULL ? h->doubt : "有序号而不像标题，作了正文");
	if (h->listed || listing)
		t->listed = *o;
	add_paragraph(t, line);
}

/* What the line and those that its ordinal counts are. */
static enum nb_series
series_of(struct tree *t, const struct nb_line *line)
{
	const struct nb_ordinal *o = &line->ordinal;
	const struct nb_line *end = t->r->line + t->r->end;

	if (o->odd || t->outer > 0)
		return NB_SERIES_MIXED;
	if (o->n == 1 || t->series[o->form].next != o->n) {
		t->series[o->form].kind =
		    nb_series_read(t->r->words, line, end);
		if (t->series[o->form].kind == NB_SERIES_TEXT)
			nb_recognise_doubt(t->r, line->raw->row, line->text,
			    "no-heading",
			    "这一组各段没有标题，连序号照录在正文里");
	}
	t->series[o->form].next = o->n + 1;
	return t->series[o->form].kind;
}

/* A line that an ordinal opens, which counts as *o. */
static void
take_counted(
    struct tree *t, const struct nb_line *line, const struct nb_ordinal *o)
{
	const struct nb_str rest = nb_str_from(line->text, o->len);
	struct nb_heading h =
	    nb_heading_read(t->r->words, rest, line->raw->level > 0);
	const bool counts = counts_on(t, o);
	const char *count = counts ? NULL : odd_count(t, o);
	const enum nb_series series = series_of(t, line);

	if (series == NB_SERIES_TEXT) {
		add_paragraph(t, line);
		return;
	}
	if (h.kind == NB_HEADING_NONE && counts &&
	    series == NB_SERIES_HEADINGS) {
		const struct nb_heading longer =
		    nb_heading_read_long(t->r->words, rest);

		h = longer.kind != NB_HEADING_NONE ? longer : h;
	}
	if (goes_on_listing(t, o, &h) || !is_believed(t, line, &h, counts)) {
		add_no_heading(t, line, &h, counts);
		return;
	}
	t->listed.form = NB_ORDINAL_NONE;
	add_heading(t, line, o, &h);
	t->numbered = true;
	say_doubts(t, line, &h, count);
}

/*
 * “一、主要措施” and right below it “一、加强领导”: two levels are numbered
 * alike. The outer one counts as 第一章.
 */
static bool
is_nested(const struct tree *t, const struct nb_ordinal *o)
{
	const struct nb_branch *b = t->at;

	return o->form == NB_ORDINAL_HAN && o->n == 1 && !o->odd &&
	    b->form == o->form && b->s.body.n == 0 && !b->run_in;
}

/* Does “二、” go on with the chapters outside and not with those inside? */
static bool
is_outer(const struct tree *t, const struct nb_ordinal *o)
{
	return o->form == NB_ORDINAL_HAN && t->outer > 0 &&
	    o->n != t->last[o->form] + 1 && o->n == t->outer + 1;
}

static void
take_ordinal(struct tree *t, const struct nb_line *line)
{
	struct nb_ordinal o = line->ordinal;

	if (is_nested(t, &o)) {
		t->at->form = NB_ORDINAL_CHAPTER;
		t->at->parent->forms |= 1u << NB_ORDINAL_CHAPTER;
		t->outer = t->at->number;
		nb_recognise_doubt(t->r, line->raw->row, line->text,
		    "ordinal-twice", "上下两行都用“一、”，上一行作了上一层");
	} else if (is_outer(t, &o)) {
		t->outer = o.n;
		o.form = NB_ORDINAL_CHAPTER;
		t->last[NB_ORDINAL_CHAPTER] = t->outer - 1;
		t->last[NB_ORDINAL_HAN] = 0;
	}
	take_counted(t, line, &o);
}

/* A heading by its format and without an ordinal: h2 of a page. */
static void
take_level(struct tree *t, const struct nb_line *line)
{
	struct nb_branch *parent = t->at, *b;

	while (parent->parent != NULL &&
	    (parent->level == 0 || parent->level >= line->raw->level))
		parent = parent->parent;
	b = add_branch(t, parent);
	b->level = line->raw->level;
	b->s.title = (struct nb_draft_text){ line->text, line->raw->row };
	if (t->numbered || !t->unnumbered)
		nb_recognise_doubt(t->r, line->raw->row, line->text,
		    "no-ordinal",
		    t->numbered ? "没有序号，照原来的格式作了标题"
				: "标题没有序号，照原来的格式分了层，"
				  "以下相同的不再列出");
	t->unnumbered = true;
}

/* A table without a place of its own, as lines of text. */
static void
add_rows(struct tree *t, const struct nb_draft_table *table, uint32_t row)
{
	for (uint32_t i = 0; i < table->n; i++) {
		g_autoptr(GString) s = g_string_new(NULL);

		for (uint32_t k = 0; k < table->row[i].n; k++) {
			const struct nb_str cell = table->row[i].cell[k].text;

			g_string_append(s, k > 0 ? " | " : "");
			g_string_append_len(s, cell.p, (gssize)cell.n);
		}
		nb_texts_add(t->r->a, &t->at->s.body,
		    (struct nb_draft_text){
			nb_arena_str(
			    t->r->a, (struct nb_str){ s->str, s->len }),
			row });
	}
	nb_recognise_doubt(t->r, row, NB_S(""), "table",
	    "这里已有一个表格，又一个照文字留下了");
}

/* “表1　行政执法情况”, or a few words in the centre above a table. */
static bool
is_caption(const struct nb_line *line)
{
	static const char *const mark[] = { "。", "，", "；", "：", NULL };
	size_t at = 0;

	return line->raw->table == NULL && nb_word_in(mark, line->plain) == 0 &&
	    nb_str_chars(line->text) <= CAPTION_MOST &&
	    (line->raw->align == NB_RAW_CENTRE ||
		(nb_str_skip(line->plain, &at, NB_S("表")) &&
		    at < line->plain.n &&
		    nb_is_digit((unsigned char)line->plain.p[at])));
}

/* The paragraph above the table at line i becomes its title. */
static void
take_caption(struct tree *t, struct nb_draft_table *table, uint32_t i)
{
	struct nb_draft_texts *body = &t->at->s.body;

	if (body->n == 0 || i == t->r->begin ||
	    !is_caption(&t->r->line[i - 1]) ||
	    !nb_str_eq(body->text[body->n - 1].text, t->r->line[i - 1].text))
		return;
	table->title = body->text[--body->n];
}

/* How many lines a table at line i takes, or 0. */
static uint32_t
take_table(struct tree *t, uint32_t i)
{
	struct nb_recogniser *r = t->r;
	uint32_t n = 0;
	struct nb_draft_table *table = nb_recognise_table(r, i, &n);
	struct nb_draft_tasks *tasks = NULL;

	if (table == NULL)
		return 0;
	if (r->draft->tasks == NULL)
		tasks = nb_recognise_tasks(r, table, NB_S(""));
	if (tasks != NULL)
		r->draft->tasks = tasks;
	else if (t->at->parent != NULL && t->at->s.table == NULL) {
		take_caption(t, table, i);
		t->at->s.table = table;
	} else
		add_rows(t, table, r->line[i].raw->row);
	return n;
}

void
nb_recognise_tree(struct nb_recogniser *r)
{
	struct tree t = { .r = r };
	uint32_t i = r->begin;

	r->root = nb_new(r->a, struct nb_branch);
	t.at = r->root;
	while (i < r->end) {
		const struct nb_line *line = &r->line[i];
		const uint32_t n = take_table(&t, i);

		if (n == 0 && line->ordinal.form != NB_ORDINAL_NONE)
			take_ordinal(&t, line);
		else if (n == 0 && line->raw->level > 0)
			take_level(&t, line);
		else if (n == 0)
			add_paragraph(&t, line);
		i += n == 0 ? 1 : n;
	}
}
