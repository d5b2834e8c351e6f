/*
 * import/recognise_form.c - 版头 above a document and 版记 below it, which Word
 * files and some pages have (GB/T 9704-2012 7.2, 7.4).
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/formal.h"
#include "import/grow.h"
#include "import/vocabulary.h"
#include "import/words.h"

enum {
	MARK_MOST = 40,   /* [char] */
	SIGNED_MOST = 20, /* “签发人：” and names [char] */
	COPY_NUMBER = 6,  /* digits */
	REMARK_MOST = 45, /* [char] */
};

static struct nb_draft_head *
head_of(struct nb_recogniser *r)
{
	if (r->draft->head == NULL)
		r->draft->head = nb_new(r->a, struct nb_draft_head);
	return r->draft->head;
}

static struct nb_draft_foot *
foot_of(struct nb_recogniser *r)
{
	if (r->draft->foot == NULL)
		r->draft->foot = nb_new(r->a, struct nb_draft_foot);
	return r->draft->foot;
}

static bool
is_copy_number(struct nb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!nb_is_digit((unsigned char)s.p[i]))
			return false;
	return s.n == COPY_NUMBER;
}

static bool
is_mark(struct nb_str plain)
{
	static const char *const mark[] = { "。", "，", "《", "：", NULL };

	return nb_str_ends(plain, NB_S("文件")) &&
	    nb_str_chars(plain) <= MARK_MOST && nb_word_in(mark, plain) == 0;
}

/* A name above the last in the 标志 of a joint issue. */
static bool
is_upper_mark(const struct nb_recogniser *r, const struct nb_line *line)
{
	const struct nb_line *end = r->line + r->end;
	const struct nb_str name = line->plain;

	if (!nb_formal_is_organ(r->words, name))
		return false;
	for (line++; line < end; line++)
		if (is_mark(line->plain) || nb_str_eq(line->plain, name) ||
		    !nb_formal_is_organ(r->words, line->plain))
			break;
	return line < end && is_mark(line->plain) &&
	    !nb_str_starts(line->plain, name);
}

/* “文件” alone, to the right of the names, belongs to the last of them. */
static void
add_mark(struct nb_recogniser *r, const struct nb_line *line)
{
	const struct nb_draft_text text = { line->text, line->raw->row };
	struct nb_draft_texts *to = &head_of(r)->mark;
	struct nb_draft_text *last = to->n > 0 ? &to->text[to->n - 1] : NULL;

	head_of(r)->letter |=
	    nb_words_have(&r->words->style.letter, line->raw->style);
	if (last == NULL || !nb_str_eq(text.text, NB_S("文件")))
		nb_texts_add(r->a, to, text);
	else
		last->text =
		    nb_arena_printf(r->a, NB_FMT "文件", NB_ARG(last->text));
}

/* 签发人：张三 李四, the names on this line or on the next. */
static void
take_signers(struct nb_recogniser *r, const struct nb_line *line, size_t from)
{
	struct nb_str s = nb_str_trim(nb_str_from(line->text, from));

	r->signing = s.n == 0;
	if (from > 0)
		nb_recognise_moved(r, line->raw->row,
		    nb_str_sub(line->text, 0, from), "签发人");
	while (s.n > 0) {
		size_t end = 0, next = 0;

		while (next < s.n && !nb_is_blank(nb_utf8_next(s, &next)))
			end = next;
		nb_texts_add(r->a, &head_of(r)->signer,
		    (struct nb_draft_text){
			nb_str_sub(s, 0, end), line->raw->row });
		s = nb_str_trim(nb_str_from(s, end));
	}
}

bool
nb_recognise_is_head(const struct nb_recogniser *r, const struct nb_line *line)
{
	return nb_words_have(&r->words->style.mark, line->raw->style) ||
	    nb_words_have(&r->words->style.head, line->raw->style);
}

/* More names, below those at 签发人. */
static bool
goes_on_signing(const struct nb_recogniser *r, const struct nb_line *line)
{
	return nb_words_have(&r->words->style.head, line->raw->style) &&
	    r->draft->head != NULL && r->draft->head->signer.n > 0 &&
	    !nb_formal_is_number(line->plain);
}

/* 文号 that its style says stands in 版头. */
void
nb_recognise_number(struct nb_recogniser *r, const struct nb_line *line)
{
	if (nb_words_have(&r->words->style.head, line->raw->style))
		head_of(r)->numbered = true;
	r->draft->number = (struct nb_draft_text){ line->text, line->raw->row };
	nb_recognise_moved(r, line->raw->row, line->text, "文号");
}

bool
nb_recognise_head_line(struct nb_recogniser *r, const struct nb_line *line)
{
	const struct nb_draft_text text = { line->text, line->raw->row };
	const size_t label =
	    nb_label_starts(&r->words->form.signer, line->plain);

	if (nb_words_have(&r->words->style.mark, line->raw->style) ||
	    is_mark(line->plain) || is_upper_mark(r, line))
		add_mark(r, line);
	else if (nb_words_have(&r->words->form.urgency, line->plain))
		head_of(r)->urgency = text;
	else if (nb_words_have(&r->words->form.secrecy, line->plain) ||
	    (nb_words_starting(&r->words->form.secrecy, line->plain) > 0 &&
		nb_str_has(line->plain, NB_S("★"))))
		head_of(r)->secrecy = text;
	else if (is_copy_number(line->plain))
		head_of(r)->copy_number = text;
	else if ((label > 0 || r->signing || goes_on_signing(r, line)) &&
	    nb_str_chars(line->plain) <= SIGNED_MOST)
		take_signers(r, line, label);
	else
		return false;
	return true;
}

/* 此件公开发布; 联系人：王芳，联系电话：12345678 */
static bool
is_remark(
    const struct nb_vocabulary *words, struct nb_str plain, bool bracketed)
{
	if (nb_str_chars(plain) > REMARK_MOST || nb_str_has(plain, NB_S("。")))
		return false;
	return nb_words_starting(&words->form.contact, plain) > 0 ||
	    (bracketed &&
		(nb_words_in(&words->form.remark, plain) ||
		    nb_words_starting(&words->form.remark_begins, plain) > 0));
}

bool
nb_recognise_remark(struct nb_recogniser *r, const struct nb_line *line)
{
	const size_t n = NB_S("（").n;
	const bool styled =
	    nb_words_have(&r->words->style.remark, line->raw->style);
	const bool bracketed = nb_str_starts(line->plain, NB_S("（")) &&
	    nb_str_ends(line->plain, NB_S("）"));
	const size_t skip = bracketed ? n : 0;

	if (r->draft->remark.n > 0 || line->text.n < 2 * n ||
	    (!styled &&
		!is_remark(r->words,
		    nb_str_sub(line->plain, skip, line->plain.n - 2 * skip),
		    bracketed)))
		return false;
	if (bracketed) {
		nb_recognise_moved(
		    r, line->raw->row, NB_S("（"), "附注的圆括号");
		nb_recognise_moved(
		    r, line->raw->row, NB_S("）"), "附注的圆括号");
	}
	nb_texts_add(r->a, &r->draft->remark,
	    (struct nb_draft_text){
		nb_str_sub(line->text, skip, line->text.n - 2 * skip),
		line->raw->row });
	return true;
}

/* 青荷区司法局办公室 2025年2月28日印发: where its date begins, or SIZE_MAX. */
static size_t
printed_at(struct nb_recogniser *r, struct nb_str plain, struct nb_str *ret_iso)
{
	struct nb_str s;

	if (!nb_str_ends(plain, NB_S("印发")))
		return SIZE_MAX;
	s = nb_str_sub(plain, 0, plain.n - NB_S("印发").n);
	for (size_t at = 0; at < s.n; nb_utf8_next(s, &at))
		if (nb_formal_date(r->a, r->words, nb_str_from(s, at),
			ret_iso) == NB_FORMAL_DATE)
			return at;
	return SIZE_MAX;
}

/* Who printed it and when, on one line or on two. */
static uint32_t
take_printed(struct nb_recogniser *r, uint32_t end)
{
	const struct nb_line *line = &r->line[end - 1];
	struct nb_str iso, printer;
	const size_t at = printed_at(r, line->plain, &iso);

	if (at == SIZE_MAX)
		return end;
	foot_of(r)->printed = (struct nb_draft_text){ iso, line->raw->row };
	nb_recognise_moved(
	    r, line->raw->row, nb_str_from(line->text, at), "版记的印发日期");
	printer = nb_str_trim(nb_str_sub(line->text, 0, at));
	end--;
	if (printer.n == 0 && end > 0 &&
	    nb_formal_is_organ(r->words, r->line[end - 1].plain)) {
		line = &r->line[--end];
		printer = line->text;
	}
	foot_of(r)->printer = (struct nb_draft_text){ printer, line->raw->row };
	return end;
}

static uint32_t
take_copies(struct nb_recogniser *r, uint32_t end)
{
	const struct nb_line *line = &r->line[end - 1];
	const size_t label =
	    nb_label_starts(&r->words->form.copies, line->plain);
	struct nb_str s = nb_str_from(line->text, label);

	if (label == 0)
		return end;
	nb_recognise_moved(
	    r, line->raw->row, nb_str_sub(line->text, 0, label), "版记的抄送");
	if (nb_str_ends(s, NB_S("。"))) {
		s.n -= NB_S("。").n;
		nb_recognise_moved(r, line->raw->row, NB_S("。"), "版记的抄送");
	}
	foot_of(r)->copies =
	    (struct nb_draft_text){ nb_str_trim(s), line->raw->row };
	return end - 1;
}

/* 主题词, over 抄送 where a paper keeps to GB/T 9704-1999. */
static uint32_t
take_keywords(struct nb_recogniser *r, uint32_t end)
{
	const struct nb_line *line = &r->line[end - 1];
	const size_t label =
	    nb_label_starts(&r->words->label.keywords, line->plain);
	const struct nb_str s = nb_str_trim(nb_str_from(line->text, label));
	struct nb_draft_text *to = &r->draft->keywords;

	if (label == 0 || s.n == 0 ||
	    (to->text.n > 0 && !nb_str_eq(to->text, s)))
		return end;
	*to = (struct nb_draft_text){ s, line->raw->row };
	nb_recognise_moved(r, line->raw->row, line->text, "主题词");
	return end - 1;
}

uint32_t
nb_recognise_foot(struct nb_recogniser *r, uint32_t end)
{
	if (end > 0)
		end = take_printed(r, end);
	if (end > 0)
		end = take_copies(r, end);
	return end > 0 ? take_keywords(r, end) : end;
}
