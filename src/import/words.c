#include "import/words.h"

#include "base/arena.h"
#include "base/gb2312.h"

#include <stdlib.h>
#include <string.h>

const char *const nb_words_button[] = { "无障碍", "无障碍阅读", "无障碍浏览",
	"长者模式", "适老模式", "关怀版", "老年版", "简体", "繁体", "简体版",
	"繁体版", "English", "首页", "网站首页", "返回首页", "政务公开",
	"政府信息公开", "信息公开", "政务服务", "互动交流", "走进", "登录",
	"注册", "搜索", "打印", "打印本页", "打印正文", "关闭", "关闭窗口",
	"关闭本页", "分享", "分享到", "分享至", "收藏", "复制链接", "返回顶部",
	"回到顶部", "返回", "大", "中", "小", "字号", "字体", "字体大小",
	"字号：", "字体：", "【字体：大", "字体：大", "【字号：大", "字号：大",
	"[字体：大", "小]", "【", "】", "【打印】", "【关闭】", "【大", "小】",
	"【打印本页】", "【关闭窗口】", "[打印]", "[关闭]", "微信", "微博",
	"QQ空间", "QQ", "A+", "A-", "A", "扫一扫在手机上查看当前页面",
	"扫一扫在手机打开当前页", "扫一扫在手机打开当前页面", "扫一扫",
	"扫描二维码", "朗读", "语音播报", "纠错", "我要纠错", "下载",
	"附件下载", "相关附件", "相关阅读", "相关链接", "相关文章", "|", "｜",
	"/", ">", ">>", "网站地图", "联系我们", "关于我们", "网站声明",
	"隐私保护", "分享：", "分享到：", "加入收藏", "收藏本页", "打印此页",
	"打印文章", "我要打印", "关闭页面", "关闭此页", "打印页面", "特大",
	"默认", "文字大小", "字体显示", "保护视力色", "朋友圈", "新浪微博",
	"QQ好友", "微信好友", "腾讯微博", "浏览", "浏览量", "浏览次数",
	"浏览数", "点击", "点击量", "点击数", "点击次数", "点击率", "阅读",
	"阅读量", "阅读数", "阅读次数", "访问量", "访问次数", "人气",
	"视力保护色", "阅读原文", "列印", "友善列印", "友善打印", "次", NULL };

const char *const nb_words_path[] = { "当前位置", "您的位置", "您现在的位置",
	"你的位置", "所在位置", "当前的位置", NULL };

const char *const nb_words_foot[] = { "上一篇", "下一篇", "上一条", "下一条",
	"责任编辑", "编辑：", "审核：", "主办单位：", "主办：", "承办单位：",
	"版权所有", "网站标识码", "政府网站标识码", "ICP备", "公网安备",
	"地址：", "联系地址：", "邮编：", "电话：", "联系电话：", "传真：",
	"维护：", "维护单位", "网站管理", "建议使用", "您是第", "©",
	"Copyright", "copyright", "技术支持", "浏览次数", "浏览量", "阅读次数",
	"点击数", "点击量", "访问量", "扫一扫在手机", NULL };

const char *const nb_words_published[] = { "发布日期", "发布时间", "发表日期",
	"发表时间", "公开日期", "公开时间", "发文日期", "发文时间", "更新时间",
	"更新日期", "公布日期", "公布时间", "发稿日期", "发稿时间", "发布于",
	"录入时间", "录入日期", "上传时间", "上传日期", "添加时间", "日期",
	"时间", NULL };

const char *const nb_words_issued[] = { "成文日期", "生成日期", "成文时间",
	"生成时间", "制发日期", "印发日期", "签发日期", "形成日期", NULL };

const char *const nb_words_origin[] = { "发布机构", "发文机关", "发文单位",
	"公开机构", "发布单位", "发布部门", "发文机构", "发文部门", "制发机关",
	"制定机关", "公开主体", "公开单位", "公开部门", "信息公开主体",
	"公开责任部门", "信息来源", "文章来源", "稿件来源", "内容来源",
	"来源单位", "稿源", "来源", NULL };

const char *const nb_words_number[] = { "文号", "发文字号", "文件编号",
	"文件号", "发文文号", "文件文号", "公文编号", "备注/文号", "备注／文号",
	NULL };

const char *const nb_words_title_label[] = { "名称", "标题", "文件名称",
	"信息名称", NULL };

const char *const nb_words_aside[] = { "索引号", "信息索引号", "索取号",
	"索引码", "信息编号", "公开编号", "统一编号", "统一登记号", "登记号",
	"主题", "主题分类", "主题词", "主题名称", "分类", "信息分类",
	"信息类别", "公开类别", "所属类别", "所属分类", "栏目", "所属栏目",
	"体裁", "体裁分类", "公文种类", "文件类型", "服务对象", "有效性",
	"是否有效", "效力状态", "文件状态", "公文状态", "时效性", "公文时效",
	"有效期", "有效期限", "有效时间", "关键词", "关键字", "公开方式",
	"公开形式", "公开属性", "公开范围", "公开对象", "公开时限", "公开程序",
	"公开依据", "信息格式", "载体类型", "语种", "内容概述", "内容摘要",
	"摘要", "备注", "作者", "责任编辑", "编辑", "审核", "责任处室",
	"责任科室", "承办单位", "组配分类", "生效日期", "生效时间", "实施日期",
	"施行日期", "失效日期", "失效时间", "废止日期", "废止时间", "截止日期",
	NULL };

const char *const nb_words_document[] = { "报告", "方案", "纲要", "总结",
	"汇报", "工作情况", "建设情况", "情况通报", "计划", "要点", "意见",
	"规划", "清单", NULL };

const char *const nb_words_organ[] = { "人民政府", "政府", "办事处", "街办",
	"委员会", "管委会", "党工委", "工委", "办公室", "政府办", "局", "厅",
	"院", "分局", "司法所", "中心", "大队", "支队", "总队", "政法委",
	"公司", "区委", "县委", "市委", "镇", "乡", "街道", "领导小组", NULL };

const char *const nb_words_problem[] = { "存在问题", "存在的问题",
	"存在主要问题", "存在的主要问题", "存在不足", "存在的不足",
	"存在的困难", "存在的短板", "问题和不足", "问题与不足", "不足和问题",
	"问题及不足", "问题不足", "不足之处", "问题短板", "短板不足",
	"薄弱环节", "主要问题", "问题和原因", "不足和原因", "主要不足", NULL };

const char *const nb_words_lack[] = { "问题", "不足", "短板", "差距",
	"薄弱环节", "困难", NULL };

const char *const nb_words_coming[] = { "下一步", "下一年度", "下年度",
	"下一年", "明年", "来年", "下阶段", "下一阶段", "今后", "下步", NULL };

const char *const nb_words_task[] = { "任务", "打算", "计划", "安排", "做法",
	"思路", "重点", "举措", "措施", "工作", "方向", "谋划", NULL };

const char *const nb_words_container[] = { "法治政府建设情况",
	"法治政府建设工作情况", "法治政府建设基本情况", "主要举措和成效",
	"主要措施和成效", "主要做法和成效", "主要工作举措和成效",
	"主要举措及成效", "主要做法及成效", "工作举措和成效", "举措和成效",
	"主要工作和成效", "工作开展情况", "主要工作情况", "工作推进情况",
	"工作落实情况", "推进法治政府建设的主要举措和成效",
	"推进法治政府建设主要举措和成效", "主要工作及成效", "工作完成情况",
	"主要做法", "主要举措", "基本情况", "总体情况", "工作情况", NULL };

const char *const nb_words_closing[] = { "总之", "综上", "特此报告", "专此报告",
	"特此公告", "特此公布", "以上报告", "各地各部门要", "本方案自",
	"本纲要自", NULL };

const char *const nb_words_group_column[] = { "工作任务", "任务类别", "类别",
	"重点任务", "工作类别", "项目", "任务分类", NULL };

const char *const nb_words_number_column[] = { "序号", "编号", NULL };

const char *const nb_words_task_column[] = { "工作内容", "任务内容", "内容",
	"具体任务", "具体内容", "具体举措", "工作举措", "主要内容", "任务",
	NULL };

const char *const nb_words_unit_column[] = { "责任单位", "责任部门", "牵头单位",
	"责任科室", "承办单位", "责任主体", NULL };

const char *const nb_words_due_column[] = { "完成时限", "时限", "完成时间",
	"时间要求", "办理时限", "时间安排", NULL };

const char *const nb_words_unit[] = { "人次", "场次", "万元", "亿元", "万人",
	"万份", "万件", "件", "次", "场", "项", "个", "名", "份", "起", "条",
	"户", "家", "宗", "部", "期", "例", "人", "册", "篇", "本", "处", "类",
	"所", "支", "位", "小时", "学时", "课时", "%", "元", NULL };

size_t
nb_word_in(nb_word_list list, struct nb_str s)
{
	for (; *list != NULL; list++)
		if (nb_str_has(s, nb_str_z(*list)))
			return strlen(*list);
	return 0;
}

size_t
nb_word_starts(nb_word_list list, struct nb_str s)
{
	for (; *list != NULL; list++)
		if (nb_str_starts(s, nb_str_z(*list)))
			return strlen(*list);
	return 0;
}

size_t
nb_word_ends(nb_word_list list, struct nb_str s)
{
	for (; *list != NULL; list++)
		if (nb_str_ends(s, nb_str_z(*list)))
			return strlen(*list);
	return 0;
}

bool
nb_word_is(nb_word_list list, struct nb_str s)
{
	for (; *list != NULL; list++)
		if (nb_str_eq(s, nb_str_z(*list)))
			return true;
	return false;
}

/* Pairs of a Traditional and a Simplified character, sorted. */
static const char folds[] =
    "佈布來来個个們们備备億亿內内兩两冊册別别劃划動动務务匯汇區区參参員员問问"
    "單单圍围圖图報报場场學学實实審审寫写將将專专對对導导層层廢废廳厅後后"
    "復复徹彻態态應应懷怀戶户掃扫換换擊击數数於于時时會会條条構构標标機机"
    "欄栏權权歲岁歷历沒没況况瀏浏無无牽牵狀状現现環环當当發发碼码礙碍種种"
    "稱称節节範范簡简糾纠組组結结綜综維维綱纲網网編编縣县總总繼继聯联聲声"
    "臘腊與与舉举萬万處处號号術术裏里補补製制複复見见規规覽览計计記记訪访"
    "設设詞词話话語语說说課课請请謀谋識识議议護护讀读貫贯責责載载輯辑辦办"
    "農农這这進进適适還还鄉乡釋释針针錄录錯错鍵键鎮镇鏈链長长門门閉闭開开"
    "閏闰間间閱阅關关隊队階阶隱隐難难頁页頂顶項项領领頭头題题類类體体點点"
    "黨党";

enum { PAIR = 6 }; /* two characters of three bytes [byte] */

static int
compare(const void *a, const void *b)
{
	return memcmp(a, b, PAIR / 2);
}

/* The Simplified form of the three bytes at p, or NULL. */
static const char *
fold_of(const char *p)
{
	const char *pair =
	    bsearch(p, folds, sizeof(folds) / PAIR, PAIR, compare);

	return pair != NULL ? pair + PAIR / 2 : NULL;
}

/* A character of GB 2312 is Simplified already. */
struct nb_str
nb_plain(struct nb_arena *a, struct nb_str s)
{
	char *copy = NULL;

	for (size_t at = 0; at < s.n;) {
		const size_t from = at;
		const uint32_t c = nb_utf8_next(s, &at);
		const char *to = NULL;

		if (nb_is_han(c) && at - from == 3 && !nb_gb2312_has(c))
			to = fold_of(s.p + from);
		if (to == NULL)
			continue;
		if (copy == NULL) {
			copy = nb_arena_alloc(a, s.n);
			memcpy(copy, s.p, s.n);
			s.p = copy;
		}
		memcpy(copy + from, to, 3);
	}
	return s;
}

struct nb_str
nb_unspaced(struct nb_arena *a, struct nb_str s)
{
	struct nb_str ret = { nb_arena_alloc(a, s.n + 1), 0 };
	char *to = (char *)ret.p;

	for (size_t at = 0; at < s.n;) {
		const size_t from = at;

		if (nb_is_blank(nb_utf8_next(s, &at)))
			continue;
		memcpy(to + ret.n, s.p + from, at - from);
		ret.n += at - from;
	}
	return ret;
}
