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
};

struct nb_render_options {
	bool colour;
	enum nb_severity least; /* findings below are left out */
};

struct nb_renderer {
	const char *name;  /* --format NAME */
	const char *title; /* one line of Chinese */
	enum nb_format format;
	void (*finding)(GString *out, const struct nb_diag *g,
	    const struct nb_render_options *o);
	/* The closing line with the counts; concise has none. */
	void (*summary)(GString *out, const struct nb_diags *d,
	    const struct nb_render_options *o);
};

extern const struct nb_renderer nb_renderers[];
extern const size_t nb_n_renderers;

const struct nb_renderer *nb_renderer_find(const char *name);

/* Whether a finding speaks of the file as a whole. */
bool nb_render_whole(const struct nb_diag *g);

/*
 * Appends s fit for a terminal: a control character becomes one space, a
 * damaged byte U+FFFD.  The cells stay those of nb_str_cells.
 */
void nb_render_text(GString *out, struct nb_str s);

/* Appends s as a JSON string with its quotes. */
void nb_render_json_string(GString *out, struct nb_str s);

/* The rows of render.c. */
void nb_full_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o);
void nb_full_summary(
    GString *out, const struct nb_diags *d, const struct nb_render_options *o);
void nb_concise_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o);
void nb_concise_summary(
    GString *out, const struct nb_diags *d, const struct nb_render_options *o);
void nb_json_finding(
    GString *out, const struct nb_diag *g, const struct nb_render_options *o);
void nb_json_summary(
    GString *out, const struct nb_diags *d, const struct nb_render_options *o);
