/*
 * cli/ledger_words.h - what a ledger says in words, on a terminal, in a table
 * or on paper.
 */
#pragma once

#include "check/ledger.h"

struct nb_arena;

/* 没有交代 … 完成; “unanswered” … “done”. */
const char *nb_ledger_state_word(enum nb_ledger_state state);
const char *nb_ledger_state_name(enum nb_ledger_state state);

/* 下年任务, 上年任务, 任务表, 存在问题 */
const char *nb_ledger_key_word(enum nb_ledger_key key);

/* What happened in a step: 提出, 列入方案, 转入2023年, 部分完成, 没有交代 … */
struct nb_str nb_ledger_step_word(
    struct nb_arena *a, const struct nb_ledger_promise *p, uint32_t step);

/* “2021.yaml:31” */
struct nb_str
nb_ledger_place(struct nb_arena *a, const struct nb_ledger_entry *e);

/* “目标：…；时限：…；责任：…”; “依据：…；原因：…”; may be empty. */
struct nb_str
nb_ledger_terms(struct nb_arena *a, const struct nb_ledger_entry *e);
struct nb_str
nb_ledger_grounds(struct nb_arena *a, const struct nb_ledger_entry *e);

/* “疑似（相似72%）”, “同一项，文字有增减”; empty for the same words. */
struct nb_str
nb_ledger_doubt(struct nb_arena *a, const struct nb_ledger_step *step);

/* “已3年，结转1次”; may be empty. */
struct nb_str
nb_ledger_age(struct nb_arena *a, const struct nb_ledger_promise *p);

/* “2021—2024年：年度报告3份、工作方案1份；缺2023年度报告” */
struct nb_str
nb_ledger_extent(struct nb_arena *a, const struct nb_ledger_organ *o);

/* “承诺12项：未了5项（没有交代1、待办4），已了7项（完成7）” */
struct nb_str
nb_ledger_tally(struct nb_arena *a, const struct nb_ledger_organ *o);

/* The years that any figure has, in order; *ret_n of them. */
const int *nb_ledger_figure_years(
    struct nb_arena *a, const struct nb_ledger_organ *o, uint32_t *ret_n);

/* A figure in a year, or NULL; its value then; the change of its newest one. */
const struct nb_ledger_point *
nb_ledger_point_in(const struct nb_ledger_figure *f, int year);
struct nb_str nb_ledger_value_in(const struct nb_ledger_figure *f, int year);
struct nb_str nb_ledger_change(const struct nb_ledger_figure *f);

/* What is to be said of a figure in a year; so many of them. */
enum { NB_LEDGER_REMARKS = 4 };
uint32_t nb_ledger_remarks(struct nb_arena *a, const struct nb_ledger_figure *f,
    uint32_t point, struct nb_str ret[NB_LEDGER_REMARKS]);

/* “连续3年，最近一份报告仍有”; “2021、2023年” */
struct nb_str
nb_ledger_running(struct nb_arena *a, const struct nb_ledger_problem *p);
struct nb_str
nb_ledger_years(struct nb_arena *a, const struct nb_ledger_problem *p);
