/*
 * model/keys_form.c - 印发, 编号, 版头, 版记, 档案, 公开, 忽略: the form of
 * the document around its text.
 */
#include "model/keys.h"
#include "model/report.h"

static const struct nb_key notice_keys[] = {
	NB_KEY("标题", TEXT, nb_notice, title, .title = "通知的标题",
	    .help = "不写就是“机关关于印发《…》的通知”"),
	NB_KEY("主送", PLAIN, nb_notice, addressee, NB_SYNONYMS("主送机关"),
	    .title = "主送机关", .help = "不写冒号，程序接上"),
	NB_KEY("正文", PARAS, nb_notice, body, .required = true,
	    NB_SYNONYMS("内容"), .title = "通知的正文",
	    .help = "如“现将《…》印发你们，请认真遵照执行。”"),
	NB_KEY("机关", PLAIN, nb_notice, organ, NB_SYNONYMS("发文机关"),
	    .title = "印发的机关", .help = "不写就是报告的机关"),
	NB_KEY("日期", DATE, nb_notice, date, .title = "印发的日期",
	    .help = "不写就是成文日期", .example = "2023-08-12"),
};

const struct nb_object nb_object_notice = {
	.name = "印发",
	.title = "印发通知",
	.help = "方案、纲要前面的一页",
	.size = sizeof(struct nb_notice),
	.span_at = offsetof(struct nb_notice, span),
	.key = notice_keys,
	.n_keys = NB_COUNT(notice_keys),
};

static const struct nb_key numbering_keys[] = {
	NB_KEY("层次", NAMES, nb_numbering, level, .title = "各层的样式",
	    .help = "各层第一个序号的样子，不写就是 [一、, （一）, 1., （1）]"),
	NB_KEY("连续", PLAIN, nb_numbering, through, .title = "连续的一层",
	    .help = "这一层全篇连续编号，不随章重起", .example = "1."),
};

const struct nb_object nb_object_numbering = {
	.name = "编号",
	.title = "标题的编号",
	.help = "各层的样式，以及哪一层全篇连续",
	.size = sizeof(struct nb_numbering),
	.span_at = NB_NO_FIELD,
	.main = "层次",
	.bare = true,
	.key = numbering_keys,
	.n_keys = NB_COUNT(numbering_keys),
};

static const struct nb_choice head_forms[] = {
	{ "红头", NB_HEAD_RED },
	{ "套打", NB_HEAD_PREPRINTED },
	{ "信函", NB_HEAD_LETTER },
	{ NULL, 0 },
};

static const struct nb_key head_keys[] = {
	NB_KEY("样式", CHOICE, nb_head, form, .choice = head_forms,
	    .title = "版头的样式",
	    .help = "红头；套打：印在有红头的纸上，只留位置；信函：10.1。"
		    "不写时，有发文机关标志是红头，没有是套打",
	    .example = "红头"),
	NB_KEY("份号", PLAIN, nb_head, copy_number, .title = "份号",
	    .help = "涉密公文写，6位数字", .example = "000001"),
	NB_KEY("密级", PLAIN, nb_head, secrecy, .title = "密级和保密期限",
	    .help = "涉密公文写", .example = "秘密★1年"),
	NB_KEY("紧急程度", PLAIN, nb_head, urgency, .title = "紧急程度",
	    .help = "特急或加急", .example = "加急"),
	NB_KEY("发文机关标志", NAMES, nb_head, mark, .title = "发文机关标志",
	    .help = "机关全称加“文件”二字，或只写机关；联合行文写成列表，"
		    "“文件”写在最后一个后面",
	    .example = "柳溪街道办事处文件"),
	NB_KEY("文号", PLAIN, nb_head, doc_number, NB_SYNONYMS("发文字号"),
	    .title = "发文字号", .help = "年份用六角括号，序号不编虚位",
	    .example = "柳街发〔2025〕3号"),
	NB_KEY("签发人", NAMES, nb_head, signer, .title = "签发人",
	    .help = "上行文写；多人写成列表", .example = "张三"),
};

const struct nb_object nb_object_head = {
	.name = "版头",
	.title = "版头",
	.help = "红色分隔线以上的各项（GB/T 9704—2012 7.2）",
	.size = sizeof(struct nb_head),
	.span_at = offsetof(struct nb_head, span),
	.key = head_keys,
	.n_keys = NB_COUNT(head_keys),
};

static const struct nb_key foot_keys[] = {
	NB_KEY("抄送", PLAIN, nb_foot, copies, NB_SYNONYMS("抄送机关"),
	    .title = "抄送机关", .help = "末尾不加句号，程序接上"),
	NB_KEY("印发机关", PLAIN, nb_foot, printer, .title = "印发机关",
	    .help = "一般是机关的办公室"),
	NB_KEY("印发日期", DATE, nb_foot, printed, .title = "印发日期",
	    .help = "送印的日期", .example = "2025-02-28"),
	NB_KEY("双页", FLAG, nb_foot, even, .choice = nb_yes_no,
	    .title = "排在双页", .help = "双面印刷时写“是”，版记总在背面"),
};

const struct nb_object nb_object_foot = {
	.name = "版记",
	.title = "版记",
	.help = "末页下端的各项（GB/T 9704—2012 7.4）",
	.size = sizeof(struct nb_foot),
	.span_at = offsetof(struct nb_foot, span),
	.key = foot_keys,
	.n_keys = NB_COUNT(foot_keys),
};

static const struct nb_key archive_keys[] = {
	NB_KEY("全宗号", PLAIN, nb_archive, fonds, .title = "全宗号",
	    .help = "档案馆给定的代号", .example = "J012"),
	NB_KEY("门类", PLAIN, nb_archive, category, .title = "门类",
	    .help = "档案门类代码，文书类是 WS", .example = "WS"),
	NB_KEY("保管期限", PLAIN, nb_archive, retention, .title = "保管期限",
	    .help = "永久、30年或10年", .example = "永久"),
	NB_KEY("机构代码", PLAIN, nb_archive, organ_code,
	    .title = "机构（问题）代码", .help = "本单位归档规则里的代码"),
	NB_KEY("件号", PLAIN, nb_archive, item, .title = "件号",
	    .help = "同一年度、期限、机构之内的顺序号", .example = "0012"),
};

const struct nb_object nb_object_archive = {
	.name = "档案",
	.title = "归档章的各项",
	.help = "照 DA/T 22 的项目填写",
	.size = sizeof(struct nb_archive),
	.span_at = offsetof(struct nb_archive, span),
	.key = archive_keys,
	.n_keys = NB_COUNT(archive_keys),
};

static const struct nb_choice accesses[] = {
	{ "主动公开", NB_ACCESS_OPEN },
	{ "依申请公开", NB_ACCESS_REQUEST },
	{ "不予公开", NB_ACCESS_CLOSED },
	{ NULL, 0 },
};

static const struct nb_key disclosure_keys[] = {
	NB_KEY("索引号", PLAIN, nb_disclosure, index, NB_SYNONYMS("信息索引号"),
	    .title = "索引号", .help = "政府信息公开目录里的编号，每份不同",
	    .example = "QH0010/2025-00012"),
	NB_KEY("主题分类", PLAIN, nb_disclosure, topic, NB_SYNONYMS("信息分类"),
	    .title = "主题分类", .help = "照网站的分类写",
	    .example = "司法；法治政府建设"),
	NB_KEY("主题词", NAMES, nb_disclosure, keyword,
	    NB_SYNONYMS("关键词", "关键字"), .title = "主题词",
	    .help = "几个写成列表；也是网页、PDF、Word 的关键词"),
	NB_KEY("公开方式", CHOICE, nb_disclosure, access, .choice = accesses,
	    NB_SYNONYMS("公开类别", "公开属性"), .title = "公开方式",
	    .help =
		"主动公开、依申请公开或不予公开；不是主动公开的不能转成网页",
	    .example = "主动公开"),
	NB_KEY("公开日期", DATE, nb_disclosure, published,
	    NB_SYNONYMS("发布日期"), .title = "公开日期",
	    .help = "也可以写在最外层；写过就不再写", .example = "2025-03-18"),
	NB_KEY("内容概述", TEXT, nb_disclosure, summary,
	    NB_SYNONYMS("内容摘要", "摘要"), .title = "内容概述",
	    .help = "一两句话，说报告讲什么"),
};

const struct nb_object nb_object_disclosure = {
	.name = "公开",
	.title = "政府信息公开的各项",
	.help = "照政府信息公开目录的项目填写（《政府信息公开条例》第十二条）",
	.size = sizeof(struct nb_disclosure),
	.span_at = offsetof(struct nb_disclosure, span),
	.key = disclosure_keys,
	.n_keys = NB_COUNT(disclosure_keys),
};

static const struct nb_key ignore_keys[] = {
	NB_KEY("理由", PLAIN, nb_ignore, reason, .required = true,
	    .title = "理由", .help = "为什么不改", .example = "引用原文件名"),
};

const struct nb_object nb_object_ignore = {
	.name = "忽略项",
	.title = "不再提示的一条规则",
	.help = "直接写理由，如 T04: 引用原文件名",
	.size = sizeof(struct nb_ignore),
	.span_at = offsetof(struct nb_ignore, span),
	.name_at = offsetof(struct nb_ignore, code),
	.main = "理由",
	.bare = true,
	.blank = true,
	.key = ignore_keys,
	.n_keys = NB_COUNT(ignore_keys),
};
