/*
 * cli/preview/pieces.h - what the page is made of: templates/preview/.
 */
#pragma once

#include <glib.h>

struct nb_cli;
struct nb_pieces;

/* Reads all of them.  NULL: the user has been told. */
struct nb_pieces *nb_pieces_read(struct nb_cli *cli, const char *data_dir);
void nb_pieces_free(struct nb_pieces *p);

/*
 * Appends the piece of that name, "" being the page itself, and gives its
 * type; NULL when there is none.
 */
const char *
nb_pieces_find(const struct nb_pieces *p, const char *name, GString *to);
