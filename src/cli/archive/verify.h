/*
 * cli/archive/verify.h - a PDF/A-3 is made again of what it carries along, and
 * compared.
 */
#pragma once

#include "diag/diag.h"

struct nb_data;
struct nb_making;
struct nb_show;

enum nb_verified {
	NB_VERIFIED_SAME,      /* byte for byte */
	NB_VERIFIED_DIFFERENT, /* it is damaged or was changed */
	NB_VERIFIED_UNKNOWN,   /* nobody can tell here */
};

/* What is the same for all files of a run. */
struct nb_verifying {
	struct nb_data *data; /* its template becomes that of each file */
	const char *template; /* the user's own, or NULL */
	const struct nb_show *show;
};

/* Lives in an arena of the caller's, who has made diags in it. */
struct nb_verification {
	struct nb_arena *arena;
	struct nb_diags diags;
	enum nb_verified verdict;
	const struct nb_making *making; /* NULL: it does not say */
	uint32_t pages;                 /* 0: it was not made again */
	bool alike; /* UNKNOWN: made again with what there is now, pages show
		       the same but from other_page on, 0: all do */
	uint32_t other_page;
};

void nb_verify(const struct nb_verifying *v, const char *path,
    struct nb_verification *ret);

/* The same for bytes that have been read. */
void nb_verify_bytes(const struct nb_verifying *v, const char *path,
    struct nb_str bytes, struct nb_verification *ret);
