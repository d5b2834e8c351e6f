#include "import/list.h"

#include "import/grow.h"
#include "import/ordinal.h"
#include "import/recognise.h"
#include "import/words.h"

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
	list->item = nb_grow(r->a, list->item, list->n, sizeof(*list->item));
	list->item[list->n++] = item;
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
take_parts(struct nb_recogniser *r, const struct nb_draft_text *para,
    struct nb_draft_list *list)
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
		part.text = nb_list_unmarked(r, part);
		nb_list_add(r, list, (struct nb_draft_item){ .text = part });
		p = next;
	}
}

uint32_t
nb_list_read(struct nb_recogniser *r, const struct nb_draft_text *para,
    uint32_t n, struct nb_draft_list *ret)
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
		take_parts(r, &para[i], ret);
	return used;
}
