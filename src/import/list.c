#include "import/list.h"

#include "base/arena.h"
#include "base/beside.h"
#include "import/grow.h"
#include "import/ordinal.h"
#include "import/recognise.h"
#include "import/vocabulary.h"
#include "import/words.h"

enum { TASK_MOST = 40 }; /* the first sentence of a task [char] */

/* Where an ordinal inside of a paragraph stands. */
struct place {
	size_t at, end; /* [byte] */
};

/* Can “一是” stand behind this? */
static bool
is_mark(uint32_t c)
{
	return c == 0 || c == 0xFF1A || c == 0xFF1B || c == 0x3002 ||
	    c == 0xFF0C || c == ':' || c == ';' || c == ',' || nb_is_blank(c);
}

/* The next “N是” at or after from. */
static bool
find(struct nb_str s, size_t from, unsigned number, struct place *ret)
{
	uint32_t before = from == 0 ? 0 : nb_str_last(nb_str_sub(s, 0, from));

	for (size_t at = from; at < s.n;) {
		size_t end = at;
		unsigned n;

		if (is_mark(before) && nb_ordinal_inside(s, &end, &n) &&
		    n == number) {
			*ret = (struct place){ at, end };
			return true;
		}
		before = nb_utf8_next(s, &at);
	}
	return false;
}

struct nb_str
nb_list_unmarked(struct nb_recogniser *r, struct nb_draft_text sentence)
{
	static const char *const mark[] = { "。", "；", "：", "，", ";", ":",
		",", NULL };
	struct nb_str s = nb_str_trim(sentence.text);
	const size_t n = nb_word_ends(mark, s);

	if (n > 0)
		nb_recognise_moved(
		    r, sentence.row, nb_str_from(s, s.n - n), "清单的标点");
	s.n -= n;
	return nb_str_trim(s);
}

void
nb_list_add(struct nb_recogniser *r, struct nb_draft_list *list,
    struct nb_draft_item item)
{
	if (item.text.text.n + item.cause.text.n + item.body.n == 0)
		return; /* “二是” and nothing behind it */
	list->item = nb_grow(r->a, list->item, list->n, sizeof(*list->item));
	list->item[list->n++] = item;
}

/* Where a cause begins, at the mark before it; the end of s when none does. */
static size_t
find_cause(const struct nb_vocabulary *words, struct nb_str s)
{
	for (size_t at = 0; at < s.n;) {
		const size_t mark = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (nb_mark_in(U"，。", c) &&
		    nb_words_starting(
			&words->chapter.cause_behind, nb_str_from(s, at)) > 0)
			return mark;
	}
	return s.n;
}

/* A problem, and behind it what is its cause. */
static struct nb_draft_item
problem_of(struct nb_recogniser *r, struct nb_draft_text part)
{
	struct nb_draft_item item = { .text = part };
	size_t at, n;

	item.text.text = nb_list_unmarked(r, part);
	at = find_cause(r->words, item.text.text);
	if (at == 0 || at >= item.text.text.n)
		return item;
	item.cause = item.text;
	n = NB_S("，").n;
	n += nb_words_starting(
	    &r->words->chapter.cause_said, nb_str_from(item.text.text, at + n));
	nb_recognise_moved(
	    r, part.row, nb_str_sub(item.text.text, at, n), "原因");
	item.cause.text = nb_str_from(item.text.text, at + n);
	item.text.text = nb_str_sub(item.text.text, 0, at);
	return item;
}

/* A task, and behind its first sentence the others. */
static struct nb_draft_item
task_of(struct nb_recogniser *r, struct nb_draft_text part)
{
	const struct nb_str s = nb_str_trim(part.text), stop = NB_S("。");
	const size_t at = nb_str_find(s, stop, 0);
	struct nb_draft_item item = { .text = part };
	struct nb_draft_text rest = part;

	if (at == SIZE_MAX || at + stop.n == s.n ||
	    nb_str_chars(nb_str_sub(s, 0, at)) > TASK_MOST) {
		item.text.text = nb_list_unmarked(r, part);
		return item;
	}
	item.text.text = nb_list_unmarked(r,
	    (struct nb_draft_text){ nb_str_sub(s, 0, at + stop.n), part.row });
	rest.text = nb_str_trim(nb_str_from(s, at + stop.n));
	if (nb_str_ends(rest.text, NB_S("；"))) {
		rest.text = nb_list_unmarked(r, rest);
		rest.text =
		    nb_arena_printf(r->a, NB_FMT "。", NB_ARG(rest.text));
	}
	nb_texts_add(r->a, &item.body, rest);
	return item;
}

static void
add_part(struct nb_recogniser *r, enum nb_list_of of, struct nb_draft_text part,
    struct nb_draft_list *list)
{
	nb_list_add(r, list,
	    of == NB_LIST_TASKS ? task_of(r, part) : problem_of(r, part));
}

/* The parts in one paragraph, from number n on; how many there are. */
static unsigned
count_parts(struct nb_str s, unsigned n)
{
	struct place p = { 0, 0 };
	unsigned found = 0;

	while (find(s, p.end, n + found, &p))
		found++;
	return found;
}

static void
take_parts(struct nb_recogniser *r, enum nb_list_of of,
    const struct nb_draft_text *para, struct nb_draft_list *list)
{
	struct place p, next;
	bool more = find(para->text, 0, list->n + 1, &p);

	while (more) {
		struct nb_draft_text part = { NB_S(""), para->row };

		nb_recognise_moved(r, para->row,
		    nb_str_sub(para->text, p.at, p.end - p.at), "清单的序号");
		more = find(para->text, p.end, list->n + 2, &next);
		part.text = nb_str_sub(
		    para->text, p.end, (more ? next.at : para->text.n) - p.end);
		add_part(r, of, part, list);
		p = next;
	}
}

uint32_t
nb_list_read(struct nb_recogniser *r, enum nb_list_of of,
    const struct nb_draft_text *para, uint32_t n, struct nb_draft_list *ret)
{
	struct place first;
	unsigned parts = 0;
	uint32_t used = 0, begin = 0;

	if (n == 0)
		return 0;
	if (!find(para[0].text, 0, 1, &first)) {
		begin = 1; /* what leads to it is a paragraph of its own */
		if (n < 2 || !find(para[1].text, 0, 1, &first) || first.at != 0)
			return 0;
	}
	for (used = begin; used < n; used++) {
		const unsigned more = count_parts(para[used].text, parts + 1);

		if (more == 0 ||
		    (used > begin &&
			(!find(para[used].text, 0, parts + 1, &first) ||
			    first.at != 0)))
			break;
		parts += more;
	}
	if (parts < 2)
		return 0;
	find(para[begin].text, 0, 1, &first);
	ret->lead = para[0];
	if (begin == 0)
		ret->lead.text = nb_str_sub(para[0].text, 0, first.at);
	ret->lead.text = nb_list_unmarked(r, ret->lead);
	for (uint32_t i = begin; i < used; i++)
		take_parts(r, of, &para[i], ret);
	return used;
}

/* The ordinal that opens a paragraph is number n, of a form that is none yet
 * or the same. */
static bool
opens(struct nb_str s, unsigned n, struct nb_ordinal *form)
{
	struct nb_ordinal o;

	if (!nb_ordinal_read(s, &o) || o.odd || o.n != n ||
	    (n > 1 && o.form != form->form))
		return false;
	*form = o;
	return true;
}

uint32_t
nb_list_read_lines(struct nb_recogniser *r, enum nb_list_of of,
    const struct nb_draft_text *para, uint32_t n, struct nb_draft_list *ret)
{
	struct nb_ordinal o = { .form = NB_ORDINAL_NONE };
	uint32_t begin = 0, used;

	if (n > 0 && !opens(para[0].text, 1, &o))
		begin = 1;
	for (used = begin; used < n; used++)
		if (!opens(para[used].text, used - begin + 1, &o))
			break;
	if (used < begin + 2)
		return 0;
	if (begin == 1) {
		ret->lead = para[0];
		ret->lead.text = nb_list_unmarked(r, para[0]);
	}
	for (uint32_t i = begin; i < used; i++) {
		struct nb_draft_text item = para[i];

		opens(item.text, i - begin + 1, &o);
		nb_recognise_moved(r, item.row,
		    nb_str_trim(nb_str_sub(item.text, 0, o.len)), "清单的序号");
		item.text = nb_str_from(item.text, o.len);
		add_part(r, of, item, ret);
	}
	return used;
}

bool
nb_list_read_clauses(struct nb_recogniser *r, const struct nb_draft_text *para,
    struct nb_draft_list *ret)
{
	const struct nb_str s = para->text, mark = NB_S("；");
	const size_t colon = nb_str_find(s, NB_S("："), 0);
	const size_t stop = nb_str_find(s, NB_S("。"), 0);
	size_t at, end;

	if (colon == SIZE_MAX || nb_str_find(s, mark, 0) < colon ||
	    nb_str_find(s, mark, 0) == SIZE_MAX || stop != s.n - NB_S("。").n)
		return false;
	at = colon + NB_S("：").n;
	ret->lead = (struct nb_draft_text){ nb_str_sub(s, 0, at), para->row };
	ret->lead.text = nb_list_unmarked(r, ret->lead);
	for (; at < s.n; at = end) {
		struct nb_draft_text item = { .row = para->row };

		end = nb_str_find(s, mark, at);
		end = end == SIZE_MAX ? s.n : end + mark.n;
		item.text = nb_str_sub(s, at, end - at);
		add_part(r, NB_LIST_PROBLEMS, item, ret);
	}
	return true;
}
