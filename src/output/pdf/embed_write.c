/*
 * A font of the file is five objects: the font, its glyphs (a CIDFont, where a
 * code is a CID), its descriptor, its program, and what its codes stand for
 * (ISO 32000-1, 9.7).
 */
#include "font/font.h"
#include "output/pdf/embed.h"
#include "output/pdf/metrics.h"
#include "output/pdf/object.h"
#include "output/pdf/put.h"
#include "output/pdf/tounicode.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum {
	TAG = 6,            /* capitals before the name of a subset */
	USUAL_WIDTH = 1000, /* of a hanzi */
};

/* What stands in several of a font's objects. */
struct names {
	uint32_t font, cid_font, descriptor, program, text;
	GString *base; /* “/ABCDEF+Name” */
};

/* The glyphs in the order of their codes. */
static int
by_code(const void *a, const void *b)
{
	const struct nb_embed_glyph *x = a, *y = b;

	return x->code < y->code ? -1 : x->code > y->code;
}

static bool
are_sorted(const struct nb_embed_glyph *glyph, guint n)
{
	for (guint i = 1; i < n; i++)
		if (by_code(&glyph[i - 1], &glyph[i]) > 0)
			return false;
	return true;
}

/* They mostly are: codes are given out by number in the face. */
static struct nb_embed_glyph *
sorted_glyphs(const struct nb_embed *e)
{
	const guint n = e->glyph->len;
	struct nb_embed_glyph *glyph =
	    g_memdup2(e->glyph->data, n * sizeof(*glyph));

	if (!are_sorted(glyph, n))
		qsort(glyph, n, sizeof(*glyph), by_code);
	return glyph;
}

/* Six capitals that tell this subset from others of the face. */
static void
put_tag(GString *to, const struct nb_embed *e)
{
	const uint32_t sum =
	    libdeflate_crc32(0, e->program.bytes, e->program.n);
	uint64_t rest = sum + ((uint64_t)e->program.n << 32);

	for (int i = 0; i < TAG; i++) {
		g_string_append_c(to, (char)('A' + rest % 26));
		rest /= 26;
	}
	g_string_append_c(to, '+');
}

/* A list of widths for each row of codes that are not of the usual width. */
static void
put_widths(GString *to, const struct nb_embed_glyph *glyph, guint n)
{
	bool open = false;

	g_string_append_printf(to, "/DW %d/W[", USUAL_WIDTH);
	for (guint i = 0; i < n; i++) {
		const bool follows =
		    i > 0 && glyph[i].code == glyph[i - 1].code + 1;

		if (open && (!follows || glyph[i].width == USUAL_WIDTH)) {
			g_string_append_c(to, ']');
			open = false;
		}
		if (glyph[i].width == USUAL_WIDTH)
			continue;
		if (open)
			g_string_append_c(to, ' ');
		else
			g_string_append_printf(to, "%u[", glyph[i].code);
		nb_put_int(to, glyph[i].width);
		open = true;
	}
	g_string_append(to, open ? "]]" : "]");
}

static void
write_cid_font(struct nb_objects *o, const struct nb_embed *e,
    const struct names *names, const struct nb_embed_glyph *glyph)
{
	const bool cff = e->program.form == NB_PROGRAM_CFF;
	GString *to = nb_object_begin(o, names->cid_font);

	g_string_append_printf(to,
	    "<</Type/Font/Subtype/CIDFontType%c/BaseFont%s"
	    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
	    "/Supplement 0>>%s",
	    cff ? '0' : '2', names->base->str,
	    cff ? "" : "/CIDToGIDMap/Identity");
	g_string_append_printf(to, "/FontDescriptor %u 0 R", names->descriptor);
	put_widths(to, glyph, e->glyph->len);
	g_string_append(to, ">>");
	nb_object_end(o, names->cid_font);
}

static void
write_font(struct nb_objects *o, const struct names *names)
{
	GString *to = nb_object_begin(o, names->font);

	g_string_append_printf(to,
	    "<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H"
	    "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>",
	    names->base->str, names->cid_font, names->text);
	nb_object_end(o, names->font);
}

static void
write_descriptor(struct nb_objects *o, const struct nb_embed *e,
    const struct nb_metrics *m, const struct names *names)
{
	GString *to = nb_object_begin(o, names->descriptor);

	g_string_append_printf(to,
	    "<</Type/FontDescriptor/FontName%s/Flags %u"
	    "/FontBBox[%d %d %d %d]/ItalicAngle ",
	    names->base->str, m->flags, m->box[0], m->box[1], m->box[2],
	    m->box[3]);
	nb_put_milli(to, m->italic);
	g_string_append_printf(to,
	    "/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile%c %u 0 R>>",
	    m->ascent, m->descent, m->cap, m->stem,
	    e->program.form == NB_PROGRAM_CFF ? '3' : '2', names->program);
	nb_object_end(o, names->descriptor);
}

static void
write_program(
    struct nb_objects *o, const struct nb_embed *e, const struct names *names)
{
	const struct nb_program *p = &e->program;
	char keys[64] = "/Subtype/CIDFontType0C";

	if (p->form == NB_PROGRAM_TRUETYPE)
		g_snprintf(keys, sizeof(keys), "/Length1 %zu", p->n);
	if (p->packed != NULL)
		nb_object_stream_packed(o, names->program, keys,
		    (struct nb_bytes){ p->bytes, p->n },
		    (struct nb_bytes){ p->packed, p->n_packed });
	else
		nb_object_stream(o, names->program, keys, p->bytes, p->n);
}

/* .notdef stands for nothing and is not shown. */
static void
write_text(struct nb_objects *o, const struct names *names,
    const struct nb_embed_glyph *glyph, guint n)
{
	g_autofree struct nb_tounicode *entry = g_new(struct nb_tounicode, n);
	g_autoptr(GString) map = g_string_new(NULL);
	size_t n_entries = 0;

	for (guint i = 0; i < n; i++)
		if (glyph[i].gid != 0 || glyph[i].text.n != 0)
			entry[n_entries++] =
			    (struct nb_tounicode){ glyph[i].code,
				    glyph[i].text };
	nb_tounicode_put(map, entry, n_entries);
	nb_object_stream(o, names->text, "", map->str, map->len);
}

static uint32_t
write_embed(struct nb_objects *o, const struct nb_embed *e)
{
	const struct nb_metrics m = nb_metrics_of(e->face, e->line != 0);
	g_autofree struct nb_embed_glyph *glyph = sorted_glyphs(e);
	g_autoptr(GString) tagged = g_string_new(NULL);
	struct names names = {
		.font = nb_object_new(o),
		.cid_font = nb_object_new(o),
		.descriptor = nb_object_new(o),
		.program = nb_object_new(o),
		.text = nb_object_new(o),
		.base = g_string_new(NULL),
	};

	put_tag(tagged, e);
	g_string_append(tagged, m.name);
	nb_put_name(names.base, (struct nb_str){ tagged->str, tagged->len });
	write_font(o, &names);
	write_cid_font(o, e, &names, glyph);
	write_descriptor(o, e, &m, &names);
	write_program(o, e, &names);
	write_text(o, &names, glyph, e->glyph->len);
	g_string_free(names.base, TRUE);
	return names.font;
}

uint32_t
nb_embeds_write(const struct nb_embeds *all, struct nb_objects *o)
{
	const uint32_t ref = nb_object_new(o);
	g_autoptr(GString) fonts = g_string_new(NULL);
	GString *to;

	for (guint i = 0; i < all->used->len; i++)
		g_string_append_printf(fonts, "/F%u %u 0 R", i,
		    write_embed(o, all->used->pdata[i]));
	to = nb_object_begin(o, ref);
	g_string_append_printf(to, "<</Font<<%s>>>>", fonts->str);
	nb_object_end(o, ref);
	return ref;
}
