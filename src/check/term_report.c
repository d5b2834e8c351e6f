/*
 * check/term_report.c - findings about words of the lexicon.
 */
#include "check/term_report.h"

#include "base/arena.h"

#include <glib.h>
#include <stdarg.h>

/* Days of a term as mmdd. */
enum { FIRST_OF_YEAR = 101, LAST_OF_YEAR = 1231 };

/* s with single quotation marks for its double ones, to stand in “ ”. */
static struct nb_str
within_quotes(struct nb_arena *a, struct nb_str s)
{
	g_autoptr(GString) out = g_string_sized_new(s.n);

	for (size_t at = 0; at < s.n;) {
		uint32_t c = nb_utf8_next(s, &at);

		if (c == U'“')
			c = U'‘';
		else if (c == U'”')
			c = U'’';
		g_string_append_unichar(out, c);
	}
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}

struct nb_str
nb_term_words(const struct nb_check *ck, const struct nb_term_hit *hit)
{
	const struct nb_str text = hit->passage->is.prose->text;

	return within_quotes(
	    ck->arena, nb_str_sub(text, hit->begin, hit->end - hit->begin));
}

/* What the lexicon would have instead. */
static struct nb_str
instead(const struct nb_check *ck, const struct nb_term_hit *hit)
{
	return nb_term_right(
	    ck->arena, hit->term, hit->term->word.word[hit->nth]);
}

/* The same, fit to stand in “ ”. */
static struct nb_str
instead_quoted(const struct nb_check *ck, const struct nb_term_hit *hit)
{
	return within_quotes(ck->arena, instead(ck, hit));
}

/* Whether the right form can simply be written in place of the wrong one. */
static bool
is_mendable(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit)
{
	return code->fixable && !hit->term->no_fix && hit->term->right.n > 0 &&
	    ck->report->script == NB_SCRIPT_SIMPLIFIED &&
	    nb_prose_is_verbatim(hit->passage->is.prose, hit->begin, hit->end);
}

/* 说明 with its 依据, or empty. */
static struct nb_str
note_of(const struct nb_check *ck, const struct nb_term *t)
{
	if (t->note.n == 0 || t->basis.n == 0)
		return t->note;
	return nb_arena_printf(ck->arena, NB_FMT "（依据：" NB_FMT "）",
	    NB_ARG(t->note), NB_ARG(t->basis));
}

struct nb_diag *
nb_term_report(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit, const char *fmt, ...)
{
	const struct nb_span span =
	    nb_prose_span(hit->passage->is.prose, hit->begin, hit->end);
	struct nb_diag *g;
	va_list ap;

	va_start(ap, fmt);
	g = nb_diag_add_v(ck->diags, code, span, fmt, ap);
	va_end(ap);
	if (hit->term->graded)
		nb_diag_set_severity(ck->diags, g, hit->term->severity);
	g->hint = note_of(ck, hit->term);
	if (is_mendable(ck, code, hit))
		g->fix = instead(ck, hit);
	return g;
}

void
nb_term_report_wrong(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit, const char *wrong)
{
	const struct nb_str words = nb_term_words(ck, hit);

	if (hit->term->right.n == 0)
		nb_term_report(
		    ck, code, hit, "“" NB_FMT "”%s", NB_ARG(words), wrong);
	else
		nb_term_report(ck, code, hit,
		    "“" NB_FMT "”%s%s宜作“" NB_FMT "”", NB_ARG(words), wrong,
		    *wrong != '\0' ? "，" : "",
		    NB_ARG(instead_quoted(ck, hit)));
}

/* 2018年3月, or 2018年 when the file says no more. */
static struct nb_str
begin_text(const struct nb_check *ck, int day)
{
	if (day % 10000 == FIRST_OF_YEAR)
		return nb_arena_printf(ck->arena, "%d年", day / 10000);
	return nb_arena_printf(
	    ck->arena, "%d年%d月", day / 10000, day / 100 % 100);
}

static void
report_early(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit, const char *began)
{
	const struct nb_report *r = ck->report;
	const struct nb_str words = nb_term_words(ck, hit);
	const struct nb_str when = begin_text(ck, hit->term->begin);
	struct nb_str told = NB_S("");

	switch (nb_report_written(r).by) {
	case NB_WRITTEN_ISSUED:
		told = nb_arena_printf(ck->arena, "成文日期是" NB_FMT,
		    NB_ARG(nb_date_text(ck->arena, &r->issued)));
		break;
	case NB_WRITTEN_PUBLISHED:
		told = nb_arena_printf(ck->arena, "公开日期是" NB_FMT,
		    NB_ARG(nb_date_text(ck->arena, &r->published)));
		break;
	case NB_WRITTEN_YEAR:
		told = nb_arena_printf(ck->arena, "年度是%d", r->last_year);
		break;
	}
	nb_term_report(ck, code, hit,
	    "“" NB_FMT "”" NB_FMT "才%s，这份文件的" NB_FMT, NB_ARG(words),
	    NB_ARG(when), began, NB_ARG(told));
}

static void
report_late(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit)
{
	const int end = hit->term->end;
	const struct nb_str words = nb_term_words(ck, hit);
	const struct nb_str instead = instead_quoted(ck, hit);

	if (end % 10000 == LAST_OF_YEAR)
		nb_term_report(ck, code, hit,
		    "“" NB_FMT "”到%d年底为止，以后是“" NB_FMT "”",
		    NB_ARG(words), end / 10000, NB_ARG(instead));
	else
		nb_term_report(ck, code, hit,
		    "“" NB_FMT "”%d年%d月起已由“" NB_FMT "”代替", NB_ARG(words),
		    end / 10000, end / 100 % 100, NB_ARG(instead));
}

void
nb_term_report_dated(const struct nb_check *ck, const struct nb_code *code,
    const struct nb_term_hit *hit, const char *began)
{
	switch (hit->time) {
	case NB_TERM_EARLY:
		report_early(ck, code, hit, began);
		return;
	case NB_TERM_LATE:
		report_late(ck, code, hit);
		return;
	case NB_TERM_PLAIN:
	case NB_TERM_OFF:
		return;
	}
	NB_UNREACHABLE();
}
