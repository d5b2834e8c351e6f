/*
 * cli/args.h - the options and operands of a command.
 *
 * Every command reads its options into one and the same structure.  Its
 * option table is constant: instead of an address an entry holds the place of
 * its value in struct nb_args.  Strings are bytes as the system gave them.
 */
#pragma once

#include "cli/cmd.h"

#include <glib.h>

struct nb_args {
	gboolean help;
	char *format;             /* --format */
	gboolean notes;           /* -v, --notes */
	gboolean strict;          /* --strict */
	gboolean used;            /* --used */
	gboolean conform;         /* --conform */
	gboolean explain_outline; /* --explain-outline */
	char *outline;            /* --outline */
	char *template;           /* --template */
	char *words;              /* --words */
	char *out;                /* -o */
	char *to;                 /* --to */
	char **operand;           /* NULL behind the last, never NULL itself */
	unsigned n_operands;
};

/* A row of an option table; --help is printed from it. */
#define NB_OPTION(letter, word, type, field, what, value) \
	{ \
		.long_name = (word), .short_name = (letter), \
		.arg = G_OPTION_ARG_##type, \
		.arg_data = GSIZE_TO_POINTER(offsetof(struct nb_args, field)), \
		.description = (what), .arg_description = (value), \
	}
#define NB_OPTION_FORMAT \
	NB_OPTION('f', "format", FILENAME, format, \
	    "怎样列出问题；有哪些格式，见 nianbao list formats", "格式")
#define NB_OPTION_NOTES \
	NB_OPTION('v', "notes", NONE, notes, "提示也列出来", NULL)
#define NB_OPTION_OUTLINE \
	NB_OPTION(0, "outline", FILENAME, outline, \
	    "按这份大纲查：templates 里的名字，或一个 .yaml 文件", "大纲")
#define NB_OPTION_WORDS \
	NB_OPTION(0, "words", FILENAME, words, \
	    "本单位的词表，接在 nianbao list words 的后面", "文件")
#define NB_OPTION_END \
	{ \
		.long_name = NULL, \
	}

/*
 * Reads the words behind the name of a command; word[0] is that name.  False
 * when they cannot be understood: the user has been told.
 */
NB_MUST_USE bool nb_args_parse(struct nb_cli *cli, const struct nb_cmd *cmd,
    char **word, struct nb_args *ret);
void nb_args_clear(struct nb_args *args);
