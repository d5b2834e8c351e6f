/*
 * T21 leader-untitled - the name of the leader without a title.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T21",
	.name = "leader-untitled",
	.severity = NB_ERROR,
	.title = "领袖姓名后缺称谓",
	.basis = "公文用语惯例；宣传报道规范",
	.help = "姓名后写“总书记”等称谓",
	.why = "公文里提到领袖，姓名后面要有称谓；思想、著作的名称照原名写，书"
	       "名号里的不查。“习总书记”是口语，"
	       "正式行文要写全。\n"
	       "误：学习习近平关于全面依法治国的论述\n"
	       "正：学习习近平总书记关于全面依法治国的论述",
};

const struct nb_rule nb_rule_leader_untitled = { .code = &code,
	.wrong = "称谓不全" };
