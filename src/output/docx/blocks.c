/*
 * The blocks of a manuscript in their order; but a turned table stands behind
 * the text, as it does on the pages.
 */
#include "output/docx/blocks.h"

#include "base/arena.h"
#include "layout/title.h"
#include "output/docx/measure.h"
#include "output/docx/number.h"
#include "output/docx/picture.h"

static const struct nb_ooxml_section upright = { .turned = false },
				     turned = { .turned = true },
				     letter = { .letter = true },
				     even = { .even = true },
				     apart = { .even = true, .bare = true };

struct nb_str
nb_ooxml_words(struct nb_arena *a, const struct nb_ms_block *b)
{
	struct nb_str words = NB_S("");

	for (uint32_t i = 0; i < b->n; i++)
		words = nb_arena_printf(
		    a, NB_FMT NB_FMT, NB_ARG(words), NB_ARG(b->piece[i].text));
	return words;
}

void
nb_ooxml_pieces(struct nb_ooxml *x, const struct nb_ms_block *b)
{
	for (uint32_t i = 0; i < b->n; i++)
		nb_ooxml_add(x, nb_ooxml_text(b->piece[i].text));
}

/* The document while its blocks are walked. */
struct walk {
	struct nb_ooxml *x;
	const struct nb_ooxml_section *section; /* under way */
	unsigned title;                         /* level of the last one */
	nb_len above;                           /* free above the next one */
	bool attached;                          /* within an attachment */
};

/* What follows stands on paper that lies so. */
static void
turn(struct walk *w, const struct nb_ooxml_section *to)
{
	if (w->section->turned != to->turned) {
		nb_ooxml_end_section(w->x, w->section);
		w->section = to;
	}
}

/* 版记 on an even page: where the pages have it on one of its own. */
static void
turn_for_foot(struct walk *w)
{
	if (w->x->m->foot == NB_MS_FOOT_BELOW) {
		turn(w, &upright);
		return;
	}
	nb_ooxml_end_section(w->x, w->section);
	w->section = w->x->m->foot == NB_MS_FOOT_APART ? &apart : &even;
}

/* The lines of a title as the pages have them; how many. */
static uint32_t
add_title_lines(struct nb_ooxml *x, guint first)
{
	const struct nb_ooxml_run end = { .kind = NB_OOXML_BREAK,
		.face = { .role = NB_FONT_ROLES } };
	uint32_t lines = 0;
	nb_len y = 0;

	for (guint i = first; i < x->scratch.block->len; i++) {
		const struct nb_grid_row *row =
		    g_array_index(x->scratch.block, struct nb_block, i).row[0];

		for (uint32_t k = 0; k < row->n; k++) {
			const bool begins = k == 0 || row->item[k].y != y;

			if (begins && lines++ > 0)
				nb_ooxml_add(x, end);
			y = row->item[k].y;
			nb_ooxml_add(x, nb_ooxml_text(row->item[k].run.text));
		}
	}
	return lines;
}

/* It takes whole lines of the grid with what is free below it. */
static void
write_title(struct walk *w, const struct nb_ms_block *b)
{
	struct nb_ooxml *x = w->x;
	const struct nb_template *t = x->t;
	const guint first = x->scratch.block->len;
	const nb_len line = nb_ooxml_line(
	    t->title.size + (nb_len)((int64_t)t->cell * t->line_gap / 1000));
	const uint32_t rows = nb_galley_rows(&x->scratch);
	nb_len free;

	if (w->title == 1 && !w->attached)
		w->above = t->plan_before * x->names.line;
	nb_ooxml_begin(x,
	    (struct nb_ooxml_look){ .style = NB_OFFICE_TITLE,
		.new_page = w->title == 1 && !w->attached,
		.spaced = true,
		.before = w->above,
		.line = line });
	nb_title_set(&x->scratch, b->piece[0].from, x->m->organ, 0);
	free = (nb_len)(nb_galley_rows(&x->scratch) - rows) * x->names.line;
	x->look.after = free - line * (nb_len)add_title_lines(x, first);
	w->title = b->level;
	w->above = 0;
}

/* Run in, its characters are in the style of a heading. */
static void
write_heading(struct walk *w, const struct nb_ms_block *b)
{
	struct nb_ooxml *x = w->x;
	const unsigned depth = b->level - w->title;
	const unsigned level = MIN(depth, NB_HEADING_LEVELS);
	const struct nb_ooxml_number number =
	    nb_ooxml_number(x->numbers, b, depth);
	const bool run_in = b->n_heading < b->n || number.num == 0;

	nb_ooxml_begin(x,
	    (struct nb_ooxml_look){ .style = run_in
		    ? NB_OFFICE_TEXT
		    : NB_OFFICE_HEADING + level - 1,
		.num = number.num,
		.level = number.level });
	for (uint32_t i = number.num > 0; i < b->n; i++) {
		struct nb_ooxml_run run = nb_ooxml_text(b->piece[i].text);

		run.level = run_in && i < b->n_heading ? level : 0;
		nb_ooxml_add(x, run);
	}
}

static void
write_plain(
    struct nb_ooxml *x, enum nb_office_name style, const struct nb_ms_block *b)
{
	nb_ooxml_begin(x, (struct nb_ooxml_look){ .style = style });
	nb_ooxml_pieces(x, b);
}

/* The table of the attachment that begins at i. */
static bool
is_turned(const struct nb_ooxml *x, uint32_t i)
{
	while (i < x->m->n && x->m->block[i].kind != NB_MS_TABLE)
		i++;
	return i < x->m->n && x->m->block[i].table->turned;
}

static void
write_attachment(struct walk *w, uint32_t i)
{
	struct nb_ooxml *x = w->x;
	const bool lies = is_turned(x, i);

	turn(w, lies ? &turned : &upright);
	nb_ooxml_begin(x,
	    (struct nb_ooxml_look){
		.style = NB_OFFICE_ATTACHMENT, .new_page = !lies });
	nb_ooxml_pieces(x, &x->m->block[i]);
	w->attached = true;
	w->above = MAX(x->t->attachment_title - 2, 0) * x->names.line;
}

/* Those of the text before block `end`, each on a page of its own. */
static void
write_turned_tables(struct walk *w, uint32_t end)
{
	for (uint32_t i = 0; i < end; i++) {
		const struct nb_ms_block *b = &w->x->m->block[i];

		if (b->kind != NB_MS_TABLE || !b->table->turned)
			continue;
		if (w->section->turned)
			nb_ooxml_end_section(w->x, w->section);
		turn(w, &turned);
		nb_ooxml_table(w->x, b->table);
	}
}

/* The block at i, and those that belong to it: the next. */
static uint32_t
write_block(struct walk *w, uint32_t i)
{
	struct nb_ooxml *x = w->x;
	const struct nb_ms_block *b = &x->m->block[i];

	switch (b->kind) {
	case NB_MS_CORNER:
	case NB_MS_MARK:
	case NB_MS_NUMBER:
	case NB_MS_SIGNER:
		NB_UNREACHABLE(); /* nb_ooxml_head has them */
	case NB_MS_TITLE:
		write_title(w, b);
		break;
	case NB_MS_ADDRESSEE:
		write_plain(x, NB_OFFICE_ADDRESSEE, b);
		break;
	case NB_MS_HEADING:
		write_heading(w, b);
		break;
	case NB_MS_TEXT:
		write_plain(x, NB_OFFICE_TEXT, b);
		break;
	case NB_MS_TABLE:
		if (w->attached || !b->table->turned)
			nb_ooxml_table(x, b->table);
		break;
	case NB_MS_FIGURE:
		nb_ooxml_figure(x, b->figure);
		break;
	case NB_MS_LIST:
		return nb_ooxml_list(x, i);
	case NB_MS_SIGNATURE:
	case NB_MS_DATE:
		return nb_ooxml_signature(x, i);
	case NB_MS_REMARK:
		write_plain(x, NB_OFFICE_REMARK, b);
		break;
	case NB_MS_ATTACHMENT:
		write_attachment(w, i);
		break;
	case NB_MS_FOOT:
		turn_for_foot(w);
		return nb_ooxml_foot(x, i);
	}
	return i + 1;
}

/* Where the text ends, with what is signed. */
static uint32_t
find_end(const struct nb_manuscript *m)
{
	uint32_t i = 0;

	while (i < m->n && m->block[i].kind != NB_MS_ATTACHMENT &&
	    m->block[i].kind != NB_MS_FOOT)
		i++;
	return i;
}

void
nb_ooxml_write_blocks(struct nb_ooxml *x)
{
	struct walk w = { .x = x,
		.section = x->m->head == NB_HEAD_LETTER ? &letter : &upright };
	const uint32_t end = find_end(x->m);

	for (uint32_t i = nb_ooxml_head(x, 0, &w.above); i < end;)
		i = write_block(&w, i);
	write_turned_tables(&w, end);
	for (uint32_t i = end; i < x->m->n;)
		i = write_block(&w, i);
	nb_ooxml_end(x, w.section);
}
