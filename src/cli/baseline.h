/*
 * cli/baseline.h - findings that are known already: --write-baseline FILE
 * lists them, --baseline FILE hides them.
 *
 * A line is file, code, fingerprint and message with tabs between them; the
 * file is named as seen from the folder of the baseline, and the message is
 * there for people only.  A line hides one finding; what occurs twice is
 * listed twice.
 */
#pragma once

#include "cli/cli.h"
#include "diag/diag.h"

#include <glib.h>

struct nb_baseline;
struct nb_selection;

/* NULL, and the user has been told: it cannot be used. */
struct nb_baseline *nb_baseline_read(struct nb_cli *cli, const char *path);
void nb_baseline_free(struct nb_baseline *b);

/*
 * Drops the findings about the file at path that b lists.  Each line about
 * the file that no finding answers is a note (A50), if its code is wanted.
 */
void nb_baseline_apply(struct nb_baseline *b, const char *path,
    const struct nb_selection *wanted, struct nb_diags *d);

/*
 * Whether a baseline may be written to path.  False, and the user has been
 * told: something else is there, perhaps a report.
 */
NB_MUST_USE bool nb_baseline_may_write(struct nb_cli *cli, const char *path);

/* What a baseline begins with, and the lines of a file's findings. */
void nb_baseline_begin(GString *out);
void nb_baseline_add(GString *out, const char *baseline, const char *path,
    const struct nb_diags *d);
