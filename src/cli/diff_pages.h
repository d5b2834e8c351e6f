/*
 * cli/diff_pages.h - what has changed as a 花脸稿: the leaves of a
 * layout/redline.h.
 */
#pragma once

#include "compare/diff.h"
#include "layout/redline.h"

#include <glib.h>

/* The document under way; all diff_*.c of a 花脸稿 add to it. */
struct nb_diff_pages {
	struct nb_arena *arena;
	const struct nb_diff *d;
	const struct nb_template *t;
	GArray *leaf;     /* of struct nb_redline_leaf */
	GArray *piece;    /* of the text under way */
	GArray *part;     /* of struct nb_revised_part */
	GPtrArray *drawn; /* names of 公文要素 that need not be listed */
	uint32_t next;    /* the entry that has not been told */
	bool is_signed;
};

struct nb_redline nb_diff_pages(
    struct nb_arena *a, const struct nb_diff *d, const struct nb_template *t);

/* Words, an entry's field, the words that say where it came from. */
void nb_diff_pages_words(
    struct nb_diff_pages *w, struct nb_str words, enum nb_revision revision);
void nb_diff_pages_field(
    struct nb_diff_pages *w, const struct nb_diff_entry *e, struct nb_str name);
void
nb_diff_pages_origin(struct nb_diff_pages *w, const struct nb_diff_entry *e);

/* What is behind the last time this was asked for. */
struct nb_redline_text nb_diff_pages_take(struct nb_diff_pages *w);

/* The same as one text, its parts noted. */
struct nb_prose nb_diff_pages_prose(struct nb_diff_pages *w);

/* A leaf of that kind with that text, unless it has none. */
void nb_diff_pages_leaf(struct nb_diff_pages *w, enum nb_redline_kind kind,
    struct nb_redline_text text);

/* “（目标：…；责任单位：…）” of an entry. */
void nb_diff_pages_note(struct nb_diff_pages *w, const struct nb_diff_entry *e);

/* What is behind the last time, as paragraphs; it may have line ends. */
void nb_diff_pages_paragraphs(struct nb_diff_pages *w);

/* Of all that an entry is; of its old row or its new one. */
enum nb_revision nb_diff_pages_revision(const struct nb_diff_entry *e);
const struct nb_diff_row *
nb_diff_pages_row(const struct nb_diff_pages *w, const struct nb_diff_entry *e);

/* A heading of a level, its ordinal of that pattern in front. */
void nb_diff_pages_heading(struct nb_diff_pages *w, struct nb_str pattern,
    unsigned depth, struct nb_redline_text text, struct nb_str bookmark);

/* 存在问题, 下年任务, 任务表 with what stands under it; a table. */
void
nb_diff_pages_problems(struct nb_diff_pages *w, const struct nb_diff_entry *e);
void
nb_diff_pages_tasks(struct nb_diff_pages *w, const struct nb_diff_entry *e);
void nb_diff_pages_task_table(
    struct nb_diff_pages *w, const struct nb_diff_entry *e);
void
nb_diff_pages_table(struct nb_diff_pages *w, const struct nb_diff_entry *e);

/* A chart of the new draft, or nothing. */
void
nb_diff_pages_chart(struct nb_diff_pages *w, const struct nb_diff_entry *e);

/* 署名; what follows is behind the text. */
void nb_diff_pages_sign(struct nb_diff_pages *w);

/* What is not printed, or is not text: old, new, side by side. */
void nb_diff_pages_list(struct nb_diff_pages *w);

/* What is printed and is not the text. */
void nb_diff_pages_form(struct nb_diff_pages *w, struct nb_redline *ret);

/* A row of the old report that stands elsewhere in the new one. */
bool nb_diff_pages_is_away(
    const struct nb_diff_pages *w, const struct nb_diff_entry *e);

/* The next entry, if it stands under that of row `over` of its side. */
const struct nb_diff_entry *
nb_diff_pages_under(struct nb_diff_pages *w, const struct nb_diff_entry *over);
