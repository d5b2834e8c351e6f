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
	gboolean review;          /* --review */
	gboolean explain_outline; /* --explain-outline */
	gboolean apply;           /* --apply */
	char **select;            /* --select, as often as said, or NULL */
	char **ignore;            /* --ignore */
	char *level;              /* --level, of findings or of an organ */
	char *baseline;           /* --baseline */
	char *sheet;              /* --sheet */
	char *write_baseline;     /* --write-baseline */
	char *colour;             /* --color */
	char *outline;            /* --outline */
	char *template;           /* --template */
	char *words;              /* --words */
	char *out;                /* -o */
	char *to;                 /* --to */
	char *kind;               /* --kind */
	char *organ;              /* --organ */
	char *year;               /* --year */
	gboolean force;           /* --force */
	char *log;                /* --log */
	gboolean mark;            /* --mark */
	gboolean simplify;        /* --simplify */
	char *jobs;               /* --jobs */
	char *port;               /* --port */
	char *from;               /* --from */
	char *shard;              /* --shard */
	char *report;             /* --report */
	char *name;               /* --name */
	char *bind;               /* --bind */
	char *index;              /* --index */
	gboolean import;          /* --import */
	gboolean resume;          /* --resume */
	char *pdfa;               /* --pdfa */
	gboolean watch;           /* --watch */
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
	NB_OPTION( \
	    'v', "notes", NONE, notes, "提示也列出来，同 --level=note", NULL)
#define NB_OPTIONS_CODES \
	NB_OPTION(0, "select", FILENAME_ARRAY, select, \
	    "只看这些编号或组，如 S,T01；有哪些，见 nianbao explain", "编号"), \
	    NB_OPTION(0, "ignore", FILENAME_ARRAY, ignore, \
		"不看这些编号或组；与 --select 都写了的，不看", "编号")
#define NB_OPTION_LEVEL \
	NB_OPTION(0, "level", FILENAME, level, \
	    "列到哪一级：error、warning（不写就是它）、note；没列的不影响退出" \
	    "状态", \
	    "级别")
#define NB_OPTION_REVIEW \
	NB_OPTION(0, "review", NONE, review, \
	    "排成送审稿：问题标在那几个字上，旁边编行号，后面附审校意见", \
	    NULL)
#define NB_OPTION_SHEET \
	NB_OPTION(0, "sheet", FILENAME, sheet, \
	    "审核意见在这个文件里；不写就是旁边的 年报.审核.yaml", "文件")
#define NB_OPTION_COLOUR \
	NB_OPTION(0, "color", FILENAME, colour, \
	    "颜色：auto（不写就是它，只在终端上用）、always、never", "何时")
#define NB_OPTION_OUTLINE \
	NB_OPTION(0, "outline", FILENAME, outline, \
	    "按这份大纲查：templates 里的名字，或一个 .yaml 文件", "大纲")
#define NB_OPTION_WORDS \
	NB_OPTION(0, "words", FILENAME, words, \
	    "本单位的词表，接在 nianbao list words 的后面", "文件")
#define NB_OPTION_PDFA \
	NB_OPTION(0, "pdfa", FILENAME, pdfa, \
	    "2a（不写就是它）；3a 把稿子、上年、指标也装进 PDF，供 verify " \
	    "核对", \
	    "2a|3a")
#define NB_OPTION_TEMPLATE \
	NB_OPTION(0, "template", FILENAME, template, \
	    "按这份版式排：templates 里的名字，或一个 .yaml 文件", "版式")
#define NB_OPTION_OUT_YAML \
	NB_OPTION( \
	    'o', "out", FILENAME, out, "写到这个文件；不写就打印出来", "文件")
#define NB_OPTION_FORCE \
	NB_OPTION(0, "force", NONE, force, "文件已经有了也换掉", NULL)
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
