/*
 * Glyphs are first collected as they come, then ordered by their numbers in
 * the face, so that the same glyphs are the same font whatever the text.
 */
#include "output/pdf/embed.h"

#include "font/font.h"
#include "output/pdf/cluster.h"

#include <string.h>

enum { MOST = 0x8000 }; /* glyphs, before none is taken twice */

static void
free_embed(void *data)
{
	struct nb_embed *e = data;

	if (e == NULL)
		return;
	g_free(e->slot);
	g_array_unref(e->glyph);
	nb_program_clear(&e->program);
	g_free(e);
}

unsigned
nb_embed_key(const struct nb_item *run)
{
	return 2 * nb_face_id(run->run.face) + (run->run.stroke != 0);
}

int
nb_embed_line(const struct nb_item *run)
{
	const int64_t em = hb_face_get_upem(nb_face_hb(run->run.face));

	return (int)(em * run->run.stroke / MAX(run->run.size, 1));
}

/* A glyph that the face has not is .notdef. */
static uint32_t
within(const struct nb_embed *e, uint32_t gid)
{
	return gid < e->n_slots ? gid : 0;
}

static struct nb_embed_glyph *
glyph_at(const struct nb_embed *e, guint i)
{
	return &g_array_index(e->glyph, struct nb_embed_glyph, i);
}

/* While glyphs come as they come, one with several texts is looked for. */
static bool
is_known(const struct nb_embed *e, uint32_t gid, struct nb_str text)
{
	const guint first = e->slot[gid];

	if (first == 0)
		return false;
	if (nb_str_eq(glyph_at(e, first - 1)->text, text))
		return true;
	for (guint i = first; i < e->glyph->len; i++)
		if (glyph_at(e, i)->gid == gid &&
		    nb_str_eq(glyph_at(e, i)->text, text))
			return true;
	return false;
}

static void
add_glyph(struct nb_embed *e, uint32_t gid, struct nb_str text)
{
	const struct nb_embed_glyph fresh = { .gid = gid, .text = text };

	g_array_append_val(e->glyph, fresh);
	if (e->slot[gid] == 0)
		e->slot[gid] = (uint16_t)e->glyph->len;
}

static struct nb_embed *
make_embed(const struct nb_item *run)
{
	struct nb_embed *e = g_new0(struct nb_embed, 1);
	hb_face_t *face = nb_face_hb(run->run.face);

	e->face = run->run.face;
	e->line = nb_embed_line(run);
	e->n_slots = MAX(hb_face_get_glyph_count(face), 1);
	e->slot = g_new0(uint16_t, e->n_slots);
	e->glyph = g_array_new(FALSE, TRUE, sizeof(struct nb_embed_glyph));
	add_glyph(e, 0, NB_S(""));
	return e;
}

static struct nb_embed *
embed_of(struct nb_embeds *all, const struct nb_item *run)
{
	const unsigned key = nb_embed_key(run);

	if (key >= all->by_key->len)
		g_ptr_array_set_size(all->by_key, (int)key + 1);
	if (all->by_key->pdata[key] == NULL)
		all->by_key->pdata[key] = make_embed(run);
	return all->by_key->pdata[key];
}

static void
collect_glyph(struct nb_embed *e, uint32_t gid, struct nb_str text)
{
	const bool fits = e->slot[gid] == 0 || e->glyph->len < MOST;

	if (fits && !is_known(e, gid, text))
		add_glyph(e, gid, text);
}

static void
collect_run(struct nb_embed *e, const struct nb_item *run)
{
	struct nb_cluster c = { 0 };

	while (nb_cluster_next(run, &c))
		for (uint32_t i = c.glyph; i < c.glyph + c.n; i++)
			collect_glyph(e, within(e, run->run.glyph[i].gid),
			    nb_cluster_text(run, &c, i));
}

static void
collect_page(struct nb_embeds *all, const struct nb_page *page)
{
	for (uint32_t i = 0; i < page->n_items; i++) {
		const struct nb_item *it = &page->item[i];

		if (it->kind == NB_ITEM_RUN)
			collect_run(embed_of(all, it), it);
	}
}

/* By eight bits of their numbers; what is equal stays in its order. */
static void
sort_by_bits(
    const struct nb_embed_glyph *from, guint n, unsigned shift, void *ret)
{
	struct nb_embed_glyph *to = ret;
	guint at[256 + 1] = { 0 };

	for (guint i = 0; i < n; i++)
		at[(from[i].gid >> shift & 0xFF) + 1]++;
	for (unsigned i = 1; i < NB_COUNT(at); i++)
		at[i] += at[i - 1];
	for (guint i = 0; i < n; i++)
		to[at[from[i].gid >> shift & 0xFF]++] = from[i];
}

/* By their numbers, then in the order that they are first shown in. */
static void
sort_by_gid(struct nb_embed *e)
{
	const guint n = e->glyph->len;
	const uint64_t last = e->n_slots - 1;
	g_autofree struct nb_embed_glyph *from =
	    g_new(struct nb_embed_glyph, n);

	for (unsigned shift = 0; last >> shift != 0; shift += 8) {
		memcpy(from, e->glyph->data, n * sizeof(*from));
		sort_by_bits(from, n, shift, e->glyph->data);
	}
}

static int32_t
width_of(hb_font_t *font, uint32_t gid, int64_t em)
{
	const int64_t x = hb_font_get_glyph_h_advance(font, gid);

	return (int32_t)((x * 2000 + em) / (2 * em));
}

static void
set_widths(struct nb_embed *e)
{
	hb_face_t *face = nb_face_hb(e->face);
	hb_font_t *font = hb_font_create(face);

	for (guint i = 0; i < e->glyph->len; i++) {
		struct nb_embed_glyph *g = glyph_at(e, i);

		g->width = width_of(font, g->gid, hb_face_get_upem(face));
	}
	hb_font_destroy(font);
}

/* A program that has each glyph once has one text for each. */
static void
drop_doubles(struct nb_embed *e)
{
	guint n = 0;

	for (guint i = 0; i < e->glyph->len; i++) {
		const struct nb_embed_glyph g = *glyph_at(e, i);

		if (n > 0 && glyph_at(e, n - 1)->code == g.code)
			continue;
		*glyph_at(e, n) = g;
		if (n == 0 || glyph_at(e, n - 1)->gid != g.gid)
			e->slot[g.gid] = (uint16_t)(n + 1);
		n++;
	}
	g_array_set_size(e->glyph, n);
}

static enum nb_status
make_program(struct nb_embed *e, struct nb_diags *d)
{
	const guint n = e->glyph->len;
	g_autofree uint32_t *gid = g_new(uint32_t, n);

	sort_by_gid(e);
	for (guint i = 0; i < n; i++)
		gid[i] = glyph_at(e, i)->gid;
	if (nb_program_make(e->face, e->line, gid, n, d, &e->program) != NB_OK)
		return NB_FAILED;
	for (guint i = 0; i < n; i++)
		glyph_at(e, i)->code = e->program.code[i];
	drop_doubles(e);
	set_widths(e);
	return NB_OK;
}

enum nb_status
nb_embeds_init(
    struct nb_embeds *all, const struct nb_pages *pages, struct nb_diags *d)
{
	all->by_key = g_ptr_array_new_with_free_func(free_embed);
	all->used = g_ptr_array_new();
	for (uint32_t i = 0; i < pages->n_pages; i++)
		collect_page(all, &pages->page[i]);
	for (guint i = 0; i < all->by_key->len; i++) {
		struct nb_embed *e = all->by_key->pdata[i];

		if (e == NULL)
			continue;
		if (make_program(e, d) != NB_OK)
			return NB_FAILED;
		e->name = all->used->len;
		g_ptr_array_add(all->used, e);
	}
	return NB_OK;
}

void
nb_embeds_clear(struct nb_embeds *all)
{
	g_clear_pointer(&all->by_key, g_ptr_array_unref);
	g_clear_pointer(&all->used, g_ptr_array_unref);
}

const struct nb_embed *
nb_embeds_of(const struct nb_embeds *all, const struct nb_item *run)
{
	return all->by_key->pdata[nb_embed_key(run)];
}

const struct nb_embed_glyph *
nb_embed_glyph(const struct nb_embed *e, uint32_t gid, struct nb_str text)
{
	const guint first = e->slot[within(e, gid)] - 1U;

	for (guint i = first; i < e->glyph->len; i++) {
		const struct nb_embed_glyph *g = glyph_at(e, i);

		if (g->gid != glyph_at(e, first)->gid)
			break;
		if (nb_str_eq(g->text, text))
			return g;
	}
	return glyph_at(e, first);
}
