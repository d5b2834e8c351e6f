/*
 * style/metadata.h - 元数据 of a template: the fields of a record by the words
 * of the standards for them, and what of a report goes into each.
 */
#pragma once

#include "style/outline.h"

struct nb_arena;
struct nb_diags;
struct nb_node;

/* What a field is taken from. */
enum nb_field_source {
	NB_FIELD_KIND,
	NB_FIELD_COPY_NUMBER,
	NB_FIELD_SECRECY,
	NB_FIELD_URGENCY,
	NB_FIELD_MARK,
	NB_FIELD_DOC_NUMBER,
	NB_FIELD_SIGNER,
	NB_FIELD_TITLE,
	NB_FIELD_ADDRESSEE,
	NB_FIELD_ATTACHMENTS,
	NB_FIELD_ORGANS,
	NB_FIELD_ISSUED,
	NB_FIELD_REMARK,
	NB_FIELD_COPIES,
	NB_FIELD_PRINTER,
	NB_FIELD_PRINTED,
	NB_FIELD_CODE, /* 档号, whole */
	NB_FIELD_FONDS,
	NB_FIELD_CATEGORY,
	NB_FIELD_YEARS,
	NB_FIELD_RETENTION,
	NB_FIELD_ORGAN_CODE,
	NB_FIELD_ITEM,
	NB_FIELD_INDEX,
	NB_FIELD_TOPIC,
	NB_FIELD_KEYWORDS,
	NB_FIELD_ACCESS,
	NB_FIELD_SUMMARY,
	NB_FIELD_PUBLISHED,
	NB_FIELD_SOURCES,
};

struct nb_field_style {
	struct nb_str name; /* of a property of XMP: a legal XML name */
	enum nb_field_source source;
};

/* One standard. */
struct nb_fields_style {
	struct nb_str standard, space, prefix;
	const struct nb_field_style *field;
	uint32_t n;
};

struct nb_metadata_style {
	struct nb_words kind; /* 文种, by nb_kind; behind them that of 印发 */
	struct nb_words access; /* 公开方式, by nb_access without the first */
	const struct nb_fields_style *fields;
	uint32_t n;
};

/*
 * Reads 元数据/标准 of a template's tree.  NULL, or the node that is wrong with
 * what is wrong with it in *want.
 */
const struct nb_node *
nb_metadata_style_read(struct nb_arena *a, const struct nb_node *root,
    struct nb_metadata_style *ret, const char **want);
