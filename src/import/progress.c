#include "import/progress.h"

#include "base/arena.h"
#include "import/recognise.h"
#include "import/vocabulary.h"
#include "import/words.h"

static const char done[] = "完成", partly[] = "部分完成", not_done[] = "未完成",
		  changed[] = "调整";

/* What may stand between such a word and what is told behind it. */
static size_t
mark_at(struct nb_str s, size_t at)
{
	static const char *const mark[] = { "，", "。", "；", "：", "、", ",",
		";", ":", " ", NULL };
	const struct nb_str rest = nb_str_from(s, at);

	return nb_word_starts(mark, rest);
}

/* The schema's word for the longest that s begins with, or NULL. */
static const char *
word_at(const struct nb_vocabulary *words, struct nb_str s, size_t *ret_len)
{
	const struct {
		const struct nb_words *list;
		const char *word;
	} all[] = {
		{ &words->progress.done, done },
		{ &words->progress.partly, partly },
		{ &words->progress.not_done, not_done },
		{ &words->progress.changed, changed },
	};
	const char *best = NULL;

	*ret_len = 0;
	for (size_t i = 0; i < NB_COUNT(all); i++) {
		const size_t n = nb_words_starting(all[i].list, s);

		if (n > *ret_len) {
			best = all[i].word;
			*ret_len = n;
		}
	}
	return best;
}

/*
 * The same, when a mark or nothing stands behind it; *ret_len is its length
 * with the mark. [byte]
 */
static const char *
progress_at(const struct nb_vocabulary *words, struct nb_str s, size_t *ret_len)
{
	size_t n;
	const char *progress = word_at(words, s, &n);

	*ret_len = n + mark_at(s, n);
	return *ret_len > n || n == s.n ||
		nb_str_starts(nb_str_from(s, n), NB_S("（"))
	    ? progress
	    : NULL;
}

/* Behind digits, if there are any. */
static bool
skip_digits(struct nb_str s, size_t *at)
{
	const size_t begin = *at;

	while (*at < s.n && nb_is_digit((unsigned char)s.p[*at]))
		++*at;
	return *at > begin;
}

static void
skip_han(struct nb_str s, size_t *at)
{
	size_t next = *at;

	while (next < s.n && nb_is_han(nb_utf8_next(s, &next)))
		*at = next;
}

/* The first counted is a progress we know; “未写进展” is none. */
bool
nb_progress_is_tally(const struct nb_vocabulary *words, struct nb_str s)
{
	size_t at = 0, n;

	if (!skip_digits(s, &at) || !nb_str_skip(s, &at, NB_S("项：")) ||
	    word_at(words, nb_str_from(s, at), &n) == NULL)
		return false;
	do {
		skip_han(s, &at);
		if (!skip_digits(s, &at))
			return false;
		nb_str_skip(s, &at, NB_S("、"));
	} while (at < s.n);
	return true;
}

/* Behind what is told already. */
static void
add(struct nb_recogniser *r, struct nb_draft_text *to,
    struct nb_draft_text more)
{
	if (more.text.n == 0)
		return;
	if (to->text.n > 0)
		more.text = nb_arena_printf(r->a, NB_FMT "；" NB_FMT,
		    NB_ARG(to->text), NB_ARG(more.text));
	*to = more;
}

/* 原因 of what was not done, else 依据. */
static struct nb_draft_text *
place_of(struct nb_draft_task *task)
{
	return task->progress == not_done || task->progress == changed
	    ? &task->cause
	    : &task->evidence;
}

static void
read_progress(struct nb_recogniser *r, struct nb_draft_task *task,
    struct nb_draft_text said)
{
	const struct nb_str plain = nb_plain(r->a, said.text);
	struct nb_draft_text rest = said;
	struct nb_str word;
	size_t n;

	task->progress = progress_at(r->words, plain, &n);
	if (task->progress == NULL) {
		nb_recognise_doubt(r, said.row, said.text, "progress",
		    "看不出完成没有，照原样写进了依据");
		add(r, &task->evidence, said);
		return;
	}
	word = nb_str_sub(said.text, 0, n);
	nb_recognise_moved(r, said.row, nb_str_trim(word), "进展");
	if (task->progress == partly &&
	    !nb_str_eq(nb_str_trim(word), NB_S("部分完成")))
		nb_recognise_doubt(r, said.row, word, "progress",
		    "进展写成了“部分完成”，请核对");
	rest.text = nb_str_trim(nb_str_from(said.text, n));
	add(r, place_of(task), rest);
}

void
nb_progress_take(struct nb_recogniser *r, struct nb_draft_task *task,
    struct nb_draft_text progress, struct nb_draft_text why,
    struct nb_draft_text remark)
{
	if (progress.text.n > 0)
		read_progress(r, task, progress);
	add(r, place_of(task), why);
	if (remark.text.n == 0)
		return;
	nb_recognise_doubt(r, remark.row, remark.text, "remark",
	    "备注没有对应的键，写进了依据或者原因");
	add(r, place_of(task), remark);
}

/* Where the bracket that ends s begins, or SIZE_MAX. [byte] */
static size_t
bracket_at(struct nb_str s)
{
	size_t at = SIZE_MAX, next = nb_str_find(s, NB_S("（"), 0);

	for (; next != SIZE_MAX; next = nb_str_find(s, NB_S("（"), next + 1))
		at = next;
	return nb_str_ends(s, NB_S("）")) ? at : SIZE_MAX;
}

/* 修订议事规则（已完成）: the bracket becomes 进展. */
static void
read_bracket(struct nb_recogniser *r, struct nb_draft_task *task)
{
	const struct nb_str plain = nb_plain(r->a, task->text.text);
	const size_t at = bracket_at(plain), mark = NB_S("（").n;
	const char *progress;
	struct nb_str inside;
	size_t n;

	if (at == SIZE_MAX)
		return;
	inside = nb_str_sub(plain, at + mark, plain.n - at - 2 * mark);
	progress = progress_at(r->words, inside, &n);
	if (progress == NULL || n < inside.n)
		return;
	task->progress = progress;
	task->text.text = nb_str_trim(nb_str_sub(task->text.text, 0, at));
}

/* What stands below a task: 进展, if that is still to be told, and why. */
static void
read_body(struct nb_recogniser *r, struct nb_draft_task *task)
{
	struct nb_draft_text text = task->body.text[0];
	const char *progress;
	size_t n;

	progress = progress_at(r->words, nb_plain(r->a, text.text), &n);
	if (task->progress == NULL)
		task->progress = progress;
	else
		n = 0;
	if (task->progress == NULL || task->body.n > 1)
		return;
	text.text = nb_str_trim(nb_str_from(text.text, n));
	if (nb_str_ends(text.text, NB_S("。")))
		text.text.n -= NB_S("。").n;
	*place_of(task) = text;
	task->body.n = 0;
}

struct nb_draft_tasks *
nb_progress_of_list(struct nb_recogniser *r, const struct nb_draft_list *list)
{
	struct nb_draft_tasks *tasks = nb_new(r->a, struct nb_draft_tasks);

	tasks->task = nb_new_n(r->a, struct nb_draft_task, list->n);
	for (uint32_t i = 0; i < list->n; i++) {
		struct nb_draft_task *task = &tasks->task[tasks->n++];

		*task = (struct nb_draft_task){
			.text = list->item[i].text,
			.body = list->item[i].body,
		};
		read_bracket(r, task);
		if (task->body.n > 0)
			read_body(r, task);
	}
	return tasks;
}
