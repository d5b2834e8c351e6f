#include "import/vocabulary.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "import/codes.h"
#include "source/node.h"
#include "source/reader.h"

#define LIST(group, key, member) NB_WORDS_KEY(group, key, nb_vocabulary, member)

static const struct nb_words_key lists[] = {
	LIST("网页", "按钮", page.button),
	LIST("网页", "导航", page.path),
	LIST("网页", "页脚", page.foot),
	LIST("网页", "备案", page.law),
	LIST("网页", "今日", page.today),
	LIST("页码", "页码前", number.before),
	LIST("页码", "总页数前", number.total),
	LIST("页码", "页", number.behind),
	LIST("名目", "公开日期", label.published),
	LIST("名目", "成文日期", label.issued),
	LIST("名目", "机关", label.origin),
	LIST("名目", "来源", label.source),
	LIST("名目", "文号", label.number),
	LIST("名目", "标题", label.title),
	LIST("名目", "索引号", label.index),
	LIST("名目", "主题分类", label.topic),
	LIST("名目", "主题词", label.keywords),
	LIST("名目", "公开方式", label.access),
	LIST("名目", "内容概述", label.summary),
	LIST("名目", "其他", label.aside),
	LIST("标题", "文种", title.document),
	LIST("标题", "事由", title.about),
	LIST("标题", "地名", title.place),
	LIST("标题", "不是", title.none),
	LIST("标题", "报告", title.report),
	LIST("标题", "方案", title.plan),
	LIST("标题", "纲要", title.programme),
	LIST("机关", "词尾", organ.end),
	LIST("机关", "街道", organ.street),
	LIST("机关", "乡镇", organ.town),
	LIST("机关", "区县", organ.district),
	LIST("机关", "部门", organ.department),
	LIST("要素", "紧急程度", form.urgency),
	LIST("要素", "密级", form.secrecy),
	LIST("要素", "签发人", form.signer),
	LIST("要素", "抄送", form.copies),
	LIST("要素", "附件", form.attachment),
	LIST("要素", "主送不含", form.told),
	LIST("要素", "印发语", form.notice),
	LIST("要素", "印发", form.issue),
	LIST("要素", "联系", form.contact),
	LIST("要素", "附注", form.remark),
	LIST("要素", "附注起", form.remark_begins),
	LIST("样式", "版头", style.head),
	LIST("样式", "标志", style.mark),
	LIST("样式", "信函", style.letter),
	LIST("样式", "标题", style.title),
	LIST("样式", "主送", style.addressee),
	LIST("样式", "署名", style.signature),
	LIST("样式", "附注", style.remark),
	LIST("农历", "词", lunar),
	LIST("章节", "总括", chapter.container),
	LIST("章节", "问题", chapter.problem),
	LIST("章节", "不足", chapter.lack),
	LIST("章节", "下年", chapter.coming),
	LIST("章节", "任务", chapter.task),
	LIST("章节", "上年", chapter.last),
	LIST("章节", "落实", chapter.kept),
	LIST("章节", "叙述", chapter.told),
	LIST("章节", "结语", chapter.closing),
	LIST("章节", "原因", chapter.cause),
	LIST("章节", "原因在后", chapter.cause_behind),
	LIST("章节", "原因省去", chapter.cause_said),
	LIST("单位", "牵头", unit.lead),
	LIST("单位", "责任", unit.units),
	LIST("单位", "目标", unit.target),
	LIST("单位", "时限", unit.due),
	LIST("栏目", "工作任务", column[NB_COLUMN_GROUP]),
	LIST("栏目", "序号", column[NB_COLUMN_NUMBER]),
	LIST("栏目", "内容", column[NB_COLUMN_TASK]),
	LIST("栏目", "目标", column[NB_COLUMN_TARGET]),
	LIST("栏目", "牵头", column[NB_COLUMN_LEAD]),
	LIST("栏目", "责任", column[NB_COLUMN_UNITS]),
	LIST("栏目", "时限", column[NB_COLUMN_DUE]),
	LIST("栏目", "进展", column[NB_COLUMN_PROGRESS]),
	LIST("栏目", "依据", column[NB_COLUMN_EVIDENCE]),
	LIST("栏目", "原因", column[NB_COLUMN_CAUSE]),
	LIST("栏目", "依据或原因", column[NB_COLUMN_WHY]),
	LIST("栏目", "备注", column[NB_COLUMN_REMARK]),
	LIST("进展", "完成", progress.done),
	LIST("进展", "部分完成", progress.partly),
	LIST("进展", "未完成", progress.not_done),
	LIST("进展", "调整", progress.changed),
	LIST("表格", "续表", table.continued),
	LIST("表格", "没有", table.empty),
	LIST("数据", "单位", figure.unit),
	LIST("数据", "连接", figure.between),
	LIST("数据", "引出", figure.lead),
	LIST("数据", "不起", figure.open),
	LIST("数据", "不止", figure.close),
	LIST("数据", "限额", figure.limit),
	LIST("数据", "约数", figure.about),
};

/* Without one of the lists a part of a document would go unseen. */
static void
check_all_there(const struct nb_words_file *f, const struct nb_node *root,
    const struct nb_vocabulary *v)
{
	for (size_t i = 0; i < NB_COUNT(lists); i++) {
		const struct nb_words *w =
		    (const void *)((const char *)v + lists[i].offset);

		if (w->n == 0)
			nb_diag_add(f->diags, f->value, root->span,
			    "%s缺少“%s”下的“%s”", f->name, lists[i].group,
			    lists[i].key);
	}
}

const struct nb_vocabulary *
nb_vocabulary_load(struct nb_arena *a, const char *path, struct nb_diags *d)
{
	const struct nb_words_file f = { a, d, "导入用的词表", &nb_code_L60,
		&nb_code_L61 };
	struct nb_vocabulary *v = nb_new(a, struct nb_vocabulary);
	const unsigned errors = d->n[NB_ERROR];
	const struct nb_text *text;
	const struct nb_node *root;

	if (nb_source_open(a, path, d, &text) != NB_OK)
		return NULL;
	root = nb_source_yaml_own(a, text, d);
	nb_words_read_map(&f, root, lists, NB_COUNT(lists), v);
	if (d->n[NB_ERROR] == errors)
		check_all_there(&f, root, v);
	return d->n[NB_ERROR] == errors ? v : NULL;
}

enum nb_column
nb_vocabulary_column(const struct nb_vocabulary *v, struct nb_str heading)
{
	for (unsigned i = 0; i < NB_COLUMNS; i++)
		if (nb_words_have(&v->column[i], heading))
			return (enum nb_column)i;
	return NB_COLUMN_UNKNOWN;
}
