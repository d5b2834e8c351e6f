/*
 * cli/folder.h - the files of a folder, above all its YAML.
 */
#pragma once

#include "cli/cli.h"

#include <glib.h>

struct nb_args;

/* Whether path is a folder; “-” is none. */
bool nb_folder_is(const char *path);

/*
 * Adds the paths (char *) of all .yaml and .yml files in and below a folder,
 * sorted.  Hidden files and folders are left out, links to folders are not
 * followed.  False when a folder could not be read: the user has been told.
 */
NB_MUST_USE bool
nb_folder_files(struct nb_cli *cli, const char *folder, GPtrArray *files);

/* The same for the suffixes of a list, NULL behind the last. */
NB_MUST_USE bool nb_folder_files_of(struct nb_cli *cli, const char *folder,
    const char *const *suffix, GPtrArray *files);

/* Adds a folder and those below it, as far as they can be read. */
void nb_folder_tree(const char *folder, GPtrArray *folders);

/* Whether a name ends with one of the suffixes, in letters of either case. */
bool nb_folder_has_suffix(const char *name, const char *const *suffix);

/*
 * The operands, in place of each folder its files, none twice; *folder tells
 * whether there was one.  NB_EXIT_FAILED when a folder could not be read, or
 * there is no file: the user has been told.
 */
enum nb_exit nb_folder_operands(struct nb_cli *cli, const struct nb_args *args,
    GPtrArray *files, bool *folder);

/* Drops what is there twice, however it is written; the first stays. */
void nb_folder_unique(GPtrArray *files);
