/*
 * A row of the table becomes a face; rows that say the same share one.
 */
#include "font/roles.h"

#include "base/arena.h"
#include "font/codes.h"
#include "font/face.h"
#include "source/node.h"
#include "source/reader.h"

#include <glib.h>

/* What one reading of the table needs everywhere. */
struct reading {
	struct nb_arena *a;
	struct nb_diags *d;
	const char *dir;
	GPtrArray *faces;
	bool failed;
};

struct number_key {
	const char *key;
	double least, most, absent;
};

static const struct number_key index_key = { "序号", 0, 255, 0 };
static const struct number_key em_key = { "字身", 16, 16384, 0 };
static const struct number_key scale_key = { "缩放", 0.1, 10, 1 };
static const struct number_key shift_key = { "上移", -1, 1, 0 };

static struct nb_str
text_of(const struct nb_node *row, struct nb_str key)
{
	const struct nb_node *value = nb_node_get(row, key);

	if (value == NULL || value->kind != NB_NODE_SCALAR)
		return NB_S("");
	return value->scalar.value;
}

static double
number_of(
    struct reading *rd, const struct nb_node *row, const struct number_key *k)
{
	const struct nb_node *value = nb_node_get(row, nb_str_z(k->key));
	const struct nb_str word = text_of(row, nb_str_z(k->key));
	g_autofree char *z = g_strndup(word.p, word.n);
	char *end;
	double x;

	if (value == NULL)
		return k->absent;
	x = g_ascii_strtod(z, &end);
	if (end != z && *end == '\0' && x >= k->least && x <= k->most)
		return x;
	nb_diag_add(rd->d, &nb_code_G22, value->span,
	    "“%s”应是 %g 到 %g 的数，不能是“%s”", k->key, k->least, k->most, z);
	rd->failed = true;
	return k->absent;
}

static void
check_keys(struct reading *rd, const struct nb_node *row)
{
	static const char *const known[] = { "文件", "名称", "许可", "序号",
		"字身", "缩放", "上移", "汉字", "除外", "全宽", "只取" };

	for (uint32_t i = 0; i < row->map.n; i++) {
		const struct nb_pair *p = &row->map.pair[i];
		size_t k = 0;

		while (k < NB_COUNT(known) &&
		    !nb_str_eq(p->key, nb_str_z(known[k])))
			k++;
		if (k < NB_COUNT(known))
			continue;
		nb_diag_add(rd->d, &nb_code_G22, p->key_span,
		    "字体表里没有“" NB_FMT "”这一项", NB_ARG(p->key));
		rd->failed = true;
	}
}

static bool
is_limited(struct reading *rd, const struct nb_node *row, const char *key,
    const char *to)
{
	const struct nb_node *value = nb_node_get(row, nb_str_z(key));
	const struct nb_str word = text_of(row, nb_str_z(key));

	if (value == NULL || nb_str_eq(word, nb_str_z(to)))
		return value != NULL;
	nb_diag_add(rd->d, &nb_code_G22, value->span,
	    "“%s”只能写“%s”，不能是“" NB_FMT "”", key, to, NB_ARG(word));
	rd->failed = true;
	return false;
}

static struct nb_str
path_of(struct reading *rd, struct nb_str file)
{
	if (nb_str_starts(file, NB_S("/")))
		return nb_arena_str(rd->a, file);
	return nb_arena_printf(
	    rd->a, "%s/files/" NB_FMT, rd->dir, NB_ARG(file));
}

/* A file with no name goes by its own. */
static struct nb_str
name_of(struct reading *rd, const struct nb_node *row)
{
	const struct nb_str name = text_of(row, NB_S("名称"));

	return nb_arena_str(
	    rd->a, name.n != 0 ? name : text_of(row, NB_S("文件")));
}

static bool
same(const struct nb_face *a, const struct nb_face *b)
{
	return nb_str_eq(a->file, b->file) && nb_str_eq(a->name, b->name) &&
	    nb_str_eq(a->licence, b->licence) && a->index == b->index &&
	    a->em == b->em && a->scale == b->scale && a->shift == b->shift &&
	    a->gb2312 == b->gb2312 && a->only_han == b->only_han &&
	    nb_str_eq(a->except, b->except) && nb_str_eq(a->fwid, b->fwid);
}

static struct nb_face *
share(struct reading *rd, const struct nb_face *face)
{
	struct nb_face *one;

	for (guint i = 0; i < rd->faces->len; i++)
		if (same(rd->faces->pdata[i], face))
			return rd->faces->pdata[i];
	one = nb_new(rd->a, struct nb_face);
	*one = *face;
	one->id = rd->faces->len;
	one->state = nb_face_open(one);
	g_ptr_array_add(rd->faces, one);
	return one;
}

static struct nb_diag *
report(struct reading *rd, const struct nb_node *row, struct nb_str what,
    const struct nb_face *face)
{
	const bool damaged = face->state == NB_FACE_DAMAGED;

	return nb_diag_add(rd->d, damaged ? &nb_code_G21 : &nb_code_G20,
	    row->span, NB_FMT "字体“" NB_FMT "”%s：" NB_FMT, NB_ARG(what),
	    NB_ARG(face->name), damaged ? "已损坏" : "打不开",
	    NB_ARG(face->file));
}

static struct nb_face *
read_row(struct reading *rd, const struct nb_node *row)
{
	struct nb_face face = { 0 };

	if (row->kind != NB_NODE_MAP || text_of(row, NB_S("文件")).n == 0) {
		nb_diag_add(
		    rd->d, &nb_code_G22, row->span, "字体表的一行没有写“文件”");
		rd->failed = true;
		return NULL;
	}
	check_keys(rd, row);
	face.file = path_of(rd, text_of(row, NB_S("文件")));
	face.name = name_of(rd, row);
	face.licence = nb_arena_str(rd->a, text_of(row, NB_S("许可")));
	face.index = (unsigned)number_of(rd, row, &index_key);
	face.em = (unsigned)number_of(rd, row, &em_key);
	face.scale = number_of(rd, row, &scale_key);
	face.shift = number_of(rd, row, &shift_key);
	face.gb2312 = is_limited(rd, row, "汉字", "GB2312");
	face.only_han = is_limited(rd, row, "只取", "汉字");
	face.except = nb_arena_str(rd->a, text_of(row, NB_S("除外")));
	face.fwid = nb_arena_str(rd->a, text_of(row, NB_S("全宽")));
	return share(rd, &face);
}

/* A role cannot do without its first face; a fallback is noted, once. */
static struct nb_face *
read_place(struct reading *rd, const struct nb_node *row, struct nb_str role,
    bool first)
{
	const guint known = rd->faces->len;
	struct nb_face *face = read_row(rd, row);

	if (face == NULL || face->state == NB_FACE_GOOD)
		return face;
	if (first) {
		report(rd, row, role, face);
		rd->failed = true;
	} else if (rd->faces->len > known) {
		nb_diag_set_severity(
		    rd->d, report(rd, row, NB_S("备用"), face), NB_NOTE);
	}
	return face;
}

static struct nb_role_faces
read_role(struct reading *rd, const struct nb_node *root, struct nb_str name)
{
	const struct nb_node *list = nb_node_get(root, name);
	struct nb_role_faces role = { 0 };

	if (list == NULL || list->kind != NB_NODE_LIST || list->list.n == 0) {
		nb_diag_add(rd->d, &nb_code_G22, root->span,
		    "字体表里没有“" NB_FMT "”的字体", NB_ARG(name));
		rd->failed = true;
		return role;
	}
	role.face = nb_new_n(rd->a, struct nb_face *, list->list.n);
	for (uint32_t i = 0; i < list->list.n; i++) {
		struct nb_face *face =
		    read_place(rd, list->list.item[i], name, i == 0);

		if (face != NULL)
			role.face[role.n++] = face;
	}
	return role;
}

/* A role with no stack of its own for 繁体 has the one it has. */
static struct nb_role_faces
read_stack(struct reading *rd, const struct nb_node *root, unsigned stack,
    const struct nb_roles *known)
{
	const struct nb_str name = nb_font_role_name((enum nb_font_role)stack);
	const struct nb_node *own = nb_node_get(root, NB_S("繁体"));

	if (stack < NB_FONT_ROLES)
		return read_role(rd, root, name);
	if (nb_node_get(own, name) == NULL)
		return known->role[stack - NB_FONT_ROLES];
	return read_role(rd, own, name);
}

/* 是, 否, or a list of folders: relative ones are beside the table. */
static void
read_system(
    struct reading *rd, const struct nb_node *root, struct nb_roles *ret)
{
	const struct nb_node *node = nb_node_get(root, NB_S("系统字体"));
	const struct nb_str word = text_of(root, NB_S("系统字体"));

	if (node == NULL || nb_str_eq(word, NB_S("否")))
		return;
	ret->system = true;
	if (nb_str_eq(word, NB_S("是")))
		return;
	if (node->kind != NB_NODE_LIST) {
		nb_diag_add(rd->d, &nb_code_G22, node->span,
		    "“系统字体”只能写是、否，或者一列文件夹");
		rd->failed = true;
		return;
	}
	ret->folder = nb_new_n(rd->a, char *, node->list.n + 1);
	for (uint32_t i = 0; i < node->list.n; i++) {
		const struct nb_str path = nb_node_text(node->list.item[i]);
		const bool absolute = nb_str_starts(path, NB_S("/"));
		const struct nb_str whole = absolute
		    ? nb_arena_printf(rd->a, NB_FMT, NB_ARG(path))
		    : nb_arena_printf(
			  rd->a, "%s/" NB_FMT, rd->dir, NB_ARG(path));

		ret->folder[i] = (char *)whole.p;
	}
}

static void
read_names_of(struct reading *rd, const struct nb_pair *pair, GArray *to)
{
	struct nb_known_name known = { .role = nb_font_role_find(pair->key) };

	if ((known.role == NB_FONT_ROLES &&
		!nb_str_eq(pair->key, NB_S("其他"))) ||
	    pair->value->kind != NB_NODE_LIST) {
		nb_diag_add(rd->d, &nb_code_G22, pair->key_span,
		    "“字体名”下写角色或“其他”，各是一列名称，不能是“" NB_FMT
		    "”",
		    NB_ARG(pair->key));
		rd->failed = true;
		return;
	}
	for (uint32_t i = 0; i < pair->value->list.n; i++) {
		const struct nb_node *one = pair->value->list.item[i];

		if (one->kind != NB_NODE_SCALAR || one->scalar.value.n == 0)
			continue;
		known.begin = nb_arena_str(rd->a, one->scalar.value);
		g_array_append_val(to, known);
	}
}

static void
read_names(struct reading *rd, const struct nb_node *root, struct nb_roles *ret)
{
	const struct nb_node *map = nb_node_get(root, NB_S("字体名"));
	g_autoptr(GArray) all =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_known_name));
	struct nb_known_name *name;

	if (map == NULL || map->kind != NB_NODE_MAP)
		return;
	for (uint32_t i = 0; i < map->map.n; i++)
		read_names_of(rd, &map->map.pair[i], all);
	name = nb_new_n(rd->a, struct nb_known_name, all->len);
	for (guint i = 0; i < all->len; i++)
		name[i] = g_array_index(all, struct nb_known_name, i);
	ret->name = name;
	ret->n_names = all->len;
}

enum nb_status
nb_roles_read(struct nb_arena *a, const char *dir, struct nb_diags *d,
    struct nb_roles *ret)
{
	g_autofree char *path = g_build_filename(dir, "roles.yaml", NULL);
	g_autoptr(GPtrArray) faces = g_ptr_array_new();
	struct reading rd = { a, d, dir, faces, false };
	const struct nb_text *text;
	const struct nb_node *root;

	*ret = (struct nb_roles){ 0 };
	if (nb_source_open(d->arena, path, d, &text) != NB_OK)
		return NB_FAILED;
	root = nb_source_yaml(d->arena, text, d);
	for (unsigned i = 0; i < NB_FONT_STACKS; i++)
		ret->role[i] = read_stack(&rd, root, i, ret);
	read_system(&rd, root, ret);
	read_names(&rd, root, ret);
	ret->n_faces = faces->len;
	ret->face = nb_new_n(a, struct nb_face *, faces->len);
	for (guint i = 0; i < faces->len; i++)
		ret->face[i] = faces->pdata[i];
	return rd.failed ? NB_FAILED : NB_OK;
}
