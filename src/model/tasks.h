/*
 * model/tasks.h - 存在问题, 下年任务, 上年任务, 任务表: promises and how they
 * were kept.  See report.h for what holds of every field.
 */
#pragma once

#include "model/keys.h"
#include "model/prose.h"

enum nb_progress {
	NB_PROGRESS_NONE,
	NB_PROGRESS_DONE,
	NB_PROGRESS_PARTLY,
	NB_PROGRESS_NOT,
	NB_PROGRESS_CHANGED
};

/* 存在问题 */
struct nb_problem {
	struct nb_span span;
	struct nb_prose text, cause, measure; /* 问题, 原因, 措施 */
};

struct nb_problems {
	struct nb_span span;         /* of the key 存在问题 */
	struct nb_prose title, lead; /* no 标题: no chapter of its own */
	const struct nb_problem *problem;
	uint32_t n;
};

/* 下年任务, 上年任务 */
struct nb_task {
	struct nb_span span;
	struct nb_prose text;
	struct nb_paras body;
	struct nb_prose target, due;      /* 目标, 时限 */
	struct nb_prose lead_unit, units; /* 牵头, 责任 */
	enum nb_progress progress;
	struct nb_prose evidence, cause; /* 依据, 原因 */
	nb_faults faults;
};

struct nb_tasks {
	struct nb_span span; /* of the key */
	struct nb_prose title, lead;
	const struct nb_task *task;
	uint32_t n;
};

/* 任务表 */
struct nb_task_group {
	struct nb_span span;
	struct nb_prose text;       /* 工作任务 */
	const struct nb_task *task; /* 内容 is text */
	uint32_t n;
};

struct nb_task_table {
	struct nb_span span;
	struct nb_prose title;
	const struct nb_task_group *group;
	uint32_t n;
	bool landscape; /* 横排 */
};
