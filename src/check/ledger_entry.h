/*
 * check/ledger_entry.h - what the ledger keeps of a file.
 */
#pragma once

#include "model/report.h"

struct nb_arena;
struct nb_ledger_file;

/* The key that a text stands under. */
enum nb_ledger_key {
	NB_LEDGER_NEXT, /* 下年任务 */
	NB_LEDGER_LAST, /* 上年任务 */
	NB_LEDGER_ROW,  /* 任务表 */
	NB_LEDGER_PROBLEM,
};

/* A task or a problem.  A text is empty when it is not written. */
struct nb_ledger_entry {
	const struct nb_ledger_file *file;
	enum nb_ledger_key key;
	uint32_t line;                    /* from 1 */
	struct nb_str text;               /* as written */
	struct nb_str plain;              /* Simplified, without its end mark */
	struct nb_str target, due, units; /* 目标, 时限, 牵头 and 责任 */
	enum nb_progress progress;
	struct nb_str evidence, cause; /* 依据, 原因 */
	bool promised; /* 下年任务; a row of a plan; of a report, one that
			  is not or partly done */
	bool answered; /* 上年任务; a row with 进展, or of a report */
	int year;      /* promised: the year it is to be done in; else that of
			  the file */
};

/* One of 指标. */
struct nb_ledger_value {
	const struct nb_ledger_file *file;
	uint32_t line;
	struct nb_str name, value, last, target, remark;
	struct {
		struct nb_str name, value, last, target;
	} plain; /* the same, Simplified */
};

struct nb_ledger_file {
	const struct nb_text *text; /* its name, without its bytes */
	enum nb_kind kind;
	int year, last_year;
	struct nb_str organ; /* as written */
	struct nb_str key;   /* of it: Simplified, without 政府, 办事处 */
	const struct nb_ledger_entry *entry; /* tasks, then problems */
	uint32_t n_entries;
	const struct nb_ledger_value *value;
	uint32_t n_values;
};

/* Copies what is needed of a report that has 年度 and 机关. */
struct nb_ledger_file *
nb_ledger_read(struct nb_arena *a, const struct nb_report *r);
