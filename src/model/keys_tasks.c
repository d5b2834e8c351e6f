/*
 * model/keys_tasks.c - 存在问题, 下年任务, 上年任务, 任务表.
 */
#include "model/keys.h"
#include "model/report.h"

static const struct nb_key problems_keys[] = {
	NB_KEY("标题", TEXT, nb_problems, title, .title = "本章的标题",
	    .help = "写了就自成一章；不写就没有单独的标题，"
		    "作为一个自然段接在最后一章之后",
	    .example = "存在的问题和不足"),
	NB_KEY("导语", TEXT, nb_problems, lead, .title = "引出各条的话",
	    .help = "末尾不加标点，程序接上冒号"),
	NB_KEY("清单", LIST, nb_problems, problem, NB_ALSO(nb_problems, n),
	    .object = &nb_object_problem, .title = "各个问题",
	    .help = "印成“一是…；二是…。”"),
};

const struct nb_object nb_object_problems = {
	.name = "存在问题",
	.title = "存在的问题和不足",
	.help = "有标题、导语和清单，也可以直接写清单",
	.size = sizeof(struct nb_problems),
	.span_at = offsetof(struct nb_problems, span),
	.main = "清单",
	.bare = true,
	.key = problems_keys,
	.n_keys = NB_COUNT(problems_keys),
};

static const struct nb_key problem_keys[] = {
	NB_KEY("问题", TEXT, nb_problem, text, .required = true,
	    .title = "问题", .help = "末尾不加标点"),
	NB_KEY("原因", TEXT, nb_problem, cause, .title = "原因",
	    .help = "为什么会这样，接在问题之后"),
	NB_KEY("措施", PLAIN, nb_problem, measure, .title = "对应的措施",
	    .help = "下年任务的序号，几条用顿号分开；不印出来", .example = "1"),
};

const struct nb_object nb_object_problem = {
	.name = "问题",
	.title = "一个问题",
	.help = "写明问题、原因和对应的措施，也可以只写问题的文字",
	.size = sizeof(struct nb_problem),
	.span_at = offsetof(struct nb_problem, span),
	.main = "问题",
	.bare = true,
	.key = problem_keys,
	.n_keys = NB_COUNT(problem_keys),
};

static const struct nb_key tasks_keys[] = {
	NB_KEY("标题", TEXT, nb_tasks, title, .title = "本章的标题",
	    .help = "下年任务不写就是“2025年度法治政府建设主要任务”的样子"),
	NB_KEY("导语", TEXT, nb_tasks, lead, .title = "引出各条的话",
	    .help = "末尾不加标点，程序接上冒号"),
	NB_KEY("清单", LIST, nb_tasks, task, NB_ALSO(nb_tasks, n),
	    .object = &nb_object_task, .title = "各项任务",
	    .help = "有正文的印成（一）…，没有的印成“一是…；二是…。”"),
};

const struct nb_object nb_object_tasks = {
	.name = "年度任务",
	.title = "下年任务或上年任务",
	.help = "有标题、导语和清单，也可以直接写清单",
	.size = sizeof(struct nb_tasks),
	.span_at = offsetof(struct nb_tasks, span),
	.main = "清单",
	.bare = true,
	.key = tasks_keys,
	.n_keys = NB_COUNT(tasks_keys),
};

const struct nb_choice nb_progresses[] = {
	{ "完成", NB_PROGRESS_DONE },
	{ "部分完成", NB_PROGRESS_PARTLY },
	{ "未完成", NB_PROGRESS_NOT },
	{ "调整", NB_PROGRESS_CHANGED },
	{ NULL, 0 },
};

/* What tasks of both kinds have. */
#define TASK_KEYS \
	NB_KEY("目标", TEXT, nb_task, target, .title = "目标", \
	    .help = "做到什么程度，最好有数量", .example = "不少于60场"), \
	    NB_KEY("时限", TEXT, nb_task, due, NB_SYNONYMS("完成时限"), \
		.title = "完成时限", .help = "不写年份就是任务所在的年度", \
		.example = "12月底"), \
	    NB_KEY("牵头", TEXT, nb_task, lead_unit, NB_SYNONYMS("牵头单位"), \
		.title = "牵头单位", .help = "不写就是责任单位的第一家"), \
	    NB_KEY("责任", TEXT, nb_task, units, NB_SYNONYMS("责任单位"), \
		.title = "责任单位", .help = "多个单位用顿号分开", \
		.example = "司法所、党政办公室"), \
	    NB_KEY("进展", CHOICE, nb_task, progress, .choice = nb_progresses, \
		.title = "进展", .help = "年底填写；未完成的要进入下年任务"), \
	    NB_KEY("依据", TEXT, nb_task, evidence, .title = "依据", \
		.help = "完成、部分完成必填，要有数字、文件名或{指标}"), \
	    NB_KEY("原因", TEXT, nb_task, cause, .title = "原因", \
		.help = "部分完成、未完成、调整必填")

static const struct nb_key task_keys[] = {
	NB_KEY("任务", TEXT, nb_task, text, .required = true, .title = "任务",
	    .help = "做什么，末尾不加标点"),
	NB_KEY("正文", PARAS, nb_task, body, NB_SYNONYMS("内容"),
	    .title = "正文", .help = "怎样做；一句一行，空一行另起一段"),
	TASK_KEYS,
};

const struct nb_object nb_object_task = {
	.name = "任务",
	.title = "一项任务",
	.help = "写明任务、目标、时限和责任，也可以只写任务的文字",
	.size = sizeof(struct nb_task),
	.span_at = offsetof(struct nb_task, span),
	.faulty_at = offsetof(struct nb_task, faults),
	.main = "任务",
	.bare = true,
	.key = task_keys,
	.n_keys = NB_COUNT(task_keys),
};

static const struct nb_key task_table_keys[] = {
	NB_KEY("标题", TEXT, nb_task_table, title, .title = "表题",
	    .help = "印在表格上方，也是附件的名称"),
	NB_KEY("分组", LIST, nb_task_table, group, NB_ALSO(nb_task_table, n),
	    .object = &nb_object_task_group, .required = true, .title = "分组",
	    .help = "一组在左边一栏合并成一格"),
	NB_KEY("横排", FLAG, nb_task_table, landscape, .choice = nb_yes_no,
	    .title = "横排", .help = "栏目多时写“是”，排在横放的页上"),
};

const struct nb_object nb_object_task_table = {
	.name = "任务表",
	.title = "重点任务清单",
	.help = "序号由程序编排；有一行写了进展，就多印完成情况两栏和小计",
	.size = sizeof(struct nb_task_table),
	.span_at = offsetof(struct nb_task_table, span),
	.main = "分组",
	.bare = true,
	.key = task_table_keys,
	.n_keys = NB_COUNT(task_table_keys),
};

static const struct nb_key task_group_keys[] = {
	NB_KEY("工作任务", TEXT, nb_task_group, text, .required = true,
	    .title = "工作任务", .help = "与正文里的标题一字不差"),
	NB_KEY("任务", LIST, nb_task_group, task, NB_ALSO(nb_task_group, n),
	    .object = &nb_object_task_row, .required = true,
	    .title = "本组各行", .help = "一行一项"),
};

const struct nb_object nb_object_task_group = {
	.name = "分组",
	.title = "任务表的一组",
	.help = "一个工作任务和它下面的各行",
	.size = sizeof(struct nb_task_group),
	.span_at = offsetof(struct nb_task_group, span),
	.main = "工作任务",
	.key = task_group_keys,
	.n_keys = NB_COUNT(task_group_keys),
};

static const struct nb_key task_row_keys[] = {
	NB_KEY("内容", TEXT, nb_task, text, .required = true,
	    NB_SYNONYMS("任务", "正文"), .title = "任务内容",
	    .help = "末尾不加标点"),
	TASK_KEYS,
};

const struct nb_object nb_object_task_row = {
	.name = "任务行",
	.title = "任务表的一行",
	.help = "写明内容、责任和时限，年底补上进展、依据或原因",
	.size = sizeof(struct nb_task),
	.span_at = offsetof(struct nb_task, span),
	.faulty_at = offsetof(struct nb_task, faults),
	.main = "内容",
	.bare = true,
	.key = task_row_keys,
	.n_keys = NB_COUNT(task_row_keys),
};
