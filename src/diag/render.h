/*
 * diag/render.h - findings as text for people and machines.
 *
 * A format is one file and one row in render.c.  Rendering appends to a
 * GString; nobody here prints.
 */
#pragma once

#include "diag/diag.h"

#include <glib.h>

/* Whoever writes more than findings in a format goes by this. */
enum nb_format {
	NB_FORMAT_FULL,    /* for people: the line and a mark under the place */
	NB_FORMAT_CONCISE, /* a line each, for editors and golden tests */
	NB_FORMAT_JSON,    /* an object a line */
	NB_FORMAT_SARIF,   /* SARIF 2.1.0, one document */
	NB_FORMAT_CSV,     /* a table for a spreadsheet */
};

struct nb_render_options {
	bool colour;
	enum nb_severity least;            /* findings below are left out */
	const struct nb_code *const *code; /* all there are, sorted, for a
					      format that lists them */
	size_t n_codes;
};

struct nb_rendering;

/* What a format does not need is NULL. */
struct nb_renderer {
	const char *name;  /* --format NAME */
	const char *title; /* one line of Chinese */
	enum nb_format format;
	const char *separator; /* between two findings */
	void (*begin)(GString *out, const struct nb_render_options *o);
	void (*finding)(GString *out, const struct nb_diag *g,
	    const struct nb_render_options *o);
	/* The counts of what was told, of one document or of several. */
	void (*summary)(GString *out, const struct nb_diags *d,
	    const struct nb_rendering *r);
	void (*end)(GString *out);
};

extern const struct nb_renderer nb_renderers[];
extern const size_t nb_n_renderers;

const struct nb_renderer *nb_renderer_find(const char *name);

/*
 * One run of a format, over one document or several: begin, any number of
 * findings and summaries, end.
 */
struct nb_rendering {
	const struct nb_renderer *renderer;
	struct nb_render_options options;
	unsigned n;          /* findings written so far */
	unsigned n_mendable; /* of these, since the last summary */
};

void nb_render_begin(GString *out, struct nb_rendering *r);
void nb_render_finding(
    GString *out, struct nb_rendering *r, const struct nb_diag *g);
void nb_render_summary(
    GString *out, struct nb_rendering *r, const struct nb_diags *d);
void nb_render_end(GString *out, struct nb_rendering *r);

/*
 * Appends s fit for a terminal: a control character becomes one space, a
 * damaged byte U+FFFD.  The cells stay those of nb_str_cells.
 */
void nb_render_text(GString *out, struct nb_str s);

/* Appends “待定：理由；意见——姓名”. */
void nb_render_said(GString *out, const struct nb_diag_said *s);

/* Appends the message and, in brackets, what a person has said of it. */
void nb_render_message(GString *out, const struct nb_diag *g);

/*
 * Appends “1 个错误、2 条提示”: of n, by severity, those of [from, to), the
 * gravest first.
 */
void nb_render_counts(
    GString *out, const unsigned *n, enum nb_severity from, unsigned to);

/* Appends how many of n, by severity, a review sheet hides; or nothing. */
void nb_render_hidden(GString *out, const unsigned *n);

/* Appends s as a JSON string with its quotes. */
void nb_render_json_string(GString *out, struct nb_str s);

/* Further members of an object, a comma before each. */
void nb_render_json_text(GString *out, const char *name, struct nb_str value);
void nb_render_json_number(GString *out, const char *name, long value);

/*
 * The counts of d as further members: errors, warnings, notes; where people
 * have said something also hidden, an object of these, and accepted.
 */
void nb_render_json_counts(GString *out, const struct nb_diags *d);

/* Appends a cell of a table (RFC 4180) and what stands behind it. */
void nb_render_csv_cell(GString *out, struct nb_str cell, const char *behind);

/* A file name need not be UTF-8: what is damaged becomes U+FFFD. */
char *nb_render_valid(struct nb_str s);

/* A line below a finding: “      = 建议: …”; none when there is no text. */
void nb_full_note(GString *out, const char *label, struct nb_str text);

/* The rows of render.c. */
void nb_full_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o);
void nb_full_summary(
    GString *out, const struct nb_diags *d, const struct nb_rendering *r);
void nb_concise_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o);
void nb_json_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o);
void nb_json_summary(
    GString *out, const struct nb_diags *d, const struct nb_rendering *r);
void nb_sarif_begin(GString *out, const struct nb_render_options *o);
void nb_sarif_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o);
void nb_sarif_end(GString *out);
void nb_csv_begin(GString *out, const struct nb_render_options *o);
void nb_csv_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o);
