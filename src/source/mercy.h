/*
 * source/mercy.h - the clerk's YAML, understood as it was meant.
 *
 * Before libyaml sees a text, its lines are read the way a person reads them.
 * What a person understands and YAML does not is a finding with the exact
 * mend, and an edit that makes YAML understand it, too.  Text under | is never
 * looked at.
 *
 * A mend is NB_MEND_SILENT when YAML would read the line without complaint
 * and get it wrong, else NB_MEND_BROKEN: those are dropped when YAML reads the
 * whole file well, because then the line was meant that way.
 */
#pragma once

#include "base/text.h"
#include "diag/diag.h"
#include "source/line.h"
#include "source/repair.h"

enum { NB_LEVEL_MAX = 64 };

enum nb_mend { NB_MEND_SILENT, NB_MEND_BROKEN };

/* What a line is for the level it belongs to. */
enum nb_entry { NB_ENTRY_TEXT, NB_ENTRY_KEY, NB_ENTRY_DASH };

/* What the last entry of a level has for a value so far. */
enum nb_tail {
	NB_TAIL_OPEN, /* nothing: it may follow on the next lines */
	NB_TAIL_TEXT, /* plain text: it may go on */
	NB_TAIL_DONE,
};

/* A map or list that is open at the line being read. */
struct nb_level {
	bool list;
	bool of_maps;        /* list: an earlier item was a map */
	uint32_t col;        /* as typed */
	uint32_t entry;      /* as typed, of the last entry */
	uint32_t to;         /* in the mended copy */
	struct nb_str first; /* map: its first key */
	enum nb_tail tail;
};

struct nb_mercy {
	struct nb_arena *arena; /* of the findings */
	const struct nb_text *text;
	struct nb_edits edits;
	struct nb_diags found[NB_MEND_BROKEN + 1];
	struct nb_level level[NB_LEVEL_MAX];
	uint32_t n_levels;
	uint32_t next;           /* line to be read, from 1 */
	uint32_t step;           /* columns of one level */
	struct nb_diag *shifted; /* the last finding that moves a line */
	enum nb_mend shifted_in; /* of the sink that has it */
	bool begun;              /* something other than comments was read */
};

/*
 * Reads all lines, with findings for a sink like this one.  nb_mercy_free when
 * done with the edits.
 */
void nb_mercy_scan(
    struct nb_mercy *m, const struct nb_diags *like, const struct nb_text *t);
void nb_mercy_free(struct nb_mercy *m);

/* Forgets the mends that only a broken file needs. */
void nb_mercy_drop_broken(struct nb_mercy *m);

/* For the files of mercy only. */

struct nb_diag *nb_mercy_report(struct nb_mercy *m, enum nb_mend mend,
    const struct nb_code *code, uint32_t begin, uint32_t end, const char *fmt,
    ...) NB_PRINTF(6, 7);
void nb_mercy_edit(struct nb_mercy *m, enum nb_mend mend, uint32_t begin,
    uint32_t end, struct nb_str with);
/* The same for a line that goes along with one that was found to move. */
void nb_mercy_edit_along(struct nb_mercy *m, enum nb_mend mend, uint32_t begin,
    uint32_t end, struct nb_str with);
struct nb_str nb_mercy_spaces(struct nb_mercy *m, uint32_t n);
struct nb_str
nb_mercy_sub(const struct nb_mercy *m, uint32_t begin, uint32_t end);

/* The next line that is neither blank nor comment; false at the end. */
bool nb_mercy_peek(const struct nb_mercy *m, struct nb_line *ret);

/*
 * Indentation that is not what YAML needs is replaced by `to` spaces; why
 * NULL: they only go along with a line that was mended.  mercy_place.c
 */
void nb_mercy_indent(struct nb_mercy *m, const struct nb_line *l, uint32_t to,
    enum nb_mend mend, const char *why);

/* What the line looks like. */
enum nb_entry nb_mercy_entry(
    const struct nb_mercy *m, const struct nb_line *l, enum nb_key_kind kind);

/* The column the line was meant to have: mercy_column.c. */
uint32_t nb_mercy_column(const struct nb_mercy *m, const struct nb_line *l);

/*
 * Where the colon is missing behind the first word of what begins at `begin`,
 * or 0: “标题 年度报告”.  Sure: what follows shows that a key stands here.
 */
uint32_t nb_mercy_lost_colon(const struct nb_mercy *m,
    const struct nb_line *line, uint32_t begin, bool sure);
void nb_mercy_take_lost_colon(struct nb_mercy *m, struct nb_level *l,
    const struct nb_line *line, uint32_t begin, uint32_t at);

/* Is the key of the line the first key of the innermost map, an item? */
bool nb_mercy_begins_anew(const struct nb_mercy *m, const struct nb_line *line);

/* Does an item with the same key follow, whose dash is missing here? */
bool nb_mercy_lacks_dash(
    const struct nb_mercy *m, const struct nb_line *line, uint32_t to);

/* The map of the item whose dash was missing: mercy_lost.c. */
struct nb_level *nb_mercy_take_lost_dash(
    struct nb_mercy *m, const struct nb_line *line, uint32_t to);

/* A new innermost level; NULL when there are too many. */
struct nb_level *
nb_mercy_push(struct nb_mercy *m, bool list, uint32_t col, uint32_t to);

/* The level whose next entry the line is; NULL: it is none, or reported. */
struct nb_level *nb_mercy_place(
    struct nb_mercy *m, const struct nb_line *line, enum nb_entry *e);

/* Behind a dash that lacks its space, or is not a hyphen; 0: it is none. */
uint32_t nb_bad_dash_end(const struct nb_mercy *m, const struct nb_line *l);

/* The value at [begin, end) of the level's last entry: mercy_value.c. */
void nb_mercy_value(
    struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end);

/* Makes [begin, end) one quoted value in the copy. */
void nb_mercy_quote(
    struct nb_mercy *m, enum nb_mend mend, uint32_t begin, uint32_t end);
/* 'text' with quotes doubled, as a fix. */
struct nb_str nb_mercy_quoted(struct nb_mercy *m, uint32_t begin, uint32_t end);

/* The lines under a | whose header is read: mercy_block.c.  Returns the
 * column in the copy at which the text begins. */
uint32_t nb_mercy_block(
    struct nb_mercy *m, struct nb_level *l, uint32_t explicit_indent);

/* A value that begins with [ or {: mercy_flow.c. */
void nb_mercy_flow(
    struct nb_mercy *m, struct nb_level *l, uint32_t begin, uint32_t end);
