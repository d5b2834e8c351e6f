/*
 * cli/data.h - what the program brings along: templates, outlines, words,
 * fonts.
 *
 * The data directory is $NIANBAO_DATADIR; else share/nianbao beside the
 * directory of the program, as installed; else the source tree it was built
 * from.  What is loaded lives in struct nb_data until nb_data_clear.
 */
#pragma once

#include "diag/diag.h"

#include <glib.h>

struct nb_args;
struct nb_cli;
struct nb_fonts;
struct nb_han_words;
struct nb_lexicon;
struct nb_outline;
struct nb_sums;
struct nb_template;
struct nb_vocabulary;
struct nb_web;

struct nb_data {
	struct nb_arena *arena;
	struct nb_diags diags; /* about the files of the data directory */
	char *dir;
	const struct nb_outline *outline;
	const struct nb_lexicon *lexicon;
	const struct nb_han_words *han;
	const struct nb_template *template;
	const struct nb_vocabulary *vocabulary;
	const struct nb_web *web;
	struct nb_fonts *fonts;
	struct nb_sums *sums; /* of files */

	/* The words that were said, or the usual ones; NULL: not loaded.  Of
	   words the path of the user's file, or NULL. */
	const char *outline_word, *template_word, *words_file;
};

void nb_data_init(struct nb_data *data);
void nb_data_clear(struct nb_data *data);

/*
 * Load one kind each; NB_FAILED with findings in data->diags.  word is what
 * the user said: the name of a folder under templates/, or the path of a
 * file; NULL is the usual one.
 */
NB_MUST_USE enum nb_status
nb_data_outline(struct nb_data *data, const char *word);
NB_MUST_USE enum nb_status
nb_data_template(struct nb_data *data, const char *word);
NB_MUST_USE enum nb_status nb_data_fonts(struct nb_data *data);

/* What a web page shows beside the document. */
NB_MUST_USE enum nb_status nb_data_web(struct nb_data *data);

/* Our words, and after them the user's: the path of a file, or NULL. */
NB_MUST_USE enum nb_status
nb_data_lexicon(struct nb_data *data, const char *user);

/* Words of Han characters, for a comparison. */
NB_MUST_USE enum nb_status nb_data_han_words(struct nb_data *data);

/* What a command needs beside the outline. */
enum nb_data_part {
	NB_DATA_WORDS = 1,
	NB_DATA_PAGES = 2, /* template and fonts */
	NB_DATA_WEB = 4,
};

/*
 * Loads the outline, and the parts, as the user asks for them with --outline,
 * --words and --template.  False: the user has been told.
 */
NB_MUST_USE bool nb_data_open(struct nb_data *data, struct nb_cli *cli,
    const struct nb_args *args, unsigned parts);

/* Whether a word is the path of a file, and not a name under templates/. */
bool nb_data_is_file(const char *word);

/* Where a word leads: the file of that name, or the user's own. */
char *
nb_data_path(const struct nb_data *data, const char *word, const char *file);

/* The words by which parts of old documents are known. */
NB_MUST_USE enum nb_status nb_data_vocabulary(struct nb_data *data);

/* File of a folder under templates/. */
#define NB_HAN_FILE "han.yaml"
#define NB_IMPORT_FILE "import.yaml"
#define NB_OUTLINE_FILE "outline.yaml"
#define NB_TEMPLATE_FILE "template.yaml"
#define NB_WORDS_FILE "words.yaml"

/* The folders (char *) under templates/ that hold file, sorted. */
GPtrArray *nb_data_names(const struct nb_data *data, const char *file);

/* False, and the user has been told, when word names no such folder. */
NB_MUST_USE bool nb_data_knows(const struct nb_data *data, struct nb_cli *cli,
    const char *file, const char *word);
