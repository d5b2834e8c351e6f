/*
 * import/vocabulary.h - the words by which parts of an old document are known:
 * a file of templates/, which says of every list what it is for.
 *
 * Words are Simplified and are looked for in nb_plain().
 */
#pragma once

#include "style/words.h"

enum nb_column {
	NB_COLUMN_GROUP,
	NB_COLUMN_NUMBER,
	NB_COLUMN_TASK,
	NB_COLUMN_TARGET,
	NB_COLUMN_LEAD,
	NB_COLUMN_UNITS,
	NB_COLUMN_DUE,
	NB_COLUMN_PROGRESS,
	NB_COLUMN_EVIDENCE,
	NB_COLUMN_CAUSE,
	NB_COLUMN_WHY, /* one of the two, by 进展 */
	NB_COLUMN_REMARK,
	NB_COLUMNS,
	NB_COLUMN_UNKNOWN = NB_COLUMNS,
};

struct nb_vocabulary {
	/* What surrounds an article on a page. */
	struct {
		struct nb_words button, path, foot, law, today;
	} page;
	/* What is written around the number of a page. */
	struct {
		struct nb_words before, total, behind;
	} number;
	/* Labels of the box of metadata over it. */
	struct {
		struct nb_words published, issued, origin, number, title, aside;
		struct nb_words index, topic, keywords, access, summary;
		struct nb_words source; /* of those of the organ */
	} label;
	struct {
		struct nb_words document, about, place, none;
		struct nb_words report, plan, programme; /* kinds */
	} title;
	struct {
		struct nb_words end, street, town, district, department;
	} organ;
	/* Of the form of a document; what no addressee has in it. */
	struct {
		struct nb_words urgency, secrecy, signer, copies, attachment;
		struct nb_words told, notice, issue, contact;
		struct nb_words remark, remark_begins; /* of 附注 */
	} form;
	/* Styles of a Word document. */
	struct {
		struct nb_words head, mark, letter, addressee, signature;
		struct nb_words title, remark;
	} style;
	struct nb_words lunar;
	/* Chapters that have keys of their own or only contain others; how
	 * prose begins, and the last paragraph; how a cause begins, alone or
	 * behind a comma, and what of that is left out. */
	struct {
		struct nb_words container, problem, lack, coming, task;
		struct nb_words last, kept, told, closing;
		struct nb_words cause, cause_behind, cause_said;
	} chapter;
	/* Who leads, who answers; what for, until when. */
	struct {
		struct nb_words lead, units, target, due;
	} unit;
	struct nb_words column[NB_COLUMNS];
	/* What 进展 says, by the schema's words. */
	struct {
		struct nb_words done, partly, not_done, changed;
	} progress;
	/* Stands over a table on its next page; cells that say nothing. */
	struct {
		struct nb_words continued, empty;
	} table;
	/* What is counted; what stands before its number, and before a name;
	 * no name begins, or ends, so; behind a figure that is none of the
	 * year; between a number and its unit. */
	struct {
		struct nb_words unit, between, lead, open, close, limit, about;
	} figure;
};

/* NULL with findings when the file is not as it should be. */
const struct nb_vocabulary *
nb_vocabulary_load(struct nb_arena *a, const char *path, struct nb_diags *d);

/* What a column is by its heading, without blanks, plain. */
enum nb_column
nb_vocabulary_column(const struct nb_vocabulary *v, struct nb_str heading);
