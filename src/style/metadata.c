#include "style/metadata.h"

#include "base/arena.h"
#include "model/report.h"
#include "source/node.h"
#include "style/entry.h"

#include <glib.h>

/* The words by which a template names what a field is taken from. */
static const char *const sources[NB_FIELD_SOURCES] = {
	[NB_FIELD_KIND] = "文种",
	[NB_FIELD_COPY_NUMBER] = "份号",
	[NB_FIELD_SECRECY] = "密级",
	[NB_FIELD_URGENCY] = "紧急程度",
	[NB_FIELD_MARK] = "发文机关标志",
	[NB_FIELD_DOC_NUMBER] = "文号",
	[NB_FIELD_SIGNER] = "签发人",
	[NB_FIELD_TITLE] = "标题",
	[NB_FIELD_ADDRESSEE] = "主送",
	[NB_FIELD_ATTACHMENTS] = "附件",
	[NB_FIELD_ORGANS] = "机关",
	[NB_FIELD_ISSUED] = "成文日期",
	[NB_FIELD_REMARK] = "附注",
	[NB_FIELD_COPIES] = "抄送",
	[NB_FIELD_PRINTER] = "印发机关",
	[NB_FIELD_PRINTED] = "印发日期",
	[NB_FIELD_CODE] = "档号",
	[NB_FIELD_FONDS] = "全宗号",
	[NB_FIELD_CATEGORY] = "门类",
	[NB_FIELD_YEARS] = "年度",
	[NB_FIELD_RETENTION] = "保管期限",
	[NB_FIELD_ORGAN_CODE] = "机构代码",
	[NB_FIELD_ITEM] = "件号",
	[NB_FIELD_INDEX] = "索引号",
	[NB_FIELD_TOPIC] = "主题分类",
	[NB_FIELD_KEYWORDS] = "主题词",
	[NB_FIELD_ACCESS] = "公开方式",
	[NB_FIELD_SUMMARY] = "内容概述",
	[NB_FIELD_PUBLISHED] = "公开日期",
};

static bool
is_letter(uint32_t c)
{
	return nb_is_han(c) || c == '_' || (c < 0x80 && g_ascii_isalpha(c));
}

/* A name in XML, of letters that every reader of XML knows. */
static bool
is_name(struct nb_str s)
{
	size_t at = 0;

	if (s.n == 0 || !is_letter(nb_utf8_next(s, &at)))
		return false;
	while (at < s.n) {
		const uint32_t c = nb_utf8_next(s, &at);

		if (!is_letter(c) && !nb_is_digit(c) && c != '-')
			return false;
	}
	return true;
}

/* Stands in an attribute as it is; a name can be put behind it. */
static bool
is_space(struct nb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!g_ascii_isalnum(s.p[i]) &&
		    strchr(":/#.-_", s.p[i]) == NULL)
			return false;
	return s.n > 0 && strchr(":/#", s.p[s.n - 1]) != NULL;
}

static bool
find_source(struct nb_str word, enum nb_field_source *ret)
{
	for (unsigned i = 0; i < NB_COUNT(sources); i++) {
		if (!nb_str_eq(word, nb_str_z(sources[i])))
			continue;
		*ret = (enum nb_field_source)i;
		return true;
	}
	return false;
}

static const struct nb_node *
read_fields(struct nb_arena *a, const struct nb_node *map,
    struct nb_fields_style *ret, const char **want)
{
	struct nb_field_style *field =
	    nb_new_n(a, struct nb_field_style, map->map.n);

	for (uint32_t i = 0; i < map->map.n; i++) {
		const struct nb_pair *pair = &map->map.pair[i];

		field[i].name = pair->key;
		if (!is_name(pair->key)) {
			*want = "的项名只能用汉字、字母、数字，不以数字开头";
			return pair->value;
		}
		if (!find_source(
			nb_entry_value(pair->value), &field[i].source)) {
			*want = "有一项不认识从哪里取";
			return pair->value;
		}
	}
	ret->field = field;
	ret->n = map->map.n;
	return NULL;
}

static const struct nb_node *
read_standard(struct nb_arena *a, const struct nb_node *node,
    struct nb_fields_style *ret, const char **want)
{
	const struct nb_node *map = nb_node_get(node, NB_S("项"));

	ret->standard = nb_entry_value(nb_node_get(node, NB_S("名称")));
	ret->space = nb_entry_value(nb_node_get(node, NB_S("空间")));
	ret->prefix = nb_entry_value(nb_node_get(node, NB_S("前缀")));
	*want = "每条要有名称、项，空间以“:”“/”或“#”结尾，前缀是一个名字";
	if (ret->standard.n == 0 || !is_space(ret->space) ||
	    !is_name(ret->prefix) || map == NULL || map->kind != NB_NODE_MAP)
		return node;
	return read_fields(a, map, ret, want);
}

const struct nb_node *
nb_metadata_style_read(struct nb_arena *a, const struct nb_node *root,
    struct nb_metadata_style *ret, const char **want)
{
	const struct nb_node *list = nb_entry_find(root, "元数据/标准");
	const struct nb_node *wrong = NULL;
	struct nb_fields_style *fields;

	*want =
	    "应是列表；文种是四个词：报告、方案、纲要、通知；公开方式是三个词";
	if (list == NULL || list->kind != NB_NODE_LIST ||
	    ret->kind.n != NB_KIND_OUTLINE + 2 ||
	    ret->access.n != NB_ACCESS_CLOSED)
		return list != NULL ? list : root;
	fields = nb_new_n(a, struct nb_fields_style, list->list.n);
	for (uint32_t i = 0; i < list->list.n && wrong == NULL; i++)
		wrong = read_standard(a, list->list.item[i], &fields[i], want);
	ret->fields = fields;
	ret->n = list->list.n;
	return wrong;
}
