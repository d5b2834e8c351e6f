/*
 * T20 wording-unfit - a word for which there is a right one.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T20",
	.name = "wording-unfit",
	.severity = NB_WARNING,
	.title = "用语不当",
	.basis = "有关法律法规和规定的用语；《现代汉语词典》",
	.help = "改成宜作的词",
	.why = "有的是术语写错（商业机密），有的是旧称（自由裁量基准），有的是"
	       "错别字（按装）。词表在"
	       "templates/words-annual/"
	       "words.yaml，每条写明从哪一年起、对哪一级适用；"
	       "本单位的词可以另写一个文件，用 check --words 接在后面。\n"
	       "误：除涉及商业机密和个人隐私外，一律公开\n"
	       "正：除涉及商业秘密和个人隐私外，一律公开",
	.fixable = true,
};

const struct nb_rule nb_rule_wording_unfit = { .code = &code, .wrong = "" };
