#include "conform/recognise.h"

#include "base/arena.h"
#include "conform/seen.h"
#include "pdfin/codes.h"

/* The pages on their way. */
struct making {
	const struct nb_seen *s;
	GArray *item;     /* of struct nb_item, of one page */
	GArray *bookmark; /* of struct nb_bookmark */
	uint32_t paragraph;
};

static struct nb_str
text_of(struct nb_arena *a, const struct nb_pdf_char *c, uint32_t n)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (uint32_t i = 0; i < n; i++)
		g_string_append_unichar(text, c[i].c);
	return nb_arena_str(a, (struct nb_str){ text->str, text->len });
}

/* Characters that are alike; a heading and what follows it are two. */
static bool
is_one_run(const struct nb_seen_line *line, uint32_t first, uint32_t i)
{
	const struct nb_pdf_char *a = &line->glyph[first], *b = &line->glyph[i];

	return a->font == b->font && a->size == b->size && a->rgb == b->rgb &&
	    i != line->heading;
}

static void
add_run(struct making *m, const struct nb_seen_line *line, uint32_t first,
    uint32_t end)
{
	struct nb_arena *a = m->s->arena;
	const struct nb_pdf_char *c = &line->glyph[first], *last;
	struct nb_glyph *glyph = nb_new_n(a, struct nb_glyph, end - first);
	struct nb_item item = {
		.kind = NB_ITEM_RUN,
		.role = line->role,
		.paragraph = line->role == NB_ROLE_FOLIO ? 0 : m->paragraph,
		.x = c->x,
		.y = line->y,
		.rgb = c->rgb,
		.run = { .face = m->s->face[c->font],
		    .size = c->size,
		    .text = text_of(a, c, end - first),
		    .glyph = glyph,
		    .n = end - first },
	};

	for (uint32_t i = first; i < end; i++)
		glyph[i - first].x = line->glyph[i].x - c->x;
	last = &line->glyph[end - 1];
	item.run.width = last->x + last->width - c->x;
	g_array_append_val(m->item, item);
}

static void
add_bookmark(struct making *m, const struct nb_seen_line *line)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const nb_len top =
	    line->y - (nb_len)((int64_t)line->size * m->s->t->baseline / 1000);
	const struct nb_seen_line *end =
	    nb_seen_line(m->s, 0) + m->s->line->len;
	struct nb_bookmark mark = { .level = (uint8_t)line->level,
		.page = line->page,
		.x = line->left,
		.y = top };

	do {
		const struct nb_str part =
		    text_of(m->s->arena, line->glyph, line->heading);

		g_string_append_len(text, part.p, (gssize)part.n);
	} while (++line < end && !line->is_heading && line->heading > 0);
	mark.text =
	    nb_arena_str(m->s->arena, (struct nb_str){ text->str, text->len });
	g_array_append_val(m->bookmark, mark);
}

static void
add_line(struct making *m, const struct nb_seen_line *line)
{
	uint32_t first = 0;

	m->paragraph += line->starts && line->role != NB_ROLE_FOLIO;
	if (line->is_heading)
		add_bookmark(m, line);
	for (uint32_t i = 1; i <= line->n; i++) {
		if (i < line->n && is_one_run(line, first, i))
			continue;
		add_run(m, line, first, i);
		first = i;
	}
}

/* Which element a rule belongs to: that of the lines it stands among. */
static enum nb_item_role
rule_role(const struct nb_seen *s, uint32_t page, const struct nb_pdf_rule *r)
{
	if (page == 0 && nb_seen_is_red(r->rgb))
		return NB_ROLE_HEAD;
	for (uint32_t i = 0; i < s->line->len; i++) {
		const struct nb_seen_line *line = nb_seen_line(s, i);

		if (line->page == page && line->role == NB_ROLE_FOOT &&
		    r->y > line->y - 3 * line->size)
			return NB_ROLE_FOOT;
	}
	return NB_ROLE_CELL;
}

static void
add_rules(struct making *m, uint32_t page)
{
	const struct nb_pdf_page *from = &m->s->pdf->page[page];

	for (uint32_t i = 0; i < from->n_rules; i++) {
		const struct nb_pdf_rule *r = &from->rule[i];
		const struct nb_item item = {
			.kind = NB_ITEM_RULE,
			.role = rule_role(m->s, page, r),
			.x = r->x,
			.y = r->y,
			.rgb = r->rgb,
			.rule = { r->w, r->h },
		};

		if (nb_seen_is_level(r, nb_seen_em(m->s, 10)))
			g_array_append_val(m->item, item);
	}
}

static const struct nb_page *
make_pages(struct making *m)
{
	const struct nb_seen *s = m->s;
	struct nb_page *page = nb_new_n(s->arena, struct nb_page, s->n_pages);
	uint32_t i = 0;

	for (uint32_t p = 0; p < s->n_pages; p++) {
		g_array_set_size(m->item, 0);
		for (; i < s->line->len && nb_seen_line(s, i)->page == p; i++)
			add_line(m, nb_seen_line(s, i));
		add_rules(m, p);
		page[p] = (struct nb_page){
			.w = s->pdf->page[p].w,
			.h = s->pdf->page[p].h,
			.number = p + 1,
			.item = nb_arena_copy(s->arena, m->item),
			.n_items = m->item->len,
		};
	}
	return page;
}

static const struct nb_pages *
make(const struct nb_seen *s)
{
	g_autoptr(GArray) item =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_item));
	g_autoptr(GArray) bookmark =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_bookmark));
	struct making m = { s, item, bookmark, 0 };
	struct nb_pages *pages = nb_new(s->arena, struct nb_pages);

	*pages = (struct nb_pages){
		.language = s->t->language,
		.page = make_pages(&m),
		.n_pages = s->n_pages,
		.body_x = s->t->inner,
		.body_y = s->t->top,
		.body_w = s->t->body_w,
		.body_h = s->t->body_h,
	};
	pages->bookmark = nb_arena_copy(s->arena, bookmark);
	pages->n_bookmarks = bookmark->len;
	return pages;
}

/* NULL: there is no upright line of text. */
static const struct nb_pages *
recognise(struct nb_arena *a, const struct nb_pdf *pdf,
    const struct nb_template *t, struct nb_fonts *fonts)
{
	g_autoptr(GArray) line =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_seen_line));
	struct nb_seen s = { .arena = a, .pdf = pdf, .t = t, .line = line };

	s.face = nb_new_n(a, const struct nb_face *, pdf->n_fonts);
	for (uint32_t i = 0; i < pdf->n_fonts; i++)
		s.face[i] = nb_fonts_named(fonts, pdf->font[i]);
	nb_seen_read(&s);
	if (line->len == 0)
		return NULL;
	nb_seen_find_roles(&s);
	nb_seen_find_paragraphs(&s);
	return make(&s);
}

const struct nb_pages *
nb_recognise_pdf(struct nb_arena *a, const char *path, struct nb_str bytes,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d)
{
	const struct nb_text *text =
	    nb_text_new(a, nb_arena_str(a, nb_str_z(path)), NB_S(""));
	const struct nb_pages *pages;
	struct nb_pdf pdf;

	if (nb_pdf_read(a, text, bytes, d, &pdf) != NB_OK)
		return NULL;
	pages = recognise(a, &pdf, t, fonts);
	if (pages == NULL)
		nb_diag_add(d, &nb_code_A32, (struct nb_span){ text, 0, 0 },
		    "“%s”里没有竖向纸张上横排的文字", path);
	return pages;
}
