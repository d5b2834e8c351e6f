#include "cli/fonts_used.h"

#include "cli/table.h"
#include "font/font.h"

struct face_use {
	const struct nb_face *face;
	unsigned n; /* characters */
};

/* A character from a fallback face. */
struct stray {
	uint32_t c;
	const struct nb_face *face;
	unsigned n;
	struct nb_span first;
};

struct use {
	const struct nb_fonts *fonts;
	enum nb_script script;
	GArray *face;  /* of struct face_use, as they first come */
	GArray *stray; /* of struct stray, the same */
};

/* A face may stand higher beside one role than beside another. */
static bool
same_name(const struct nb_face *a, const struct nb_face *b)
{
	return a == b || nb_str_eq(nb_face_name(a), nb_face_name(b));
}

static void
count_face(GArray *faces, const struct nb_face *face)
{
	const struct face_use new = { face, 1 };

	for (guint i = 0; i < faces->len; i++) {
		struct face_use *one =
		    &g_array_index(faces, struct face_use, i);

		if (same_name(one->face, face)) {
			one->n++;
			return;
		}
	}
	g_array_append_val(faces, new);
}

/* The letter itself; of a replaced {指标} the whole. */
static struct nb_span
place_of(struct nb_str letter, struct nb_span run)
{
	const size_t at = nb_str_find(nb_span_str(run), letter, 0);

	if (at == SIZE_MAX)
		return run;
	run.begin += (uint32_t)at;
	run.end = run.begin + (uint32_t)letter.n;
	return run;
}

static void
count_stray(
    GArray *strays, const struct nb_item *run, uint32_t c, struct nb_str letter)
{
	struct stray new = { c, run->run.face, 1, run->span };

	for (guint i = 0; i < strays->len; i++) {
		struct stray *one = &g_array_index(strays, struct stray, i);

		if (one->c == c && same_name(one->face, new.face)) {
			one->n++;
			return;
		}
	}
	if (new.first.text != NULL)
		new.first = place_of(letter, new.first);
	g_array_append_val(strays, new);
}

static void
count_run(struct use *use, const struct nb_item *run)
{
	const struct nb_str text = run->run.text;

	for (size_t at = 0; at < text.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(text, &at);

		if (nb_is_blank(c))
			continue;
		count_face(use->face, run->run.face);
		if (nb_fonts_is_fallback(
			use->fonts, use->script, run->run.face, c))
			count_stray(use->stray, run, c,
			    nb_str_sub(text, begin, at - begin));
	}
}

static void
count_pages(struct use *use, const struct nb_pages *pages)
{
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *page = &pages->page[i];

		for (uint32_t k = 0; k < page->n_items; k++)
			if (page->item[k].kind == NB_ITEM_RUN)
				count_run(use, &page->item[k]);
	}
}

/* Rows are made of strings that the chunk keeps. */
NB_PRINTF(2, 3)
static const char *
keep(GStringChunk *chunk, const char *fmt, ...)
{
	g_autofree char *text = NULL;
	va_list args;

	va_start(args, fmt);
	text = g_strdup_vprintf(fmt, args);
	va_end(args);
	return g_string_chunk_insert(chunk, text);
}

static const char *
keep_place(GStringChunk *chunk, struct nb_span place)
{
	struct nb_pos pos;

	if (place.text == NULL)
		return "程序加的字";
	pos = nb_text_pos(place.text, place.begin);
	return keep(chunk, "第 %u 行第 %u 列", pos.line, pos.col);
}

static void
write_faces(GString *out, GStringChunk *chunk, const GArray *faces)
{
	g_autoptr(GArray) rows =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_table_row));
	const struct nb_table_row head = { { "字体", "字数", "许可" } };

	g_array_append_val(rows, head);
	for (guint i = 0; i < faces->len; i++) {
		const struct face_use *one =
		    &g_array_index(faces, struct face_use, i);
		const struct nb_str name = nb_face_name(one->face);
		const struct nb_str licence = nb_face_licence(one->face);
		const struct nb_table_row row = { {
		    keep(chunk, NB_FMT, NB_ARG(name)),
		    keep(chunk, "%u", one->n),
		    keep(chunk, NB_FMT, NB_ARG(licence)),
		} };

		g_array_append_val(rows, row);
	}
	nb_table_write(
	    out, "", (const struct nb_table_row *)rows->data, rows->len);
}

static void
write_strays(GString *out, GStringChunk *chunk, const GArray *strays)
{
	g_autoptr(GArray) rows =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_table_row));
	const struct nb_table_row head = { { "字", "编码", "字数", "字体",
	    "最先在" } };

	g_array_append_val(rows, head);
	for (guint i = 0; i < strays->len; i++) {
		const struct stray *one =
		    &g_array_index(strays, struct stray, i);
		const struct nb_str name = nb_face_name(one->face);
		char c[7] = "";
		struct nb_table_row row;

		g_unichar_to_utf8(one->c, c);
		row = (struct nb_table_row){ {
		    keep(chunk, "%s", c),
		    keep(chunk, "U+%04X", one->c),
		    keep(chunk, "%u", one->n),
		    keep(chunk, NB_FMT, NB_ARG(name)),
		    keep_place(chunk, one->first),
		} };
		g_array_append_val(rows, row);
	}
	nb_table_write(
	    out, "", (const struct nb_table_row *)rows->data, rows->len);
}

void
nb_fonts_used_write(GString *out, const struct nb_pages *pages,
    const struct nb_fonts *fonts, enum nb_script script)
{
	g_autoptr(GStringChunk) chunk = g_string_chunk_new(1024);
	g_autoptr(GArray) faces =
	    g_array_new(FALSE, TRUE, sizeof(struct face_use));
	g_autoptr(GArray) strays =
	    g_array_new(FALSE, TRUE, sizeof(struct stray));
	struct use use = { fonts, script, faces, strays };

	count_pages(&use, pages);
	write_faces(out, chunk, faces);
	if (strays->len == 0) {
		g_string_append(out, "\n各角色的首选字体都有所用的字\n");
		return;
	}
	g_string_append(out, "\n首选字体没有，换了备用字体的字：\n\n");
	write_strays(out, chunk, strays);
}
