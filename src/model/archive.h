/*
 * model/archive.h - what files a report in an archive: its years and its 档号
 * (DA/T 22-2015: 全宗号-门类·年度-保管期限-机构代码-件号).
 */
#pragma once

#include "base/str.h"

struct nb_arena;
struct nb_report;

/* “2024”, “2021—2025”; empty without 年度. */
struct nb_str nb_archive_years(struct nb_arena *a, const struct nb_report *r);

/* Of the parts that the report has; empty without 档案. */
struct nb_str nb_archive_code(struct nb_arena *a, const struct nb_report *r);

/* Whether no part of it is missing; 机构代码 may be. */
bool nb_archive_is_whole(const struct nb_report *r);
