/*
 * model/keys_section.c - 节点, 表, 图, 指标项: what stands in chapters.
 */
#include "model/keys.h"
#include "model/report.h"

static const struct nb_key section_keys[] = {
	NB_KEY("标题", TEXT, nb_section, title, .required = true,
	    .title = "章、条的标题",
	    .help = "不写序号，由程序编排；末尾不加标点"),
	NB_KEY("大纲", PLAIN, nb_section, item, .title = "大纲项",
	    .help = "这一章写的是哪个大纲项；标题看得出来就不必写",
	    .example = "组织领导"),
	NB_KEY("牵头", TEXT, nb_section, lead_unit, NB_SYNONYMS("牵头单位"),
	    .title = "牵头单位",
	    .help = "多个单位用顿号分开；印在条末的括号里"),
	NB_KEY("责任", TEXT, nb_section, units, NB_SYNONYMS("责任单位"),
	    .title = "责任单位",
	    .help = "多个单位用顿号分开；印在条末的括号里"),
	NB_KEY("正文", PARAS, nb_section, body, NB_SYNONYMS("内容"),
	    .title = "正文",
	    .help = "写在 | 之后；一句一行，空一行另起一段；{名称}引用指标"),
	NB_KEY("条目", LIST, nb_section, child, NB_ALSO(nb_section, n_children),
	    .object = &nb_object_section, .title = "下一层的条目",
	    .help = "写法与章相同，可以层层套下去"),
	NB_KEY("表", OBJECT, nb_section, table, .object = &nb_object_table,
	    .title = "表格", .help = "排在正文之后"),
	NB_KEY("图", OBJECT, nb_section, chart, .object = &nb_object_chart,
	    .title = "统计图", .help = "照指标画出，排在正文和表格之后"),
};

const struct nb_object nb_object_section = {
	.name = "节点",
	.title = "章、条",
	.help = "只有标题和正文的，标题接排在正文之前；有条目的，标题单独成行",
	.size = sizeof(struct nb_section),
	.span_at = offsetof(struct nb_section, span),
	.faulty_at = offsetof(struct nb_section, faults),
	.main = "标题",
	.key = section_keys,
	.n_keys = NB_COUNT(section_keys),
};

static const struct nb_key table_keys[] = {
	NB_KEY("标题", TEXT, nb_table, title, .title = "表题",
	    .help = "印在表格上方"),
	NB_KEY("列", NAMES, nb_table, column, .title = "栏目",
	    .help = "表头各栏的名称，跨页时重复"),
	NB_KEY("行", LIST, nb_table, row, NB_ALSO(nb_table, n_rows),
	    .object = &nb_object_row, .required = true, .title = "各行",
	    .help = "一行写成一个列表，如 [民事, 12, 3]"),
	NB_KEY("横排", FLAG, nb_table, landscape, .choice = nb_yes_no,
	    .title = "横排", .help = "栏目多时写“是”，表格单独排在横放的页上"),
};

const struct nb_object nb_object_table = {
	.name = "表",
	.title = "表格",
	.help = "有栏目和各行，单元格可以合并",
	.size = sizeof(struct nb_table),
	.span_at = offsetof(struct nb_table, span),
	.key = table_keys,
	.n_keys = NB_COUNT(table_keys),
};

static const struct nb_key row_keys[] = {
	NB_KEY("格", LIST, nb_row, cell, NB_ALSO(nb_row, n),
	    .object = &nb_object_cell, .required = true, .title = "单元格",
	    .help = "从左到右；被上面跨行的格占去的位置不写"),
};

const struct nb_object nb_object_row = {
	.name = "表行",
	.title = "表格的一行",
	.help = "直接写成单元格的列表",
	.size = sizeof(struct nb_row),
	.span_at = NB_NO_FIELD,
	.main = "格",
	.bare = true,
	.key = row_keys,
	.n_keys = NB_COUNT(row_keys),
};

static const struct nb_key cell_keys[] = {
	NB_KEY("文字", TEXT, nb_cell, text, .title = "文字",
	    .help = "单元格里的文字，{名称}引用指标"),
	NB_KEY("跨行", COUNT, nb_cell, rows, .title = "跨行",
	    .help = "这一格占几行，不写就是1", .example = "2"),
	NB_KEY("跨列", COUNT, nb_cell, cols, .title = "跨列",
	    .help = "这一格占几列，不写就是1", .example = "2"),
};

const struct nb_object nb_object_cell = {
	.name = "单元格",
	.title = "单元格",
	.help = "直接写文字；要合并的写成 {文字: 合计, 跨列: 2}",
	.size = sizeof(struct nb_cell),
	.span_at = NB_NO_FIELD,
	.main = "文字",
	.bare = true,
	.blank = true,
	.key = cell_keys,
	.n_keys = NB_COUNT(cell_keys),
};

static const struct nb_choice chart_kinds[] = {
	{ "柱形", NB_CHART_BAR },
	{ "折线", NB_CHART_LINE },
	{ NULL, 0 },
};

static const struct nb_key chart_keys[] = {
	NB_KEY("类型", CHOICE, nb_chart, kind, .choice = chart_kinds,
	    .title = "图的类型",
	    .help = "不写就是柱形；有“上年”的文件时，折线画各年"),
	NB_KEY("标题", TEXT, nb_chart, title, .title = "图题",
	    .help = "印在图的下方"),
	NB_KEY("指标", FIGURES, nb_chart, indicator, .required = true,
	    .title = "画哪些指标",
	    .help = "指标的名称，写成列表；写过上年的一并画出"),
};

const struct nb_object nb_object_chart = {
	.name = "图",
	.title = "统计图",
	.help = "数据取自指标，所以与正文不会两样",
	.size = sizeof(struct nb_chart),
	.span_at = offsetof(struct nb_chart, span),
	.key = chart_keys,
	.n_keys = NB_COUNT(chart_keys),
};

static const struct nb_key indicator_keys[] = {
	NB_KEY("值", FORMULA, nb_indicator, value,
	    NB_ALSO(nb_indicator, formula), .title = "今年的数值",
	    .help = "数和单位；等号后可写算式：合计用 +，比率用 /，"
		    "项写成“名称＋数”，不写数就是引用另一个指标",
	    .example = "98% = 合格158 / 参考161"),
	NB_KEY("上年", PLAIN, nb_indicator, last, .title = "上年的数值",
	    .help = "单位与数值相同；变化过大而没有说明时提示，"
		    "正文里写{名称.上年}引用，{名称.同比}印出增减",
	    .example = "80%"),
	NB_KEY("目标", PLAIN, nb_indicator, target, .title = "目标",
	    .help = "单位与数值相同，可写不少于、以上、不超过等，"
		    "正文里写{名称.目标}引用",
	    .example = "不少于8次"),
	NB_KEY("说明", PLAIN, nb_indicator, remark, .title = "说明",
	    .help = "为什么变化大、没有达到目标；不印出来"),
};

const struct nb_object nb_object_indicator = {
	.name = "指标项",
	.title = "一项数据",
	.help = "只有数值的直接写，如 8次",
	.size = sizeof(struct nb_indicator),
	.span_at = offsetof(struct nb_indicator, span),
	.name_at = offsetof(struct nb_indicator, name),
	.main = "值",
	.bare = true,
	.blank = true,
	.key = indicator_keys,
	.n_keys = NB_COUNT(indicator_keys),
};
