/*
 * style/outline.c - loads an outline: what it departs from, then the file,
 * then whether its parts fit together.
 */
#include "style/outline.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"
#include "style/codes.h"
#include "style/number_words.h"
#include "style/outline_read.h"

#include <string.h>

enum { BASES_MAX = 4 }; /* 依照 of 依照 … */

static const struct nb_outline *load(struct nb_arena *a, const char *path,
    const char *templates, unsigned depth, struct nb_diags *d);

/* The outline that 依照 names, NULL with a finding. */
static const struct nb_outline *
load_base(struct nb_outline_reader *rd, const struct nb_node *said,
    const char *templates, unsigned depth)
{
	const struct nb_str name = nb_node_text(said);
	g_autofree char *folder = g_strndup(name.p, name.n);
	g_autofree char *path =
	    g_build_filename(templates, folder, "outline.yaml", NULL);
	const bool there = name.n > 0 && !nb_str_has(name, NB_S("/")) &&
	    depth < BASES_MAX && g_file_test(path, G_FILE_TEST_IS_REGULAR);
	const struct nb_outline *base = NULL;

	if (there)
		base = load(
		    rd->file.arena, path, templates, depth + 1, rd->file.diags);
	if (base == NULL)
		nb_diag_add(rd->file.diags, &nb_code_L42, said->span,
		    "所依照的大纲“" NB_FMT "”%s", NB_ARG(name),
		    there ? "不能用" : "不在模板里");
	return base;
}

static size_t
find_topic(const GArray *topics, struct nb_str name)
{
	size_t i;

	for (i = 0; i < topics->len; i++)
		if (nb_str_eq(
			g_array_index(topics, struct nb_topic, i).name, name))
			break;
	return i;
}

/*
 * The file's own topics are looked for first; one that the outline below has,
 * too, takes its place there.
 */
static void
set_topics(struct nb_outline_reader *rd)
{
	struct nb_outline *o = rd->outline;
	GArray *own = rd->topic;
	struct nb_topic *topic =
	    nb_new_n(rd->file.arena, struct nb_topic, own->len + o->n_topics);
	g_autofree bool *placed = g_new0(bool, own->len + 1);
	uint32_t n = 0;

	for (uint32_t i = 0; i < o->n_topics; i++)
		placed[find_topic(own, o->topic[i].name)] = true;
	for (guint i = 0; i < own->len; i++)
		if (!placed[i])
			topic[n++] = g_array_index(own, struct nb_topic, i);
	for (uint32_t i = 0; i < o->n_topics; i++) {
		const size_t k = find_topic(own, o->topic[i].name);

		topic[n++] = k < own->len
		    ? g_array_index(own, struct nb_topic, k)
		    : o->topic[i];
	}
	o->topic = topic;
	o->n_topics = n;
}

/* Adds the words that w lacks. */
static void
unite(struct nb_arena *a, struct nb_words *w, const struct nb_words *more)
{
	struct nb_str *word = nb_new_n(a, struct nb_str, w->n + more->n);
	uint32_t n = w->n;

	if (n > 0)
		memcpy(word, w->word, n * sizeof(*word));
	for (uint32_t i = 0; i < more->n; i++)
		if (!nb_words_have(w, more->word[i]))
			word[n++] = more->word[i];
	*w = (struct nb_words){ .word = word, .n = n };
}

/* What treats a 子项 treats the item above. */
static void
set_items(struct nb_outline_reader *rd)
{
	struct nb_outline *o = rd->outline;
	struct nb_outline_item *item;

	if (rd->item->len == 0)
		return;
	item = nb_arena_copy(rd->file.arena, rd->item);
	for (guint i = rd->item->len; i-- > 0;) {
		const uint32_t parent = item[i].parent;

		if (parent == NB_OUTLINE_NO_PARENT)
			continue;
		unite(rd->file.arena, &item[parent].strong, &item[i].strong);
		unite(rd->file.arena, &item[parent].weak, &item[i].weak);
	}
	o->item = item;
	o->n_items = rd->item->len;
}

static bool
is_known(const struct nb_outline *o, const struct nb_outline_mention *m)
{
	if (!m->item)
		return nb_outline_topic_named(o, m->name) != NULL;
	for (uint32_t i = 0; i < o->n_items; i++)
		if (nb_str_eq(o->item[i].name, m->name))
			return true;
	return false;
}

/* What there is instead: “主题有：监督、执法 …” */
static struct nb_str
list_known(const struct nb_outline *o, const struct nb_outline_mention *m,
    struct nb_arena *a)
{
	const uint32_t n = m->item ? o->n_items : o->n_topics;
	g_autoptr(GString) list =
	    g_string_new(m->item ? "大纲项有：" : "主题有：");

	for (uint32_t i = 0; i < n; i++)
		g_string_append_printf(list, "%s" NB_FMT, i > 0 ? "、" : "",
		    NB_ARG(m->item ? o->item[i].name : o->topic[i].name));
	return nb_arena_str(a, (struct nb_str){ list->str, list->len });
}

static void
check_mentions(const struct nb_outline_reader *rd)
{
	for (guint i = 0; i < rd->mention->len; i++) {
		const struct nb_outline_mention *m =
		    &g_array_index(rd->mention, struct nb_outline_mention, i);

		if (m->name.n == 0 || is_known(rd->outline, m))
			continue;
		nb_diag_add(rd->file.diags, &nb_code_L41, m->span,
		    "大纲文件的%s里没有“" NB_FMT "”", m->item ? "大纲" : "主题",
		    NB_ARG(m->name))
		    ->hint = list_known(rd->outline, m, rd->file.diags->arena);
	}
}

static bool
overlap(const struct nb_outline_item *a, const struct nb_outline_item *b)
{
	return (a->kind & b->kind) != 0 && (a->level & b->level) != 0 &&
	    nb_str_eq(a->name, b->name);
}

static void
check_items(const struct nb_outline_reader *rd)
{
	const struct nb_outline *o = rd->outline;

	for (uint32_t i = 0; i < rd->item->len; i++) {
		const struct nb_outline_item *item = &o->item[i];
		const struct nb_span place =
		    g_array_index(rd->place, struct nb_span, i);

		if (item->strong.n == 0 && item->key == NB_OUTLINE_KEY_NONE)
			nb_diag_add(rd->file.diags, &nb_code_L41, place,
			    "“" NB_FMT "”没有写怎样从标题里认出来",
			    NB_ARG(item->name))
			    ->hint =
			    NB_S("写“词: [标题里的词]”，或“强: [主题]”，"
				 "或把它分成“子项”");
		for (uint32_t k = 0; k < i; k++)
			if (overlap(&o->item[k], item))
				nb_diag_add(rd->file.diags, &nb_code_L41, place,
				    "大纲项“" NB_FMT "”写了两次",
				    NB_ARG(item->name));
	}
}

static void
read_file(struct nb_outline_reader *rd, const struct nb_node *root,
    const char *templates, unsigned depth)
{
	const struct nb_node *said = nb_node_get(root, NB_S("依照"));
	const struct nb_outline *base = NULL;

	if (said != NULL)
		base = load_base(rd, said, templates, depth);
	rd->outline->number = &nb_number_words_none;
	if (base != NULL)
		*rd->outline = *base;
	rd->based = said != NULL;
	nb_outline_read(rd, root);
	set_topics(rd);
	set_items(rd);
	if (said == NULL || base != NULL)
		check_mentions(rd);
	check_items(rd);
}

static const struct nb_outline *
load(struct nb_arena *a, const char *path, const char *templates,
    unsigned depth, struct nb_diags *d)
{
	const unsigned errors = d->n[NB_ERROR];
	g_autoptr(GArray) topic =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_topic));
	g_autoptr(GArray) item =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_outline_item));
	g_autoptr(GArray) place =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_span));
	g_autoptr(GArray) mention =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_outline_mention));
	struct nb_outline *o = nb_new(a, struct nb_outline);
	struct nb_outline_reader rd = { { a, d, "大纲文件", &nb_code_L40,
					    &nb_code_L41 },
		o, topic, item, place, mention, false };
	const struct nb_text *text;

	if (nb_source_open(a, path, d, &text) != NB_OK)
		return NULL;
	read_file(&rd,
	    g_str_has_prefix(path, templates) ? nb_source_yaml_own(a, text, d)
					      : nb_source_yaml(a, text, d),
	    templates, depth);
	return d->n[NB_ERROR] == errors ? o : NULL;
}

const struct nb_outline *
nb_outline_load_own(struct nb_arena *a, const char *path, const char *templates,
    struct nb_diags *d)
{
	return load(a, path, templates, 0, d);
}

const struct nb_outline *
nb_outline_load(struct nb_arena *a, const char *path, struct nb_diags *d)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *templates = g_path_get_dirname(folder);

	return load(a, path, templates, 0, d);
}
