/*
 * Pango says which face sets which part of a text, in which direction, and
 * where a line may break; HarfBuzz shapes, in font units, from the file that
 * will be embedded.
 */
#include "font/system.h"

#include "base/arena.h"
#include "font/face.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <math.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <string.h>

struct nb_system {
	char **dir; /* NULL: what the system has */
	PangoContext *context;
	FcConfig *config;
	struct nb_arena *arena; /* of the faces */
	GPtrArray *face;        /* of struct nb_face */
};

static struct nb_system *
open_system(char **dir)
{
	struct nb_system *s = g_new0(struct nb_system, 1);

	s->dir = g_strdupv(dir);
	s->arena = nb_arena_new();
	s->face = g_ptr_array_new();
	return s;
}

static void
close_system(struct nb_system *s)
{
	for (guint i = 0; i < s->face->len; i++)
		nb_face_close(s->face->pdata[i]);
	g_ptr_array_unref(s->face);
	nb_arena_free(s->arena);
	if (s->context != NULL)
		pango_fc_font_map_shutdown(
		    PANGO_FC_FONT_MAP(pango_context_get_font_map(s->context)));
	g_clear_object(&s->context);
	if (s->config != NULL)
		FcConfigDestroy(s->config);
	g_strfreev(s->dir);
	g_free(s);
}

static int
compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* File by file and in order: so nothing is cached, and nothing differs. */
static void
add_folder(FcConfig *config, const char *path)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
		g_ptr_array_add(files, g_build_filename(path, name, NULL));
	g_ptr_array_sort(files, compare);
	for (guint i = 0; i < files->len; i++)
		FcConfigAppFontAddFile(config, files->pdata[i]);
}

static FcConfig *
config_of(char **dir)
{
	FcConfig *config;

	if (dir == NULL)
		return FcInitLoadConfigAndFonts();
	config = FcConfigCreate();
	for (; *dir != NULL; dir++)
		add_folder(config, *dir);
	return config;
}

static PangoContext *
context_of(struct nb_system *s)
{
	PangoFontMap *map;
	PangoFontDescription *like;

	if (s->context != NULL)
		return s->context;
	map = pango_ft2_font_map_new();
	s->config = config_of(s->dir);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), s->config);
	s->context = pango_font_map_create_context(map);
	g_object_unref(map);
	like = pango_font_description_from_string("serif 16");
	pango_context_set_font_description(s->context, like);
	pango_font_description_free(like);
	pango_context_set_language(
	    s->context, pango_language_from_string("zh"));
	return s->context;
}

static struct nb_face *
open_face(
    struct nb_system *s, unsigned id, const FcPattern *pattern, double shift)
{
	FcChar8 *file = NULL, *name = NULL;
	struct nb_face *face;
	int index = 0;

	if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
		return NULL;
	FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
	FcPatternGetString(pattern, FC_FAMILY, 0, &name);
	for (guint i = 0; i < s->face->len; i++) {
		face = s->face->pdata[i];
		if (strcmp(face->file.p, (const char *)file) == 0 &&
		    face->index == (unsigned)index && face->shift == shift)
			return face;
	}
	face = nb_new(s->arena, struct nb_face);
	face->id = id + s->face->len;
	face->file = nb_arena_printf(s->arena, "%s", (const char *)file);
	face->name = nb_arena_printf(
	    s->arena, "%s", (const char *)(name != NULL ? name : file));
	face->licence = NB_S("系统字体");
	face->index = (unsigned)index;
	face->scale = 1;
	face->shift = shift;
	face->system = true;
	face->state = nb_face_open(face);
	g_ptr_array_add(s->face, face);
	return face;
}

static hb_buffer_t *
shape(const struct nb_face *face, const PangoItem *item, struct nb_str text)
{
	const PangoAnalysis *how = &item->analysis;
	hb_buffer_t *buffer = hb_buffer_create();
	const uint32_t script =
	    g_unicode_script_to_iso15924((GUnicodeScript)how->script);

	hb_buffer_add_utf8(
	    buffer, text.p, (int)text.n, (unsigned)item->offset, item->length);
	hb_buffer_set_direction(
	    buffer, how->level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(script));
	hb_buffer_set_language(buffer,
	    hb_language_from_string(
		pango_language_to_string(how->language), -1));
	hb_shape(face->font, buffer, NULL, 0);
	return buffer;
}

/*
 * How many bytes each glyph stands for: the whole cluster at the first glyph
 * in the order of the text, nothing at the others.
 */
static void
count_text(struct nb_shaped *shaped, struct nb_shaped_glyph *glyph,
    const hb_glyph_info_t *info)
{
	const uint32_t n = shaped->n;
	const bool backward = shaped->backward;
	uint32_t end = shaped->at + shaped->text_n;

	for (uint32_t i = n; i-- > 0;) {
		const uint32_t k = backward ? n - 1 - i : i;

		if (i > 0 &&
		    info[backward ? k + 1 : k - 1].cluster == info[k].cluster)
			continue;
		glyph[k].text_n = end - info[k].cluster;
		end = info[k].cluster;
	}
}

/* False when the face lacks a character. */
static bool
take_glyphs(struct nb_shaped *shaped, struct nb_arena *a, hb_buffer_t *buffer)
{
	unsigned n;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
	const hb_glyph_position_t *pos =
	    hb_buffer_get_glyph_positions(buffer, NULL);
	struct nb_shaped_glyph *glyph =
	    nb_new_n(a, struct nb_shaped_glyph, n + 1);
	const double mille = 1000.0 / hb_face_get_upem(shaped->face->hb);
	int64_t x = 0;

	for (unsigned i = 0; i < n; i++) {
		if (info[i].codepoint == 0)
			return false;
		glyph[i] = (struct nb_shaped_glyph){
			.gid = info[i].codepoint,
			.x = (int32_t)lround(
			    (double)(x + pos[i].x_offset) * mille),
			.y = (int32_t)lround(pos[i].y_offset * mille),
		};
		x += pos[i].x_advance;
	}
	shaped->glyph = glyph;
	shaped->n = n;
	shaped->advance = (int32_t)lround((double)x * mille);
	count_text(shaped, glyph, info);
	return n > 0;
}

/* The part of the text that an item is; its face is NULL if there is none. */
static struct nb_shaped
shape_item(struct nb_system *s, unsigned first_id, double shift,
    struct nb_arena *a, struct nb_str text, const PangoItem *item)
{
	struct nb_shaped shaped = {
		.at = (uint32_t)item->offset,
		.text_n = (uint32_t)item->length,
		.backward = item->analysis.level % 2 != 0,
	};
	FcPattern *pattern;
	hb_buffer_t *buffer;

	if (!PANGO_IS_FC_FONT(item->analysis.font))
		return shaped;
	pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(item->analysis.font));
	shaped.face = open_face(s, first_id, pattern, shift);
	if (shaped.face == NULL || shaped.face->hb == NULL) {
		shaped.face = NULL;
		return shaped;
	}
	buffer = shape(shaped.face, item, text);
	if (!take_glyphs(&shaped, a, buffer))
		shaped.face = NULL;
	hb_buffer_destroy(buffer);
	return shaped;
}

/* The first place within an item where a line may end, in characters; or 0. */
static int
break_in(const PangoItem *item, const PangoLogAttr *attr)
{
	for (int i = 1; i < item->num_chars; i++)
		if (attr[i].is_line_break)
			return i;
	return 0;
}

/* Items end where a line may end, too. */
static GList *
split_at_breaks(GList *items, const PangoLogAttr *attr, struct nb_str text)
{
	for (GList *l = items; l != NULL;) {
		PangoItem *item = l->data;
		const char *p = text.p + item->offset;
		const int n = break_in(item, attr);
		const int bytes = (int)(g_utf8_offset_to_pointer(p, n) - p);

		attr += n > 0 ? n : item->num_chars;
		if (n > 0)
			items = g_list_insert_before(
			    items, l, pango_item_split(item, bytes, n));
		else
			l = l->next;
	}
	return items;
}

static GList *
itemise(struct nb_system *s, struct nb_str text, PangoLogAttr *attr, int n)
{
	GList *items =
	    pango_itemize(context_of(s), text.p, 0, (int)text.n, NULL, NULL);

	pango_get_log_attrs(text.p, (int)text.n, -1,
	    pango_context_get_language(s->context), attr, n + 1);
	return split_at_breaks(items, attr, text);
}

static uint32_t
shape_text(struct nb_system *s, unsigned first_id, double shift,
    struct nb_arena *a, struct nb_str text, struct nb_shaped **ret)
{
	const size_t n_chars = nb_str_chars(text);
	g_autofree PangoLogAttr *attr = g_new0(PangoLogAttr, n_chars + 1);
	GList *items = itemise(s, text, attr, (int)n_chars);
	uint32_t n = 0;
	int c = 0;

	*ret = nb_new_n(a, struct nb_shaped, g_list_length(items));
	for (const GList *l = items; l != NULL; l = l->next) {
		const PangoItem *item = l->data;

		c += item->num_chars;
		(*ret)[n] = shape_item(s, first_id, shift, a, text, item);
		(*ret)[n++].may_break = attr[c].is_line_break;
	}
	g_list_free_full(
	    items, (GDestroyNotify)(void (*)(void))pango_item_free);
	return n;
}

NB_PART_ENTRY const struct nb_system_part nb_system_part = {
	.part = { NB_VERSION },
	.open = open_system,
	.close = close_system,
	.shape = shape_text,
};
