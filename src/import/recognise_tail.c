/*
 * import/recognise_tail.c - what stands behind the text: 附件, signature,
 * date, 附注, 版记.  Read from the end, as far as its lines are known.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/formal.h"
#include "import/grow.h"
#include "import/vocabulary.h"
#include "import/words.h"

#include <string.h>

enum {
	NAMES_MOST = 20,  /* attachments in a list */
	NOTES_MOST = 20,  /* footnotes */
	ORGANS_MOST = 10, /* lines of a signature */
	STRAY_MOST = 6,   /* lines behind the signature */
	STRAY_LONG = 60,  /* [char] */
};

static uint32_t
first_attachment(const struct nb_recogniser *r)
{
	bool body = false;

	for (uint32_t i = 0; i < r->n; i++) {
		if (body && nb_formal_is_attachment(r->line[i].plain))
			return i;
		body |= r->line[i].ordinal.form != NB_ORDINAL_NONE;
	}
	return r->n;
}

static void
aside(struct nb_recogniser *r, const struct nb_line *line, const char *rule,
    const char *why)
{
	nb_recognise_left_out(r, line->raw->row, line->text, rule, why);
	nb_recognise_doubt(r, line->raw->row, line->text, rule, why);
	nb_texts_add(r->a, &r->draft->aside,
	    (struct nb_draft_text){ line->text, line->raw->row });
}

/* The suffix of a file, behind the name of an attachment that is a link; its
 * length or 0. [byte] */
static size_t
suffix_of(struct nb_str name)
{
	static const char *const suffix[] = { ".docx", ".doc", ".wps", ".pdf",
		".ofd", ".xlsx", ".xls", ".et", ".zip", ".rar", NULL };

	return nb_word_ends(suffix, name);
}

/* 附件：1.甲 / 2.乙, over one line or several. */
static void
add_name(struct nb_recogniser *r, const struct nb_line *line, struct nb_str s)
{
	struct nb_ordinal o = { .len = 0 };
	size_t n;

	if (nb_ordinal_read(s, &o)) {
		nb_recognise_moved(r, line->raw->row,
		    nb_str_trim(nb_str_sub(s, 0, o.len)), "附件的序号");
		s = nb_str_from(s, o.len);
	}
	s = nb_str_trim(s);
	n = suffix_of(s);
	if (n > 0)
		nb_recognise_moved(r, line->raw->row, nb_str_from(s, s.n - n),
		    "附件名称后面的文件类型");
	s.n -= n;
	if (s.n > 0)
		nb_texts_add(r->a, &r->draft->attachment,
		    (struct nb_draft_text){ s, line->raw->row });
}

static struct nb_str
behind_label(const struct nb_recogniser *r, struct nb_str s)
{
	return nb_str_from(s, nb_label_starts(&r->words->form.attachment, s));
}

static bool
is_list(const struct nb_recogniser *r, struct nb_str plain)
{
	return behind_label(r, plain).n < plain.n;
}

/* The names from line i up to end. */
static void
take_names(struct nb_recogniser *r, uint32_t i, uint32_t end)
{
	const struct nb_line *line = &r->line[i];
	const struct nb_str first = behind_label(r, line->text);

	nb_recognise_moved(r, line->raw->row,
	    nb_str_sub(line->text, 0, line->text.n - first.n), "附件");
	add_name(r, line, first);
	while (++i < end)
		add_name(r, &r->line[i], r->line[i].text);
}

/* What the page says otherwise than the signature is not thrown away. */
static void
supersede(struct nb_recogniser *r, struct nb_draft_text old, struct nb_str now,
    const char *key)
{
	if (old.text.n == 0 || nb_str_eq(old.text, now))
		return;
	nb_recognise_doubt(r, old.row, old.text, "metadata",
	    "网页上写的与署名处不同，用了署名处的");
	nb_texts_add(r->a, &r->draft->aside,
	    (struct nb_draft_text){ nb_arena_printf(r->a, "网页上的%s：" NB_FMT,
					key, NB_ARG(old.text)),
		old.row });
}

static void
set_date(struct nb_recogniser *r, const struct nb_line *line, struct nb_str was,
    struct nb_str iso)
{
	supersede(r, r->draft->issued, iso, "成文日期");
	r->draft->issued = (struct nb_draft_text){ iso, line->raw->row };
	nb_recognise_moved(r, line->raw->row, was, "成文日期");
}

static bool
take_date(struct nb_recogniser *r, const struct nb_line *line)
{
	struct nb_str iso;

	switch (nb_formal_date(r->a, r->words, line->plain, &iso)) {
	case NB_FORMAL_NO_DATE:
		return false;
	case NB_FORMAL_DATE:
		set_date(r, line, line->text, iso);
		return true;
	case NB_FORMAL_LUNAR:
		aside(
		    r, line, "lunar-date", "农历日期，请换成公历写进成文日期");
		return true;
	case NB_FORMAL_NO_DAY:
		aside(r, line, "no-date", "没有这一天，请核对成文日期");
		return true;
	}
	NB_UNREACHABLE();
}

/* The first is 机关; others sign with it. */
static void
set_organs(struct nb_recogniser *r, const struct nb_draft_texts *name)
{
	struct nb_draft *d = r->draft;

	if (!nb_str_ends(d->organ.text, name->text[0].text))
		supersede(r, d->organ, name->text[0].text, "机关");
	d->organ = name->text[0];
	for (uint32_t i = 0; i < name->n; i++) {
		if (i > 0)
			nb_texts_add(r->a, &d->joint, name->text[i]);
		nb_recognise_moved(r, name->text[i].row, name->text[i].text,
		    i > 0 ? "联合机关" : "机关");
	}
	if (name->n > 1)
		nb_recognise_doubt(r, d->organ.row, d->organ.text, "joint",
		    "署名处不止一个机关，写成了联合机关");
}

/* Where the name at `at` ends: at a blank, or at the end. [byte] */
static size_t
end_of_name(struct nb_str s, size_t at)
{
	for (size_t from = at; at < s.n; from = at)
		if (nb_is_blank(nb_utf8_next(s, &at)))
			return from;
	return s.n;
}

/* Whether its style says that it is a name of 署名. */
static bool
is_signed_by(const struct nb_recogniser *r, const struct nb_line *line)
{
	return nb_words_have(&r->words->style.signature, line->raw->style);
}

static bool
is_organ(const struct nb_recogniser *r, const struct nb_line *line)
{
	return is_signed_by(r, line) ||
	    nb_formal_is_organ(r->words, line->plain);
}

/* “办公室” alone is the end of a name. */
static bool
is_whole_name(const struct nb_recogniser *r, struct nb_str plain)
{
	return nb_formal_is_organ(r->words, plain) &&
	    !nb_words_have(&r->words->organ.end, plain);
}

/* Whether what blanks part are names, each of them. */
static bool
are_names(const struct nb_recogniser *r, struct nb_str plain)
{
	for (size_t at = 0; at < plain.n;) {
		const size_t end = end_of_name(plain, at);

		if (end > at &&
		    !is_whole_name(r, nb_str_sub(plain, at, end - at)))
			return false;
		at = end;
		if (at < plain.n)
			nb_utf8_next(plain, &at);
	}
	return true;
}

/* The first n bytes of a line: one organ, or several side by side. */
static void
add_organs(struct nb_recogniser *r, const struct nb_line *line, size_t n,
    struct nb_draft_texts *to)
{
	const struct nb_str s = nb_str_trim(nb_str_sub(line->text, 0, n));
	const bool several = are_names(r, nb_str_sub(line->plain, 0, s.n));

	for (size_t at = 0; at < s.n;) {
		const size_t end = several ? end_of_name(s, at) : s.n;

		if (end > at)
			nb_texts_add(r->a, to,
			    (struct nb_draft_text){
				nb_str_sub(s, at, end - at), line->raw->row });
		at = end;
		if (at < s.n)
			nb_utf8_next(s, &at);
	}
}

/*
 * The organs that sign together, one below the other: the lowest of them is
 * the first n bytes of the line before end.  Returns where they begin.
 */
static uint32_t
take_organs(struct nb_recogniser *r, uint32_t end, size_t n)
{
	struct nb_draft_texts name = { NULL, 0 };
	uint32_t i = end - 1;

	while (i > 0 && end - i < ORGANS_MOST &&
	    r->line[i - 1].ordinal.form == NB_ORDINAL_NONE &&
	    (is_signed_by(r, &r->line[i - 1]) ||
		is_whole_name(r, r->line[i - 1].plain)))
		i--;
	for (uint32_t k = i; k < end; k++)
		add_organs(
		    r, &r->line[k], k + 1 < end ? r->line[k].text.n : n, &name);
	set_organs(r, &name);
	return i;
}

/*
 * Organs above date, date above organ, or both on one line, before end.
 * Returns where they begin.
 */
static uint32_t
take_signature(struct nb_recogniser *r, uint32_t end)
{
	const struct nb_line *line = end > 0 ? &r->line[end - 1] : NULL;
	struct nb_str iso;
	bool dated;
	size_t n;

	if (line == NULL || line->ordinal.form != NB_ORDINAL_NONE)
		return end;
	n = nb_formal_organ_and_date(r->a, r->words, line->plain, &iso);
	if (n > 0) {
		set_date(r, line, nb_str_trim(nb_str_from(line->text, n)), iso);
		return take_organs(r, end, n);
	}
	dated = take_date(r, line);
	if (dated)
		line = --end > 0 ? &r->line[end - 1] : NULL;
	if (line == NULL || !is_organ(r, line) ||
	    line->ordinal.form != NB_ORDINAL_NONE)
		return end;
	end = take_organs(r, end, line->text.n);
	if (end > 0 && !dated)
		end -= take_date(r, &r->line[end - 1]);
	return end;
}

/* A list of attachments right before end; returns where it begins. */
static uint32_t
take_list(struct nb_recogniser *r, uint32_t end)
{
	uint32_t i = end;

	while (i > 0 && end - i < NAMES_MOST &&
	    r->line[i - 1].ordinal.form == NB_ORDINAL_ARABIC &&
	    !is_list(r, r->line[i - 1].plain))
		i--;
	if (i == 0 || !is_list(r, r->line[i - 1].plain))
		return end;
	take_names(r, i - 1, end);
	return i - 1;
}

/* [1] or ① before the words of a footnote, 注：before those of a table. */
static bool
is_note(const struct nb_line *line)
{
	static const char *const mark[] = { "注：", "注:", "［", NULL };

	return line->ordinal.form == NB_ORDINAL_CIRCLED ||
	    nb_word_starts(mark, line->plain) > 0 ||
	    (nb_str_starts(line->plain, NB_S("[")) && line->plain.n > 1 &&
		nb_is_digit((unsigned char)line->plain.p[1]));
}

/* The footnotes behind the date of a page that was a Word file. */
static uint32_t
take_notes(struct nb_recogniser *r, uint32_t end)
{
	uint32_t i = end;
	struct nb_str iso;

	while (i > 0 && end - i < NOTES_MOST && is_note(&r->line[i - 1]))
		i--;
	if (i == 0 || i == end ||
	    nb_formal_date(r->a, r->words, r->line[i - 1].plain, &iso) !=
		NB_FORMAL_DATE)
		return end;
	for (uint32_t k = i; k < end; k++)
		aside(r, &r->line[k], "footnote",
		    "脚注没有对应的键，请写进正文，留在末尾的注释里");
	return i;
}

/* Does a signature end with the line before end? */
static bool
is_signed(struct nb_recogniser *r, uint32_t end)
{
	const struct nb_line *line = end > 1 ? &r->line[end - 1] : NULL;
	struct nb_str iso;

	if (line == NULL || line->ordinal.form != NB_ORDINAL_NONE)
		return false;
	if (nb_formal_date(r->a, r->words, line->plain, &iso) == NB_FORMAL_DATE)
		return is_organ(r, &line[-1]);
	return nb_formal_organ_and_date(r->a, r->words, line->plain, &iso) > 0;
}

/*
 * Short lines behind the signature of which nothing is known: buttons of a
 * page, who typed it.  Returns where they begin.
 */
static uint32_t
skip_strays(struct nb_recogniser *r, uint32_t end)
{
	uint32_t i = end;

	while (i > 0 && end - i <= STRAY_MOST && !is_signed(r, i)) {
		const struct nb_line *line = &r->line[--i];

		if (line->ordinal.form != NB_ORDINAL_NONE ||
		    line->raw->table != NULL || is_list(r, line->plain) ||
		    nb_str_chars(line->text) > STRAY_LONG)
			return end;
	}
	if (i == 0 || end - i > STRAY_MOST)
		return end;
	for (uint32_t k = i; k < end; k++)
		if (!nb_recognise_remark(r, &r->line[k]))
			aside(r, &r->line[k], "behind-signature",
			    "署名以后的话，留在末尾的注释里");
	return i;
}

/* Lines before end that are tables on paper that lies, with their titles: 横排
 * of the text. */
static uint32_t
count_lying(const struct nb_recogniser *r, uint32_t end)
{
	uint32_t i = end;

	while (i > 0 && r->line[i - 1].raw->lies &&
	    (r->line[i - 1].raw->table != NULL ||
		(i < end && r->line[i].raw->table != NULL)))
		i--;
	return i > 0 ? end - i : 0;
}

/* The n lines from `behind` on go before those from `end` on: to the text. */
static void
bring_forward(
    struct nb_recogniser *r, uint32_t end, uint32_t behind, uint32_t n)
{
	struct nb_line *line = nb_new_n(r->a, struct nb_line, r->n);
	uint32_t to = end;

	memcpy(line, r->line, r->n * sizeof(*line));
	for (uint32_t i = behind; i < behind + n; i++)
		line[to++] = r->line[i];
	for (uint32_t i = end; i < behind; i++)
		line[to++] = r->line[i];
	r->line = line;
	r->end = end + n;
}

void
nb_recognise_tail(struct nb_recogniser *r)
{
	uint32_t end = r->attachments = first_attachment(r), lying, behind;

	end = take_notes(r, end);
	end = nb_recognise_foot(r, end);
	lying = count_lying(r, end);
	behind = end -= lying;
	end = skip_strays(r, end);
	end -= end > 0 && nb_recognise_remark(r, &r->line[end - 1]);
	end = take_list(r, end);
	end = take_signature(r, end);
	if (r->draft->attachment.n == 0)
		end = take_list(r, end);
	r->end = end;
	if (lying > 0)
		bring_forward(r, end, behind, lying);
}
