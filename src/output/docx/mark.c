/*
 * 发文机关标志: set as on the pages, and its look taken from there.
 */
#include "layout/head.h"

#include "base/arena.h"
#include "output/docx/head.h"

/* A line of it; places are relative to each other. */
struct line {
	struct nb_str text;
	nb_len x, y, w;
	uint32_t paragraph;
	struct nb_ooxml_face face;
};

struct lines {
	struct line *line;
	uint32_t n;
};

/* How large, narrow and far apart the characters of a name are set. */
static struct nb_ooxml_face
face_of(const struct nb_ooxml *x, const struct nb_item *it)
{
	struct nb_ooxml_face face =
	    nb_ooxml_face_of(&x->names, &x->t->head.mark);
	const int narrow = it->run.narrow != 0 ? it->run.narrow : 1000;

	face.size = it->run.size;
	face.narrow = it->run.narrow;
	face.rgb = x->t->red;
	if (it->run.n > 1)
		face.spread = it->run.glyph[1].x - it->run.glyph[0].x -
		    (nb_len)((int64_t)face.size * narrow / 1000);
	return face;
}

static void
add_item(const struct nb_ooxml *x, struct lines *to, const struct nb_item *it)
{
	struct line *last = to->n > 0 ? &to->line[to->n - 1] : NULL;

	if (last != NULL && last->paragraph == it->paragraph) {
		last->text = nb_arena_printf(x->arena, NB_FMT NB_FMT,
		    NB_ARG(last->text), NB_ARG(it->run.text));
		last->w = it->x + it->run.width - last->x;
		return;
	}
	to->line[to->n++] = (struct line){ it->run.text, it->x, it->y,
		it->run.width, it->paragraph, face_of(x, it) };
}

/* The n names from block i on, and “文件” if it stands beside them. */
static struct lines
set_names(struct nb_ooxml *x, uint32_t i, uint32_t n)
{
	const bool letter = x->m->head == NB_HEAD_LETTER;
	struct nb_sketch s = nb_sketch_new(&x->scratch, NB_ROLE_HEAD);
	struct nb_prose *name = nb_new_n(x->arena, struct nb_prose, n);
	const struct nb_names names = { name, n };
	struct lines lines = { 0 };

	for (uint32_t k = 0; k < n; k++)
		name[k] = *x->m->block[i + k].piece[0].from;
	nb_head_mark(&s, &names,
	    letter ? x->t->letter.mark.size : x->t->head.mark.size, 0, true);
	lines.line = nb_new_n(x->arena, struct line, s.item->len);
	for (guint k = 0; k < s.item->len; k++) {
		const struct nb_item *it =
		    &g_array_index(s.item, struct nb_item, k);

		if (it->kind == NB_ITEM_RUN)
			add_item(x, &lines, it);
	}
	g_array_unref(s.item);
	return lines;
}

static void
add_text(struct nb_ooxml *x, struct nb_str text, struct nb_ooxml_face face)
{
	struct nb_ooxml_run run = nb_ooxml_text(text);

	run.face = face;
	nb_ooxml_add(x, run);
}

/* No room behind the last character. */
static void
add_line(struct nb_ooxml *x, const struct line *line)
{
	struct nb_ooxml_face face = line->face;
	size_t last = 0;

	for (size_t at = 0; at < line->text.n; nb_utf8_next(line->text, &at))
		last = at;
	if (last > 0)
		add_text(x, nb_str_sub(line->text, 0, last), face);
	face.spread = 0;
	add_text(x, nb_str_from(line->text, last), face);
}

/* 信函: all of it and the rule below it in one frame, at the paper's head. */
static void
set_letter(struct nb_ooxml_head *h, const struct lines *lines)
{
	const struct nb_template *t = h->x->t;
	const struct nb_letter_style *l = &t->letter;
	const struct nb_ooxml_look look = {
		.style = NB_OFFICE_LETTER_MARK,
		.frame = { (t->paper_w - l->rule_w) / 2, l->mark_top,
		    l->rule_w },
		/* Paragraphs with the same rule have one below the last */
		.bottom = { "thickThinSmallGap", l->thick, 0, t->red },
		.spaced = true,
	};

	for (uint32_t i = 0; i < lines->n; i++) {
		nb_ooxml_begin(h->x, look);
		h->x->look.line = lines->line[i].face.size;
		add_line(h->x, &lines->line[i]);
	}
	nb_ooxml_begin(h->x, look);
	h->x->look.line = l->rule_drop;
	h->y = l->clear - (h->x->names.line - t->head.number.size) / 2;
}

/* One name, that may take two lines: as wide as the first of them. */
static void
set_one(struct nb_ooxml_head *h, const struct lines *lines, nb_len top)
{
	const struct nb_template *t = h->x->t;
	const struct line *first = &lines->line[0];
	const struct line *last = &lines->line[lines->n - 1];
	const nb_len size = first->face.size;
	const nb_len pitch =
	    lines->n > 1 ? (last->y - first->y) / (nb_len)(lines->n - 1) : size;
	const nb_len wide =
	    lines->n > 1 ? first->w + size / 4 : t->body_w + 2 * t->cell;
	struct nb_ooxml_look look = nb_ooxml_head_look(
	    h, NB_OFFICE_MARK, top - (pitch - size) / 2, pitch);

	h->y = top + last->y - first->y + size;
	look.indented = true;
	look.left = look.right = (t->body_w - wide) / 2;
	nb_ooxml_begin(h->x, look);
	for (uint32_t i = 0; i < lines->n; i++)
		add_line(h->x, &lines->line[i]);
}

/* Names below each other, spread to one width. */
static void
set_name(struct nb_ooxml_head *h, const struct line *line, nb_len top)
{
	struct nb_ooxml_face face = line->face;
	struct nb_ooxml_look look =
	    nb_ooxml_head_look(h, NB_OFFICE_MARK, top, face.size);

	look.indented = true;
	look.left = line->x;
	look.right = h->x->t->body_w - line->x - line->w - face.size / 8;
	look.align = "distribute";
	face.spread = 0;
	nb_ooxml_begin(h->x, look);
	add_text(h->x, line->text, face);
}

/* “文件” at the right of all names. */
static void
set_suffix(struct nb_ooxml_head *h, const struct line *line, nb_len top)
{
	const struct nb_template *t = h->x->t;

	nb_ooxml_begin(h->x,
	    (struct nb_ooxml_look){
		.style = NB_OFFICE_MARK,
		.frame = { t->inner + line->x, t->top + top,
		    line->w + t->cell },
		.spaced = true,
		.line = line->face.size,
		.align = "left",
	    });
	add_line(h->x, line);
}

static void
set_joint(struct nb_ooxml_head *h, const struct lines *lines, uint32_t names,
    nb_len top)
{
	const struct line *line = lines->line;

	for (uint32_t i = 0; i < lines->n; i++)
		(i < names ? set_name : set_suffix)(
		    h, &line[i], top + line[i].y - line[0].y);
}

uint32_t
nb_ooxml_marks(struct nb_ooxml_head *h, uint32_t i)
{
	const struct nb_ooxml *x = h->x;
	const nb_len top = MAX(h->y, x->t->head.mark_drop);
	struct lines lines;
	uint32_t n = 0;

	while (i + n < x->m->n && x->m->block[i + n].kind == NB_MS_MARK)
		n++;
	if (n == 0)
		return i;
	lines = set_names(h->x, i, n);
	if (lines.n == 0)
		return i + n;
	if (x->m->head == NB_HEAD_LETTER)
		set_letter(h, &lines);
	else if (n == 1)
		set_one(h, &lines, top);
	else
		set_joint(h, &lines, n, top);
	return i + n;
}
