/*
 * N11 rate-places - rates with different numbers of decimals in one report.
 */
#include "check/figure_scan.h"
#include "check/rule.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "N11",
	.name = "rate-places",
	.severity = NB_NOTE,
	.title = "比率的小数位数不一",
	.basis = "GB/T 15835—2011：同一文件中数字的形式应统一",
	.help = "全文的比率取同样的小数位数，一般一位或两位",
	.why =
	    "有的比率写98%，有的写99.98%，看上去像是从几份材料里抄来的，也不便"
	    "比较。100%是精确数，不算在内；全篇只提示一次。\n"
	    "误：通过率98%，参考率99.98%\n"
	    "正：通过率98.14%，参考率99.98%",
};

/* The first rate, and the first that is written otherwise. */
struct finder {
	const struct nb_check *ck;
	struct nb_str first, other;
	unsigned places;
	struct nb_span place; /* of the other */
};

static bool
is_whole(const struct nb_quantity *q)
{
	int64_t hundred = 100;

	for (unsigned i = 0; i < q->number.places && hundred < INT64_MAX / 10;
	     i++)
		hundred *= 10;
	return q->number.n == hundred || q->number.n == 0;
}

static void
note(struct finder *f, const struct nb_quantity *q, const struct nb_prose *p,
    size_t begin, size_t end)
{
	if (is_whole(q) || f->other.n > 0)
		return;
	if (f->first.n == 0) {
		f->first = nb_str_sub(p->text, begin, end - begin);
		f->places = q->number.places;
	} else if (q->number.places != f->places) {
		f->other = nb_str_sub(p->text, begin, end - begin);
		f->place = nb_prose_span(p, begin, end);
	}
}

static void
look_at_value(
    struct finder *f, const struct nb_indicator *in, const struct nb_prose *p)
{
	struct nb_quantity q;

	if (nb_str_ends(in->name, NB_S("率")) &&
	    nb_quantity_read(p->text, &q) && nb_str_eq(q.unit, NB_S("%")))
		note(f, &q, p, 0, p->text.n);
}

static void
look_at_prose(struct finder *f, const struct nb_passage *p)
{
	struct nb_found_rate rate;

	for (size_t at = 0; f->other.n == 0 &&
	     nb_rate_next(p->text, f->ck->outline->number, &at, &rate);)
		note(f, &rate.q, p->is.prose, rate.number, rate.end);
}

static void
run(const struct nb_check *ck)
{
	struct finder f = { .ck = ck };
	const struct nb_report *r = ck->report;

	if (r->kind != NB_KIND_REPORT)
		return;
	for (uint32_t i = 0; i < r->n_indicators; i++)
		look_at_value(&f, &r->indicator[i], &r->indicator[i].value);
	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		if (p->is.role == NB_PROSE_BODY && !p->ahead)
			look_at_prose(&f, p);
	}
	if (f.other.n > 0)
		nb_diag_add(ck->diags, &code, f.place,
		    "比率的小数位数不一：“" NB_FMT "”和“" NB_FMT "”",
		    NB_ARG(f.first), NB_ARG(f.other));
}

const struct nb_rule nb_rule_rate_places = { .code = &code, .run = run };
