#include "cli/archive/making.h"

#include "base/arena.h"
#include "cli/own_codes.h"
#include "diag/render.h"
#include "source/node.h"
#include "source/reader.h"

#include <stdlib.h>

static const char name_key[] = "名", sum_key[] = "SHA-256";

/* JSON is YAML: a string is written the same in both. */
static void
put_file(GString *out, const char *key, const struct nb_making_file *file)
{
	if (file->name.n == 0)
		return;
	g_string_append_printf(out, "%s {%s: ", key, name_key);
	nb_render_json_string(out, file->name);
	g_string_append_printf(
	    out, ", %s: \"" NB_FMT "\"}\n", sum_key, NB_ARG(file->sum));
}

static void
put_files(GString *out, const char *key, const struct nb_making_file *file,
    uint32_t n)
{
	g_string_append_printf(out, "%s\n", key);
	for (uint32_t i = 0; i < n; i++)
		put_file(out, "-", &file[i]);
}

void
nb_making_write(GString *out, const struct nb_making *m)
{
	g_string_append_printf(out,
	    "# 这份 PDF 是怎样排出来的：nianbao verify 照它重排\n记录: %d\n",
	    NB_MAKING_VERSION);
	g_string_append_printf(out, "程序: " NB_FMT "\n核对表: %s\n",
	    NB_ARG(m->program), m->conform ? "是" : "否");
	put_file(out, "版式:", &m->template);
	put_file(out, "大纲:", &m->outline);
	put_file(out, "词表:", &m->words);
	put_file(out, "字体表:", &m->roles);
	put_files(out, "字体:", m->font, m->n_fonts);
	put_files(out, "稿子:", m->source, m->n_sources);
	g_string_append(out, "依次读取: [");
	for (uint32_t i = 0; i < m->n_reads; i++)
		g_string_append_printf(
		    out, "%s%u", i > 0 ? ", " : "", m->read[i]);
	g_string_append(out, "]\n");
}

static struct nb_str
get_text(const struct nb_node *map, const char *key)
{
	return nb_node_text(nb_node_get(map, nb_str_z(key)));
}

static struct nb_making_file
get_file(const struct nb_node *node)
{
	return (struct nb_making_file){ get_text(node, name_key),
		get_text(node, sum_key) };
}

static const struct nb_node *
get_list(const struct nb_node *root, const char *key, uint32_t *n)
{
	const struct nb_node *list = nb_node_get(root, nb_str_z(key));

	*n = list != NULL && list->kind == NB_NODE_LIST ? list->list.n : 0;
	return list;
}

static const struct nb_making_file *
get_files(struct nb_arena *a, const struct nb_node *root, const char *key,
    uint32_t *n)
{
	const struct nb_node *list = get_list(root, key, n);
	struct nb_making_file *file = nb_new_n(a, struct nb_making_file, *n);

	for (uint32_t i = 0; i < *n; i++)
		file[i] = get_file(list->list.item[i]);
	return file;
}

/* A number that is no number of a file is 0. */
static const uint32_t *
get_reads(struct nb_arena *a, const struct nb_node *root, uint32_t n_sources,
    uint32_t *n)
{
	const struct nb_node *list = get_list(root, "依次读取", n);
	uint32_t *read = nb_new_n(a, uint32_t, *n);

	for (uint32_t i = 0; i < *n; i++) {
		const struct nb_str s = nb_node_text(list->list.item[i]);
		g_autofree char *word = g_strndup(s.p, s.n);
		const unsigned long k = strtoul(word, NULL, 10);

		read[i] = k <= n_sources ? (uint32_t)k : 0;
	}
	return read;
}

static void
read_root(struct nb_arena *a, const struct nb_node *root, struct nb_making *ret)
{
	*ret = (struct nb_making){
		.program = get_text(root, "程序"),
		.conform = nb_str_eq(get_text(root, "核对表"), NB_S("是")),
		.template = get_file(nb_node_get(root, NB_S("版式"))),
		.outline = get_file(nb_node_get(root, NB_S("大纲"))),
		.words = get_file(nb_node_get(root, NB_S("词表"))),
		.roles = get_file(nb_node_get(root, NB_S("字体表"))),
	};
	ret->font = get_files(a, root, "字体", &ret->n_fonts);
	ret->source = get_files(a, root, "稿子", &ret->n_sources);
	ret->read = get_reads(a, root, ret->n_sources, &ret->n_reads);
}

bool
nb_making_read(struct nb_arena *a, const struct nb_text *pdf,
    struct nb_str bytes, struct nb_diags *d, struct nb_making *ret)
{
	const struct nb_span whole = { pdf, 0, 0 };
	struct nb_diags unheard;
	const struct nb_node *root;
	struct nb_str version;

	nb_diags_init(&unheard, a);
	root = nb_source_yaml(a,
	    nb_source_text(a, NB_S(NB_MAKING_FILE), bytes, &unheard), &unheard);
	version = get_text(root, "记录");
	read_root(a, root, ret);
	if (version.n > 0 && !nb_str_eq(version, NB_S("1"))) {
		nb_diag_add(d, &nb_code_A34, whole,
		    "排版记录是第 " NB_FMT " 版的，本程序只读得懂第 %d 版",
		    NB_ARG(version), NB_MAKING_VERSION)
		    ->hint = NB_S("换用新一些的 nianbao 核对");
		return false;
	}
	if (version.n > 0 && unheard.n[NB_ERROR] == 0 && ret->program.n > 0 &&
	    ret->template.name.n > 0 && ret->n_sources > 0)
		return true;
	nb_diag_add(d, &nb_code_A34, whole, "排版记录（%s）损坏了，读不懂",
	    NB_MAKING_FILE);
	return false;
}
