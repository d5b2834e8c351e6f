/*
 * cli/archive/indicators.h - 指标 of a report as JSON, for other programs.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

struct nb_arena;
struct nb_report;

/*
 * {"年度":"2024","机关":…,"指标":[{"名称":…,"值":"71件","数":71,"单位":"件",
 * "式":…,"上年":…,"目标":…,"说明":…}]}; what is not given is left out, and so
 * are 数 and 单位 of a value that is no exact number.
 */
void
nb_indicators_json(GString *out, struct nb_arena *a, const struct nb_report *r);
