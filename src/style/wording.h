/*
 * style/wording.h - the words that rules go by, as data: the key 用语 of an
 * outline file.  A list that the file does not have is empty, and the rule
 * that goes by it finds nothing.
 */
#pragma once

#include "style/words.h"

/* 计划语气: a clause that orders or promises (checks.md P01). */
struct nb_tone_words {
	struct nb_words modal;  /* 应当, 要: at the start of a clause … */
	struct nb_words before; /* … or behind one of these: 部门, 人员 */
	struct nb_words within; /* words that have a modal in them: 主要 */
	struct nb_words invited; /* 应 … 邀请: not with one of these behind */
	struct nb_words always; /* 不得 */
	struct nb_words ensure; /* 确保: with a number that is a goal … */
	struct nb_words goal;   /* … and one of these: %, 以上 */
	struct nb_words told;   /* behind them others' words are told: to the
				   end of the sentence … */
	struct nb_words speech; /* … and of the paragraph: 强调 */
};

/* 自称: how an organ calls itself in its prose (C02). */
struct nb_self_words {
	struct nb_words word;       /* 我街道, 我处 */
	struct nb_words not_behind; /* 自: 自我处置 */
	struct nb_words not_before; /* 置 */
	struct nb_words office;     /* 办事处, before one of … */
	struct nb_words people;     /* … these: 干部 */
	struct nb_words other;      /* and not behind these: 街道 */
};

/* 号码: what a long number is and is not (P12, P13, P14). */
struct nb_digit_words {
	struct nb_words serial;   /* 编号, 案号: no number of a person */
	struct nb_words identity; /* 身份: one, whatever serial says */
	struct nb_words phone;    /* 手机: one, whatever serial says */
	struct nb_words office; /* 热线, 值班: a telephone for everybody */
	struct nb_words bank;   /* 账号, 开户行 */
};

/* 请示语: how a request ends (P15). */
struct nb_request_words {
	struct nb_words sign;   /* 请: no request without one of these */
	struct nb_words phrase; /* 请批复 */
	struct nb_words before; /* 妥否: the clause in front of it */
	struct nb_words behind; /* 为盼 */
	struct nb_words about;  /* 以上意见: in front, in the same clause */
};

/* 目标语: words of goals that tell nothing (P10, P22). */
struct nb_target_words {
	struct nb_words head;   /* 全年: in front of what is counted */
	struct nb_words tail;   /* 达到: behind it */
	struct nb_words change; /* 比上年: a figure beside it is no total */
};

/* 泛称: organs of a kind, all of them (P19). */
struct nb_everyone_words {
	struct nb_words street, town; /* 各街道; 各乡镇 */
};

/* 任务数: how prose tells what came of the tasks (P18). */
struct nb_tally_words {
	struct nb_words count; /* 项 */
	struct nb_words noun;  /* 任务: behind 项 and any of … */
	struct nb_words kind;  /* … these: 重点 */
	struct nb_words table; /* 清单, 全年: all tasks are meant when it is
				  in front of their number … */
	struct nb_words link;  /* … with nothing but these between: 共 */
	struct nb_words last;  /* 上年: those of last year are */
	struct nb_words other; /* 督察: quite other tasks are */
	struct nb_words all;   /* 全部完成 */
	struct nb_words done, partly, not_done, changed; /* 完成 … */
	struct nb_words vague; /* 基本完成: none of these */
};

/* 外地: how another organ's name gives itself away (C13). */
struct nb_foreign_words {
	struct nb_words town;          /* 街道, 镇: behind a name … */
	struct nb_words town_tail;     /* … and before these: 党工委 */
	struct nb_words division;      /* 区, 县: behind a name … */
	struct nb_words division_tail; /* … and before these: 委, 政府 */
	struct nb_words not_tail;      /* but not before these: 委托 */
	struct nb_words before;  /* 在: what may stand in front of the name in
				    its clause, if anything does */
	struct nb_words no_name; /* 推动: what is no name */
	struct nb_words dealing; /* 考察: a sentence that may name others */
};

/* 别级: what an organ of each level never calls itself (C14). */
struct nb_level_words {
	struct nb_words street, town, district, department;
	struct nb_words of_district, of_county; /* 我区, 我县 */
	struct nb_words not_behind;             /* 自: 自我镇定 */
	struct nb_words not_before;             /* 街: 我镇街 */
};

/* 并列: what stands between and in the parts of a list. */
struct nb_list_words {
	struct nb_words other; /* 和解: begins like a conjunction (T08) */
	struct nb_words kind;  /* 单位: what parts end with … (T09) */
	struct nb_words verb;  /* … and what they have not */
};

struct nb_wording {
	struct nb_tone_words tone;
	struct nb_self_words self;
	struct nb_foreign_words foreign;
	struct nb_level_words level;
	struct nb_digit_words number;
	struct nb_request_words request;
	struct nb_target_words target;
	struct nb_everyone_words everyone;
	struct nb_tally_words tally;
	struct nb_list_words list;
	struct nb_words done;      /* 已做: 了, 办结 (P02) */
	struct nb_words idle;      /* 泛词: pairs that tell nothing (P05) */
	struct nb_words when;      /* 时间: 年底, 季度 (P06) */
	struct nb_words unit_tail; /* 全称后缀: 办 + 公室 (C03) */
	struct nb_words anyone;    /* 泛指单位: 各, 有关 (C04) */
	struct nb_words filler;    /* 虚字: of no matter to C07 */
	struct nb_words document;  /* 文件名: how names of them end (T11) */
	struct nb_words web;       /* 网页: how remains of one begin (G09) */
};

/* Reads the value of 用语. */
void nb_wording_read(const struct nb_words_file *f, const struct nb_node *node,
    struct nb_wording *into);
