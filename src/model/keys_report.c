/*
 * model/keys_report.c - 报告: the outermost map of a file.
 */
#include "model/keys.h"
#include "model/report.h"

#define ROW(key_, value_, field, ...) \
	NB_KEY(key_, value_, nb_report, field, __VA_ARGS__)

const struct nb_choice nb_kinds[] = {
	{ "年度报告", NB_KIND_REPORT },
	{ "工作方案", NB_KIND_PLAN },
	{ "实施纲要", NB_KIND_OUTLINE },
	{ NULL, 0 },
};

const struct nb_choice nb_levels[] = {
	{ "街道", NB_LEVEL_STREET },
	{ "乡镇", NB_LEVEL_TOWN },
	{ "区县", NB_LEVEL_DISTRICT },
	{ "部门", NB_LEVEL_DEPARTMENT },
	{ NULL, 0 },
};

static const struct nb_choice scripts[] = {
	{ "简体", NB_SCRIPT_SIMPLIFIED },
	{ "繁体", NB_SCRIPT_TRADITIONAL },
	{ NULL, 0 },
};

static const struct nb_key keys[] = {
	ROW("指标", MAP, indicator, NB_ALSO(nb_report, n_indicators),
	    .object = &nb_object_indicator, .title = "数据",
	    .help = "名称: 数值。数字只在这里写一遍，正文里写{名称}来引用，"
		    "{名称.上年}、{名称.同比}、{名称.目标}也可以；"
		    "合计、比率可写出算式，如“71件 = 受理50 + 其他21”，"
		    "程序核对，算式不印出来"),
	ROW("版本", COUNT, version, .title = "格式的版本",
	    .help = "本文件按哪一版的键书写，不写就是1", .example = "1"),
	ROW("文种", CHOICE, kind, .choice = nb_kinds, .title = "文种",
	    .help = "决定查哪些大纲项；不写就是年度报告"),
	ROW("级别", CHOICE, level, .choice = nb_levels, .title = "机关的级别",
	    .help = "决定职权、自称等规则是否适用；不写就是街道"),
	ROW("字形", CHOICE, script, .choice = scripts, .title = "字形",
	    .help = "正文用简体字还是繁体字，键名总用简体；不写就看正文用的字"),
	ROW("年度", YEARS, year, .required = true, .title = "年度",
	    .help = "报告说的是哪一年；纲要写起止年份，如 2021—2025",
	    .example = "2024"),
	ROW("机关", PLAIN, organ, .required = true, NB_SYNONYMS("发文机关"),
	    .title = "署名机关", .help = "署名用的全称或规范化简称",
	    .example = "云州市青荷区柳溪街道办事处"),
	ROW("联合机关", NAMES, joint, .title = "联合发文的其他机关",
	    .help = "主办机关写在“机关”里，其余依次写在这里"),
	ROW("标题", TEXT, title, .title = "公文标题",
	    .help = "不写就是机关＋年度＋“年法治政府建设年度报告”"),
	ROW("自称", PLAIN, self, .title = "自称",
	    .help =
		"正文里怎样称呼本机关，全篇只用这一种；街道不写就是“我街道”",
	    .example = "我街道"),
	ROW("主送", PLAIN, addressee, NB_SYNONYMS("主送机关"),
	    .title = "主送机关", .help = "不写冒号；向社会公开的可以不写",
	    .example = "青荷区人民政府"),
	ROW("文号", PLAIN, doc_number, NB_SYNONYMS("发文字号"),
	    .title = "发文字号", .help = "年份用六角括号；版头里写过就不再写",
	    .example = "柳街发〔2025〕3号"),
	ROW("成文日期", DATE, issued, .title = "成文日期",
	    .help = "负责人签发的日期，印在署名之下", .example = "2025-02-26"),
	ROW("印章", FLAG, seal, .choice = nb_yes_no, .title = "加盖印章",
	    .help = "写“是”，署名、日期照加盖印章的位置排，留出印章的地方"),
	ROW("公开日期", DATE, published, NB_SYNONYMS("发布日期"),
	    .title = "公开日期",
	    .help = "向社会公开的日期，应在次年4月1日之前；不印出来",
	    .example = "2025-03-18"),
	ROW("数据截至", DATE, until, .title = "数据截至",
	    .help = "数据算到哪一天，代替正文里的“截至目前”；不印出来",
	    .example = "2024-12-31"),
	ROW("上年", PLAIN, last_file, .title = "上年的文件",
	    .help = "上年报告的文件名，用来核对上年的任务和数据",
	    .example = "2023.yaml"),
	ROW("方案", PLAIN, plan_file, .title = "本年度工作方案的文件",
	    .help = "本年度工作方案的文件名，用来核对方案里的任务和目标；"
		    "写上级政府的方案，就核对责任单位里有本机关的任务",
	    .example = "2024年工作方案.yaml"),
	ROW("导语", PARAS, lead, .title = "导语",
	    .help = "第一章之前的话；一句一行，空一行另起一段"),
	ROW("章节", LIST, section, NB_ALSO(nb_report, n_sections),
	    .object = &nb_object_section, .required = true, .title = "章节",
	    .help = "各章依次排列；存在问题、下年任务另有自己的键，接在后面"),
	ROW("存在问题", OBJECT, problems, .object = &nb_object_problems,
	    .title = "存在问题", .help = "问题和不足，写明原因和对应的措施"),
	ROW("下年任务", OBJECT, next_tasks, .object = &nb_object_tasks,
	    .title = "下年任务", .help = "下一年度的主要安排，是全文最后一章"),
	ROW("上年任务", OBJECT, last_tasks, .object = &nb_object_tasks,
	    .title = "上年任务的落实",
	    .help = "上年报告里的下年任务逐条写明进展；只用来核对，不印出来"),
	ROW("任务表", OBJECT, task_table, .object = &nb_object_task_table,
	    .title = "任务表", .help = "重点任务清单，作为附件另面编排"),
	ROW("结语", PARAS, closing, .title = "结语",
	    .help = "最后一章之后的话，如“特此报告。”"),
	ROW("附注", TEXT, remark, .title = "附注",
	    .help = "印发传达范围等需要说明的事项，不写圆括号",
	    .example = "此件公开发布"),
	ROW("附件", NAMES, attachment, .title = "附件",
	    .help = "附件的名称，一件写一行，多件写成列表；任务表自动列入"),
	ROW("印发", OBJECT, notice, .object = &nb_object_notice,
	    .title = "印发通知", .help = "方案、纲要前面的印发通知"),
	ROW("编号", INLINE, numbering, .object = &nb_object_numbering,
	    .title = "标题的编号",
	    .help = "不写就是一、（一）1.（1），每章重起"),
	ROW("单位", NAMES, unit, .title = "责任单位名录",
	    .help = "单位的规范名称，用来核对“责任”；不印出来"),
	ROW("版头", OBJECT, head, .object = &nb_object_head, .title = "版头",
	    .help = "红色分隔线以上的各项；不写就不印"),
	ROW("版记", OBJECT, foot, .object = &nb_object_foot, .title = "版记",
	    .help = "末页的抄送机关、印发机关和印发日期；不写就不印"),
	ROW("档案", OBJECT, archive, .object = &nb_object_archive,
	    .title = "归档章", .help = "归档用的各项，写进文件属性"),
	ROW("公开", OBJECT, disclosure, .object = &nb_object_disclosure,
	    .title = "政府信息公开",
	    .help = "网页上方一栏里的索引号等各项，也写进文件属性；"
		    "成文日期、文号等另有自己的键"),
	ROW("忽略", MAP, ignore, NB_ALSO(nb_report, n_ignores),
	    .object = &nb_object_ignore, .title = "不再提示的规则",
	    .help = "代码: 理由。没有理由的仍会提示"),
};

const struct nb_object nb_object_report = {
	.name = "报告",
	.title = "法治政府建设年度报告、工作方案或实施纲要",
	.help = "一个文件就是一份报告，年度、机关、章节三项必写",
	.size = sizeof(struct nb_report),
	.span_at = NB_NO_FIELD,
	.faulty_at = offsetof(struct nb_report, faults),
	.key = keys,
	.n_keys = NB_COUNT(keys),
};
