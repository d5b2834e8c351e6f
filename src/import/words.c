#include "import/words.h"

#include "base/arena.h"
#include "base/gb2312.h"
#include "style/words.h"

#include <stdlib.h>
#include <string.h>

size_t
nb_label_starts(const struct nb_words *labels, struct nb_str s)
{
	size_t at = nb_words_starting(labels, s);

	if (at == 0 ||
	    (!nb_str_skip(s, &at, NB_S("：")) &&
		!nb_str_skip(s, &at, NB_S(":"))))
		return 0;
	return at;
}

/* Pairs of a Traditional and a Simplified character, sorted. */
static const char folds[] =
    "佈布來来個个們们備备億亿內内兩两冊册別别劃划動动務务匯汇區区參参員员問问"
    "單单圍围圖图報报場场學学實实審审寫写將将專专對对導导層层屬属廢废廳厅後后"
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
