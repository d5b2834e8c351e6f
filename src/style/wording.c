#include "style/wording.h"

#define LIST(group, key, member) NB_WORDS_KEY(group, key, nb_wording, member)

static const struct nb_words_key lists[] = {
	LIST("计划语气", "情态", tone.modal),
	LIST("计划语气", "主语", tone.before),
	LIST("计划语气", "词内", tone.within),
	LIST("计划语气", "应约", tone.invited),
	LIST("计划语气", "一律", tone.always),
	LIST("计划语气", "确保", tone.ensure),
	LIST("计划语气", "指标", tone.goal),
	LIST("计划语气", "转述", tone.told),
	LIST("计划语气", "讲话", tone.speech),
	LIST("自称", "词", self.word),
	LIST("自称", "前不接", self.not_behind),
	LIST("自称", "后不接", self.not_before),
	LIST("自称", "机关", self.office),
	LIST("自称", "人员", self.people),
	LIST("自称", "泛指", self.other),
	LIST("号码", "编号", number.serial),
	LIST("号码", "身份", number.identity),
	LIST("号码", "电话", number.phone),
	LIST("号码", "公用电话", number.office),
	LIST("号码", "银行", number.bank),
	LIST("请示语", "字", request.sign),
	LIST("请示语", "词", request.phrase),
	LIST("请示语", "前句", request.before),
	LIST("请示语", "后接", request.behind),
	LIST("请示语", "前接", request.about),
	LIST("目标语", "前", target.head),
	LIST("目标语", "后", target.tail),
	LIST("目标语", "增减", target.change),
	LIST("泛称", "街道", everyone.street),
	LIST("泛称", "乡镇", everyone.town),
	LIST("任务数", "量词", tally.count),
	LIST("任务数", "名词", tally.noun),
	LIST("任务数", "修饰", tally.kind),
	LIST("任务数", "全表", tally.table),
	LIST("任务数", "连接", tally.link),
	LIST("任务数", "上年", tally.last),
	LIST("任务数", "他事", tally.other),
	LIST("任务数", "全部完成", tally.all),
	LIST("任务数", "完成", tally.done),
	LIST("任务数", "部分完成", tally.partly),
	LIST("任务数", "未完成", tally.not_done),
	LIST("任务数", "调整", tally.changed),
	LIST("任务数", "不明", tally.vague),
	LIST("", "已做", done),
	LIST("", "泛词", idle),
	LIST("", "时间", when),
	LIST("", "全称后缀", unit_tail),
	LIST("", "泛指单位", anyone),
	LIST("", "虚字", filler),
};

void
nb_wording_read(const struct nb_words_file *f, const struct nb_node *node,
    struct nb_wording *into)
{
	nb_words_read_map(f, node, lists, NB_COUNT(lists), into);
}
