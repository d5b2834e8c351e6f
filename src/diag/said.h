/*
 * diag/said.h - what people have said of findings (审核意见), as far as it
 * changes how these are shown: review/opinion.h reads it, nothing here does.
 */
#pragma once

#include "diag/diag.h"

enum nb_said {
	NB_SAID_OPEN,
	NB_SAID_ACCEPTED, /* and the finding is still there */
	NB_SAID_REJECTED, /* with a reason: nb_diags_heed takes it out */
	NB_SAID_UNREASONED,
	NB_SAID_DISPUTED, /* one says so, another says so */
};

struct nb_diag_said {
	enum nb_said what;
	struct nb_str reason, remark, person; /* each may be empty */
};

/* Says it of one of the findings in d. */
void nb_diags_say(struct nb_diags *d, const struct nb_diag *g,
    const struct nb_diag_said *said);

/*
 * Takes out what was rejected, and counts it, with what was accepted.  Last of
 * all, so that nothing is counted that the user does not want to hear of.
 */
void nb_diags_heed(struct nb_diags *d);

/* Adds the counts of a sink to those of one that lists nothing. */
void nb_diags_count(struct nb_diags *total, const struct nb_diags *d);

/* How many were taken out, as n_hidden of a sink counts them. */
unsigned nb_hidden_sum(const unsigned hidden[NB_ERROR + 1]);
