/*
 * model/disclosure.h - 公开: what the box over a report on a government's site
 * says of it, besides what other keys say (《政府信息公开条例》第十二条: the
 * directory has 索引, 名称, 内容概述, 生成日期).
 */
#pragma once

#include "model/date.h"
#include "model/section.h"

struct nb_arena;

/* 公开方式 */
enum nb_access {
	NB_ACCESS_UNSAID,
	NB_ACCESS_OPEN,    /* 主动公开 */
	NB_ACCESS_REQUEST, /* 依申请公开 */
	NB_ACCESS_CLOSED,  /* 不予公开 */
};

struct nb_disclosure {
	struct nb_span span;
	struct nb_prose index, topic, summary; /* 索引号 主题分类 内容概述 */
	struct nb_names keyword;               /* 主题词 */
	enum nb_access access;
	struct nb_date published; /* also where nb_report has it */
};

/* “主动公开”; empty for NB_ACCESS_UNSAID. */
struct nb_str nb_access_word(enum nb_access access);

/* 主题词 as files of any format say them, commas between; of NULL none. */
struct nb_str
nb_disclosure_keywords(struct nb_arena *a, const struct nb_disclosure *d);
