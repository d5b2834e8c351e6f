#include "cli/archive/carry.h"

#include "base/arena.h"
#include "cli/archive/indicators.h"
#include "cli/archive/making.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/load.h"
#include "cli/past.h"
#include "cli/sums.h"
#include "diag/render.h"
#include "font/font.h"
#include "layout/frame.h"
#include "model/report.h"
#include "output/output.h"
#include "source/node.h"
#include "style/template.h"

static const char usual_name[] = "年报.yaml"; /* of standard input */
static const char figures_file[] = "指标.json";

bool
nb_carry_asked(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_output *output, bool *ret)
{
	const char *word = args->pdfa;

	*ret = word != NULL && g_str_equal(word, "3a");
	if (word == NULL)
		return true;
	if (!*ret && !g_str_equal(word, "2a"))
		nb_cli_complain(
		    cli, "--pdfa 后面要写 2a 或 3a，不是“%s”", word);
	else if (output->write != nb_output_find("pdf")->write)
		nb_cli_complain(
		    cli, "--pdfa 是 PDF 的格式，输出 %s 用不上", output->name);
	else
		return true;
	return false;
}

/* All that goes along, as it is put together. */
struct carrying {
	struct nb_arena *arena;
	const struct nb_data *data;
	GArray *file;   /* of struct nb_attached */
	GArray *source; /* of struct nb_making_file */
	GArray *read;   /* of uint32_t */
	GArray *font;   /* of struct nb_making_file */
};

static struct nb_str
keep(struct nb_arena *a, const char *s)
{
	return nb_arena_str(a, nb_str_z(s));
}

/* The last name of a path, as text. */
static struct nb_str
base_of(struct nb_arena *a, const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *valid = nb_render_valid(nb_str_z(base));

	return keep(a, g_str_equal(path, "-") ? usual_name : valid);
}

static bool
is_taken(const struct carrying *c, struct nb_str name)
{
	for (guint i = 0; i < c->file->len; i++)
		if (nb_str_eq(
			g_array_index(c->file, struct nb_attached, i).name,
			name))
			return true;
	return nb_str_eq(name, NB_S(NB_MAKING_FILE)) ||
	    nb_str_eq(name, nb_str_z(figures_file));
}

/* “2023.yaml”, or “2-2023.yaml” when another file is called so. */
static struct nb_str
free_name(const struct carrying *c, struct nb_str name)
{
	struct nb_str free = name;

	for (unsigned i = 2; is_taken(c, free); i++)
		free = nb_arena_printf(c->arena, "%u-" NB_FMT, i, NB_ARG(name));
	return free;
}

static struct nb_str
sum_of(struct nb_arena *a, struct nb_str bytes)
{
	g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256,
	    (const guchar *)(bytes.n > 0 ? bytes.p : ""), bytes.n);

	return keep(a, sum);
}

static void
add_file(struct carrying *c, struct nb_str name, const char *title,
    const char *mime, enum nb_relation relation, struct nb_str bytes)
{
	const struct nb_attached file = { name, nb_str_z(title), mime, relation,
		bytes };

	g_array_append_val(c->file, file);
}

/* The number of a source, which is added when its bytes are new. */
static uint32_t
add_source(struct carrying *c, const char *path, struct nb_str bytes,
    const char *title)
{
	struct nb_making_file new = { .sum = sum_of(c->arena, bytes) };

	for (guint i = 0; i < c->source->len; i++)
		if (nb_str_eq(
			g_array_index(c->source, struct nb_making_file, i).sum,
			new.sum))
			return i + 1;
	new.name = free_name(c, base_of(c->arena, path));
	add_file(
	    c, new.name, title, "application/yaml", NB_RELATION_SOURCE, bytes);
	g_array_append_val(c->source, new);
	return c->source->len;
}

static void
see(void *to, const char *path, const struct nb_str *bytes)
{
	struct carrying *c = to;
	uint32_t number = 0;

	if (bytes->p != NULL)
		number = add_source(c, path, *bytes, "稿子引用的上年或方案");
	g_array_append_val(c->read, number);
}

/* From the disk, or from the shelf the document was made from. */
static void
add_sources(struct carrying *c, const struct nb_document *doc)
{
	const struct nb_past_shelf *shelf = doc->shelf;
	g_autofree char *path = g_strndup(doc->text->name.p, doc->text->name.n);

	add_source(c, path, doc->bytes, "排出这份 PDF 的稿子");
	if (shelf == NULL) {
		nb_past_each(c->arena, path, doc->root, see, c);
		return;
	}
	for (uint32_t i = 0; i < shelf->n; i++)
		see(c, shelf->name[i], &shelf->bytes[i]);
}

static int
compare_files(const void *pa, const void *pb)
{
	const struct nb_making_file *a = pa, *b = pb;

	return nb_str_cmp(a->name, b->name);
}

static void
add_font(struct carrying *c, GHashTable *seen, const struct nb_face *face)
{
	g_autofree char *path =
	    g_strndup(nb_face_file(face).p, nb_face_file(face).n);
	struct nb_making_file file;

	if (!g_hash_table_add(seen, g_strdup(path)))
		return;
	file.name = base_of(c->arena, path);
	file.sum = keep(c->arena, nb_sums_file(c->data->sums, path));
	g_array_append_val(c->font, file);
}

/* The files of all faces on the pages, by their names. */
static void
add_fonts(struct carrying *c, const struct nb_pages *pages)
{
	g_autoptr(GHashTable) faces = g_hash_table_new(NULL, NULL);
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *page = &pages->page[i];

		for (uint32_t k = 0; k < page->n_items; k++) {
			const struct nb_item *item = &page->item[k];

			if (item->kind == NB_ITEM_RUN &&
			    g_hash_table_add(faces, (void *)item->run.face))
				add_font(c, seen, item->run.face);
		}
	}
	g_array_sort(c->font, compare_files);
}

/* All values of a tree, so that two that say the same have one sum. */
static void
add_node(GChecksum *sum, const struct nb_node *node)
{
	const char kind = "SML"[node->kind];
	g_autofree char *n = NULL;

	g_checksum_update(sum, (const guchar *)&kind, 1);
	switch (node->kind) {
	case NB_NODE_SCALAR:
		n = g_strdup_printf("%zu:" NB_FMT, node->scalar.value.n,
		    NB_ARG(node->scalar.value));
		g_checksum_update(sum, (const guchar *)n, -1);
		return;
	case NB_NODE_MAP:
		for (uint32_t i = 0; i < node->map.n; i++) {
			const struct nb_str key = node->map.pair[i].key;

			g_checksum_update(
			    sum, (const guchar *)key.p, (gssize)key.n);
			add_node(sum, node->map.pair[i].value);
		}
		break;
	case NB_NODE_LIST:
		for (uint32_t i = 0; i < node->list.n; i++)
			add_node(sum, node->list.item[i]);
		break;
	}
	g_checksum_update(sum, (const guchar *)".", 1);
}

static struct nb_str
template_sum(struct nb_arena *a, const struct nb_template *t)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

	add_node(sum, t->tree);
	return keep(a, g_checksum_get_string(sum));
}

/* A word as another machine has to say it: a user's file without its folder. */
static struct nb_str
word_of(struct nb_arena *a, const char *word)
{
	struct nb_str base;

	if (!nb_data_is_file(word))
		return keep(a, word);
	base = base_of(a, word);
	return nb_data_is_file(base.p)
	    ? base
	    : nb_arena_printf(a, "./" NB_FMT, NB_ARG(base));
}

static struct nb_making_file
file_of(const struct carrying *c, const char *word, const char *file)
{
	g_autofree char *path = nb_data_path(c->data, word, file);

	return (struct nb_making_file){ word_of(c->arena, word),
		keep(c->arena, nb_sums_file(c->data->sums, path)) };
}

static void
add_making(struct carrying *c, bool conform, const struct nb_making *as)
{
	const struct nb_data *data = c->data;
	g_autofree char *roles =
	    g_build_filename(data->dir, "fonts", "roles.yaml", NULL);
	g_autoptr(GString) text = g_string_new(NULL);
	struct nb_making m = {
		.program = NB_S("nianbao " NB_VERSION),
		.conform = conform,
		.template = { word_of(c->arena, data->template_word),
		    template_sum(c->arena, data->template) },
		.outline = file_of(c, data->outline_word, NB_OUTLINE_FILE),
		.roles = { NB_S("roles.yaml"),
		    keep(c->arena, nb_sums_file(data->sums, roles)) },
		.font = (const struct nb_making_file *)(void *)c->font->data,
		.n_fonts = c->font->len,
		.source =
		    (const struct nb_making_file *)(void *)c->source->data,
		.n_sources = c->source->len,
		.read = (const uint32_t *)(void *)c->read->data,
		.n_reads = c->read->len,
	};

	if (data->words_file != NULL)
		m.words = file_of(c, data->words_file, NB_WORDS_FILE);
	if (as != NULL) {
		m.template.name = as->template.name;
		m.outline = as->outline;
		m.words = as->words;
	}
	nb_making_write(text, &m);
	add_file(c, NB_S(NB_MAKING_FILE), "排版记录：程序、版式、字体、选项",
	    "application/yaml", NB_RELATION_SUPPLEMENT,
	    nb_arena_str(c->arena, (struct nb_str){ text->str, text->len }));
}

static void
add_figures(struct carrying *c, const struct nb_report *r)
{
	g_autoptr(GString) json = g_string_new(NULL);

	if (r->n_indicators == 0)
		return;
	nb_indicators_json(json, c->arena, r);
	add_file(c, nb_str_z(figures_file), "指标的数值", "application/json",
	    NB_RELATION_DATA,
	    nb_arena_str(c->arena, (struct nb_str){ json->str, json->len }));
}

const struct nb_pages *
nb_carry(const struct nb_document *doc, const struct nb_data *data,
    bool conform, const struct nb_making *as, const struct nb_pages *pages)
{
	g_autoptr(GArray) file =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_attached));
	g_autoptr(GArray) source =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_making_file));
	g_autoptr(GArray) read = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	g_autoptr(GArray) font =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_making_file));
	struct carrying c = { doc->arena, data, file, source, read, font };
	struct nb_pages *all = nb_new(doc->arena, struct nb_pages);

	add_sources(&c, doc);
	add_fonts(&c, pages);
	add_figures(&c, doc->report);
	add_making(&c, conform, as);
	*all = *pages;
	all->attached = nb_arena_copy(doc->arena, file);
	all->n_attached = file->len;
	return all;
}
