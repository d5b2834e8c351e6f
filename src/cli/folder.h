/*
 * cli/folder.h - the YAML files of a folder.
 */
#pragma once

#include "cli/cli.h"

#include <glib.h>

/* Whether path is a folder; “-” is none. */
bool nb_folder_is(const char *path);

/*
 * Adds the paths (char *) of all .yaml and .yml files in and below a folder,
 * sorted.  Hidden files and folders are left out, links to folders are not
 * followed.  False when a folder could not be read: the user has been told.
 */
NB_MUST_USE bool
nb_folder_files(struct nb_cli *cli, const char *folder, GPtrArray *files);

/* Drops what is there twice, however it is written; the first stays. */
void nb_folder_unique(GPtrArray *files);
