#include "model/decode.h"

#include "base/arena.h"
#include "base/clip.h"
#include "model/codes.h"

#include <glib.h>
#include <string.h>

static void *
field(void *owner, size_t at)
{
	return (char *)owner + at;
}

static void
set_pointer(void *owner, size_t at, const void *p)
{
	memcpy(field(owner, at), &p, sizeof(p));
}

static void
set_span(const struct nb_object *object, void *owner, struct nb_span span)
{
	if (object->span_at != NB_NO_FIELD)
		memcpy(field(owner, object->span_at), &span, sizeof(span));
}

static const struct nb_key *
main_key(const struct nb_object *object)
{
	return object->main == NULL
	    ? NULL
	    : nb_key_find(object, nb_str_z(object->main));
}

/* May this node stand for the object as the value of its main key? */
static bool
is_bare(const struct nb_object *object, const struct nb_node *node)
{
	const struct nb_key *key = main_key(object);

	if (!object->bare || node->kind == NB_NODE_MAP)
		return false;
	if (key->value == NB_VALUE_LIST || key->value == NB_VALUE_NAMES)
		return node->kind == NB_NODE_LIST;
	return node->kind == NB_NODE_SCALAR;
}

static bool
fits(const struct nb_object *object, const struct nb_node *node)
{
	return node->kind == NB_NODE_MAP || is_bare(object, node) ||
	    (object->blank && nb_decode_is_empty(node));
}

/* What stands under the main key of an item, or NULL. */
static const struct nb_node *
main_value(const struct nb_object *object, const struct nb_node *node)
{
	const struct nb_key *key = main_key(object);

	if (key == NULL || node->kind != NB_NODE_MAP)
		return NULL;
	for (uint32_t i = 0; i < node->map.n; i++)
		if (nb_key_find(object, node->map.pair[i].key) == key)
			return node->map.pair[i].value;
	return NULL;
}

/* What a finding about an item points at. */
static struct nb_span
item_span(const struct nb_object *object, const struct nb_node *node)
{
	const struct nb_node *value = main_value(object, node);

	return value != NULL ? value->span : node->span;
}

static void read_key(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_pair *pair, void *owner);

/* One structure from a node that fits. */
static void
read_object(struct nb_decoder *dec, const struct nb_object *object,
    const struct nb_node *node, struct nb_span span, void *owner)
{
	struct nb_pair pair = { .key = NB_S(""), .value = node };

	pair.key_span = node->span;
	set_span(object, owner, span);
	if (node->kind == NB_NODE_MAP) {
		nb_decode_map(dec, object, node, owner);
		return;
	}
	nb_decode_map(dec, object, NULL, owner);
	if (!nb_decode_is_empty(node))
		read_key(dec, main_key(object), &pair, owner);
}

static void
read_list(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	const struct nb_object *object = key->object;
	const bool list = node->kind == NB_NODE_LIST;
	const uint32_t most = list ? node->list.n : 1;
	char *array;
	uint32_t n = 0;

	if (!list) {
		nb_decode_misfit(dec, nb_str_z(key->name), key->value, node);
		/* The one item of a list that lacks its dash? */
		if (main_value(object, node) == NULL)
			return;
	}
	array = nb_arena_alloc_n(dec->arena, most, object->size);
	for (uint32_t i = 0; i < most; i++) {
		const struct nb_node *item = list ? node->list.item[i] : node;

		if (nb_decode_is_empty(item) && !object->blank) {
			nb_diag_add(dec->diags, &nb_code_Y36, item->span,
			    "“%s”的第 %u 项是空的，已略过", key->name, i + 1);
			continue;
		}
		if (!fits(object, item)) {
			nb_decode_misfit_item(
			    dec, nb_str_z(key->name), NB_VALUE_OBJECT, item);
			continue;
		}
		read_object(dec, object, item, item_span(object, item),
		    array + n++ * object->size);
	}
	set_pointer(owner, key->at, array);
	memcpy(field(owner, key->also), &n, sizeof(n));
}

static void
read_map(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	const struct nb_object *object = key->object;
	char *array;
	uint32_t n = 0;

	if (node->kind != NB_NODE_MAP) {
		nb_decode_misfit(dec, nb_str_z(key->name), key->value, node);
		return;
	}
	array = nb_arena_alloc_n(dec->arena, node->map.n, object->size);
	for (uint32_t i = 0; i < node->map.n; i++) {
		const struct nb_pair *p = &node->map.pair[i];
		const struct nb_str name = nb_str_trim(p->key);
		char *item = array + n++ * object->size;

		memcpy(item + object->name_at, &name, sizeof(name));
		if (fits(object, p->value))
			read_object(dec, object, p->value, p->key_span, item);
		else
			nb_decode_misfit(dec, name, NB_VALUE_TEXT, p->value);
		set_span(object, item, p->key_span);
	}
	set_pointer(owner, key->at, array);
	memcpy(field(owner, key->also), &n, sizeof(n));
	if (object == &nb_object_indicator)
		nb_figures_set(&dec->figures,
		    (const struct nb_indicator *)(const void *)array, n);
}

/* A structure under a key of its own, named by that key. */
static void
read_single(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_pair *pair, void *owner)
{
	void *one = field(owner, key->at);

	if (!fits(key->object, pair->value)) {
		nb_decode_misfit(
		    dec, nb_str_z(key->name), key->value, pair->value);
		return;
	}
	if (key->value == NB_VALUE_OBJECT) {
		one = nb_arena_alloc(dec->arena, key->object->size);
		set_pointer(owner, key->at, one);
	}
	read_object(dec, key->object, pair->value, pair->key_span, one);
}

static void
read_key(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_pair *pair, void *owner)
{
	if (nb_decode_is_empty(pair->value))
		return;
	switch (key->value) {
	case NB_VALUE_OBJECT:
	case NB_VALUE_INLINE:
		read_single(dec, key, pair, owner);
		break;
	case NB_VALUE_LIST:
		read_list(dec, key, pair->value, owner);
		break;
	case NB_VALUE_MAP:
		read_map(dec, key, pair->value, owner);
		break;
	case NB_VALUE_TEXT:
	case NB_VALUE_PLAIN:
	case NB_VALUE_FORMULA:
	case NB_VALUE_PARAS:
	case NB_VALUE_NAMES:
	case NB_VALUE_FIGURES:
	case NB_VALUE_DATE:
	case NB_VALUE_YEARS:
	case NB_VALUE_COUNT:
	case NB_VALUE_CHOICE:
	case NB_VALUE_FLAG:
		nb_decode_value(dec, key, pair->value, owner);
		break;
	}
}

static unsigned
n_findings(const struct nb_decoder *dec)
{
	unsigned sum = 0;

	for (size_t i = 0; i < NB_COUNT(dec->diags->n); i++)
		sum += dec->diags->n[i];
	return sum;
}

static void
add_fault(const struct nb_object *object, const struct nb_key *key, void *owner)
{
	nb_faults faults;

	if (object->faulty_at == 0)
		return;
	memcpy(&faults, field(owner, object->faulty_at), sizeof(faults));
	faults |= (nb_faults)1 << (key - object->key);
	memcpy(field(owner, object->faulty_at), &faults, sizeof(faults));
}

/* “标题、正文、条目”: all an object knows, or the first of them. */
static struct nb_str
list_keys(struct nb_decoder *dec, const struct nb_object *object)
{
	enum { MOST = 12 };
	g_autoptr(GString) s = g_string_new(NULL);

	for (size_t i = 0; i < object->n_keys && i < MOST; i++)
		g_string_append_printf(
		    s, "%s%s", i > 0 ? "、" : "", object->key[i].name);
	if (object->n_keys > MOST)
		g_string_append(s, "……");
	return nb_arena_str(
	    dec->diags->arena, (struct nb_str){ s->str, s->len });
}

static void
report_unknown(struct nb_decoder *dec, const struct nb_object *object,
    const struct nb_pair *pair, void *owner)
{
	struct nb_arena *a = dec->diags->arena;
	struct nb_diag *g = nb_diag_add(dec->diags, &nb_code_Y31,
	    pair->key_span, "不认识的键“" NB_FMT "”",
	    NB_ARG(nb_clip(dec->arena, pair->key)));
	const struct nb_object *home;
	const struct nb_key *near;

	if (dec->guesses == 0)
		return;
	dec->guesses--;
	near = nb_key_nearest(object, pair->key);
	home = nb_key_home(pair->key);
	if (near != NULL) {
		add_fault(object, near, owner);
		g->hint = nb_arena_printf(a, "是否想写“%s”", near->name);
		g->fix = nb_str_z(near->name);
	} else if (home != NULL)
		g->hint =
		    nb_arena_printf(a, "“" NB_FMT "”可以写在“%s”里，不写在这里",
			NB_ARG(pair->key), home->name);
	else
		g->hint = nb_arena_printf(
		    a, "这里可以写：" NB_FMT, NB_ARG(list_keys(dec, object)));
}

/* The pair of each row of the table; the rest is reported. */
static void
sort_pairs(struct nb_decoder *dec, const struct nb_object *object,
    const struct nb_node *map, const struct nb_pair **pairs, void *owner)
{
	for (uint32_t i = 0; i < map->map.n; i++) {
		const struct nb_pair *p = &map->map.pair[i];
		const struct nb_key *key = nb_key_find(object, p->key);
		const struct nb_pair **known;

		if (key == NULL) {
			report_unknown(dec, object, p, owner);
			continue;
		}
		known = &pairs[key - object->key];
		if (*known != NULL)
			nb_diag_add(dec->diags, &nb_code_Y35, p->key_span,
			    "“" NB_FMT "”就是“" NB_FMT
			    "”，前面已经写了，以前一个为准",
			    NB_ARG(p->key), NB_ARG((*known)->key));
		else
			*known = p;
	}
}

static void
read_known(struct nb_decoder *dec, const struct nb_object *object,
    const struct nb_key *key, const struct nb_pair *pair, void *owner)
{
	const unsigned before = n_findings(dec);

	read_key(dec, key, pair, owner);
	if (n_findings(dec) > before)
		add_fault(object, key, owner);
}

static void
report_missing(struct nb_decoder *dec, const struct nb_object *object,
    const struct nb_key *key, const struct nb_node *map)
{
	/* What a whole report must have is the business of S04. */
	if (key->required && object != &nb_object_report)
		nb_diag_add(dec->diags, &nb_code_Y40, item_span(object, map),
		    "%s里缺“%s”", object->title, key->name);
}

void
nb_decode_map(struct nb_decoder *dec, const struct nb_object *object,
    const struct nb_node *map, void *owner)
{
	const struct nb_pair *pairs[NB_KEYS_MAX] = { NULL };
	const uint32_t one = 1;

	nb_assert(object->n_keys <= NB_KEYS_MAX);
	if (map != NULL)
		sort_pairs(dec, object, map, pairs, owner);
	for (size_t i = 0; i < object->n_keys; i++) {
		const struct nb_key *key = &object->key[i];

		if (key->value == NB_VALUE_COUNT)
			memcpy(field(owner, key->at), &one, sizeof(one));
		if (pairs[i] != NULL)
			read_known(dec, object, key, pairs[i], owner);
		else if (map != NULL)
			report_missing(dec, object, key, map);
	}
}
