/*
 * model/report.h - the report as its author means it.
 *
 * Made by nb_report_build from nodes; always complete: what is missing or
 * misshapen has a finding and an empty value.  Lives in the document arena,
 * const afterwards.  No millimetre and no glyph is known here.  A field
 * whose type is nb_prose is absent when its text is empty.  Pointers to
 * structures are NULL when the key is absent.  Arrays come as n and the
 * array named in the singular.  The keys are listed once, in the tables of
 * model/keys_*.c.
 */
#pragma once

#include "model/date.h"
#include "model/disclosure.h"
#include "model/indicator.h"
#include "model/past.h"
#include "model/prose.h"
#include "model/section.h"
#include "model/tasks.h"

struct nb_arena;
struct nb_diags;
struct nb_node;

enum { NB_SCHEMA_VERSION = 1 };

enum nb_kind { NB_KIND_REPORT, NB_KIND_PLAN, NB_KIND_OUTLINE };
enum nb_level {
	NB_LEVEL_STREET,
	NB_LEVEL_TOWN,
	NB_LEVEL_DISTRICT,
	NB_LEVEL_DEPARTMENT
};
enum nb_script { NB_SCRIPT_SIMPLIFIED, NB_SCRIPT_TRADITIONAL };

/* 印发: the covering notice of a plan. */
struct nb_notice {
	struct nb_span span;
	struct nb_prose title, addressee, organ;
	struct nb_paras body;
	struct nb_date date;
};

/* How the head is made: printed in red, space left for it, 10.1. */
enum nb_head_form {
	NB_HEAD_UNSAID, /* not in a finished report */
	NB_HEAD_RED,
	NB_HEAD_PREPRINTED,
	NB_HEAD_LETTER
};

/* 版头, 版记, 档案: words of GB/T 9704-2012 7.2, 7.4 and DA/T 22. */
struct nb_head {
	struct nb_span span;
	enum nb_head_form form;
	struct nb_prose copy_number, secrecy, urgency, doc_number;
	struct nb_names mark; /* several in a joint issue */
	struct nb_names signer;
};

struct nb_foot {
	struct nb_span span;
	struct nb_prose copies, printer;
	struct nb_date printed;
	bool even; /* on an even page */
};

struct nb_archive {
	struct nb_span span;
	struct nb_prose fonds, category, retention, organ_code, item;
};

/* 编号 */
struct nb_numbering {
	struct nb_names level;   /* patterns; by default those of 7.3.3 */
	struct nb_prose through; /* 连续: the pattern that never restarts */
};

/* 忽略: {code: reason} */
struct nb_ignore {
	struct nb_str code;
	struct nb_prose reason;
	struct nb_span span; /* of the code */
};

struct nb_report {
	const struct nb_text *source;
	struct nb_span span; /* of the file as a whole: empty, at 0 */
	int version;         /* 版本 */
	bool blank;          /* no key at all: there is nothing to judge */
	nb_faults faults;
	const struct nb_empty *empty; /* model/empty.h */
	enum nb_kind kind;
	enum nb_level level;
	enum nb_script script; /* 字形 */
	int year, last_year; /* 2021—2025 gives both; else equal; 0: absent */
	struct nb_span year_span;
	struct nb_prose organ, self; /* 机关, 自称 */
	struct nb_names joint;       /* 联合机关: those behind the organ */
	bool seal;                   /* 印章: room is left for it */
	struct nb_prose title;       /* as written, or the default form */
	bool title_given;
	struct nb_prose addressee, doc_number;   /* 主送, 文号 */
	struct nb_date issued, published, until; /* 成文 公开 数据截至 */
	struct nb_prose last_file, plan_file;    /* 上年, 方案 */
	struct nb_past past;                     /* those files */
	struct nb_paras lead, closing;           /* 导语, 结语 */
	struct nb_prose remark;                  /* 附注 */
	const struct nb_indicator *indicator;
	uint32_t n_indicators;
	const struct nb_section *section; /* 章节 */
	uint32_t n_sections;
	const struct nb_problems *problems;
	const struct nb_tasks *next_tasks, *last_tasks;
	const struct nb_task_table *task_table;
	const struct nb_notice *notice;
	struct nb_names attachment, unit; /* 附件, 单位 */
	struct nb_numbering numbering;
	const struct nb_ignore *ignore;
	uint32_t n_ignores;
	const struct nb_head *head;
	const struct nb_foot *foot;
	const struct nb_archive *archive;
	const struct nb_disclosure *disclosure; /* 公开 */
};

/*
 * Decodes the tree, past being the files it names, as they are (NULL: none
 * were read), and derives what may be left out: the title, the heading
 * of 下年任务, the patterns of 编号, 自称 of a street, the form and 标志 of
 * 版头, title, addressee, organ and date of 印发, 任务表 among the 附件. Any
 * tree will do; the result is never NULL.
 */
const struct nb_report *nb_report_build(struct nb_arena *a,
    const struct nb_node *root, const struct nb_past *past, struct nb_diags *d);

/*
 * Whether the file was meant to be a report: it has, well or badly written,
 * 年度, 机关 or 章节.
 */
bool nb_report_is_meant(const struct nb_report *r);

/* The year that 下年任务 speaks of; 0 when 年度 is absent. */
int nb_report_next_year(const struct nb_report *r);
