/*
 * import/recognise_units.c -
 * （牵头单位：甲、乙；责任单位：丙；完成时限：6月底） at the end of a section
 * or of a task, in brackets or a paragraph of its own.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/vocabulary.h"
#include "import/words.h"

/* What a tail may tell. */
enum part { LEAD, UNITS, TARGET, DUE, PARTS };

/* A tail while it is read. */
struct tail {
	struct nb_str value[PARTS];
};

/* Where the bracket that ends s begins, or SIZE_MAX. [byte] */
static size_t
open_bracket(struct nb_str s)
{
	unsigned depth = 0;

	for (size_t at = s.n; at > 0;) {
		const uint32_t c = nb_utf8_prev(s, &at);

		if (c == 0xFF09 || c == 0x3011 || c == 0x3015)
			depth++;
		else if ((c == 0xFF08 || c == 0x3010 || c == 0x3014) &&
		    --depth == 0)
			return at;
		if (depth == 0)
			return SIZE_MAX;
	}
	return SIZE_MAX;
}

/* A label and its colon at the start of s; their length, or 0. [byte] */
static size_t
skip_label(
    const struct nb_vocabulary *words, struct nb_str plain, enum part *ret)
{
	const struct nb_words *const label[PARTS] = {
		[LEAD] = &words->unit.lead,
		[UNITS] = &words->unit.units,
		[TARGET] = &words->unit.target,
		[DUE] = &words->unit.due,
	};

	for (unsigned i = 0; i < PARTS; i++) {
		const size_t n = nb_label_starts(label[i], plain);

		*ret = (enum part)i;
		if (n > 0)
			return n;
	}
	return 0;
}

/* Where the value of a part ends: before a mark and a label. [byte] */
static size_t
end_of_part(const struct nb_vocabulary *words, struct nb_str plain)
{
	enum part part;

	for (size_t at = 0; at < plain.n;) {
		const size_t from = at;
		const uint32_t c = nb_utf8_next(plain, &at);

		if ((c == 0xFF1B || c == 0xFF0C || c == 0x3002 || c == ';' ||
			c == ',' || nb_is_blank(c)) &&
		    skip_label(
			words, nb_str_trim(nb_str_from(plain, at)), &part) > 0)
			return from;
	}
	return plain.n;
}

/* true when all of it is labels and their values. */
static bool
read_parts(const struct nb_vocabulary *words, struct nb_str text,
    struct nb_str plain, struct tail *t)
{
	bool some = false;

	while (plain.n > 0) {
		enum part part;
		size_t n = skip_label(words, plain, &part), end;

		if (n == 0 || t->value[part].n > 0)
			return false;
		end = end_of_part(words, nb_str_from(plain, n));
		t->value[part] = nb_str_trim(nb_str_sub(text, n, end));
		some |= t->value[part].n > 0;
		n += end;
		if (n < plain.n)
			nb_utf8_next(plain, &n);
		text = nb_str_trim(nb_str_from(text, n));
		plain = nb_str_trim(nb_str_from(plain, n));
	}
	return some;
}

/* A tail without its stop: all of the text, or a bracket at its end. */
static size_t
read_tail(struct nb_recogniser *r, struct nb_str text, struct tail *t)
{
	const size_t n = NB_S("（").n, at = open_bracket(text);
	struct nb_str inside = text;

	*t = (struct tail){ 0 };
	if (at != SIZE_MAX)
		inside = nb_str_sub(text, at + n, text.n - at - 2 * n);
	if (!read_parts(r->words, inside, nb_plain(r->a, inside), t))
		return SIZE_MAX;
	return at == SIZE_MAX ? 0 : at;
}

/*
 * Takes the tail from the text, which may become empty; false when it has
 * none, or one that a section has no keys for.
 */
static bool
take_tail(struct nb_recogniser *r, struct nb_draft_text *from, bool task,
    struct tail *t)
{
	const struct nb_str stop = NB_S("。");
	const bool stopped = nb_str_ends(from->text, stop);
	struct nb_str text = from->text;
	size_t at;

	text.n -= stopped ? stop.n : 0;
	at = read_tail(r, text, t);
	if (at == SIZE_MAX ||
	    (!task && t->value[TARGET].n + t->value[DUE].n > 0))
		return false;
	nb_recognise_moved(r, from->row, nb_str_from(text, at),
	    task ? "目标、时限、牵头、责任" : "牵头、责任");
	from->text = nb_str_trim(nb_str_sub(text, 0, at));
	if (!stopped)
		return true;
	if (from->text.n > 0 && !nb_str_ends(from->text, stop))
		from->text =
		    nb_arena_printf(r->a, NB_FMT "。", NB_ARG(from->text));
	else
		nb_recognise_moved(r, from->row, stop, "牵头、责任");
	return true;
}

/* The same from the last paragraph, or from the title when there is none. */
static bool
take_last(struct nb_recogniser *r, struct nb_draft_text *title,
    struct nb_draft_texts *body, bool task, struct tail *t)
{
	struct nb_draft_text *last =
	    body->n > 0 ? &body->text[body->n - 1] : title;

	if (last == title && open_bracket(title->text) == SIZE_MAX)
		return false;
	if (!take_tail(r, last, task, t))
		return false;
	if (last != title && last->text.n == 0)
		body->n--;
	return true;
}

void
nb_recognise_units(struct nb_recogniser *r, struct nb_draft_section *s)
{
	struct tail t;
	uint32_t row;

	if (s->title.text.n + s->body.n == 0)
		return;
	row = s->body.n > 0 ? s->body.text[s->body.n - 1].row : s->title.row;
	if (!take_last(r, &s->title, &s->body, false, &t))
		return;
	s->lead_unit = (struct nb_draft_text){ t.value[LEAD], row };
	s->units = (struct nb_draft_text){ t.value[UNITS], row };
}

void
nb_recognise_item_tail(struct nb_recogniser *r, struct nb_draft_item *item)
{
	struct tail t;
	const uint32_t row = item->body.n > 0
	    ? item->body.text[item->body.n - 1].row
	    : item->text.row;

	if (!take_last(r, &item->text, &item->body, true, &t))
		return;
	item->lead_unit = (struct nb_draft_text){ t.value[LEAD], row };
	item->units = (struct nb_draft_text){ t.value[UNITS], row };
	item->target = (struct nb_draft_text){ t.value[TARGET], row };
	item->due = (struct nb_draft_text){ t.value[DUE], row };
}
