/*
 * T13 range-dash - a hyphen between the ends of a range.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T13",
	.name = "range-dash",
	.severity = NB_WARNING,
	.title = "起止用了短横",
	.basis = "GB/T 15834—2011 4.13.3.3",
	.help = "年份、日期的起止用一字线“—”，百分数的起止用浪纹线“～”",
	.why = "年份、日期的起止用一字线，数值的范围用浪纹线；短横是英文的连字"
	       "符，只用在编号、电话里。日期“2024-03-26”和编号不算。\n"
	       "误：《法治柳溪建设规划（2021-2025年）》\n"
	       "正：《法治柳溪建设规划（2021—2025年）》",
	.fixable = true,
};

/* A number, a hyphen, a number. */
struct range {
	size_t begin, dash, dash_end, end;
};

static bool
is_hyphen(uint32_t c)
{
	return c == '-' || c == U'－' || c == U'–' || c == U'―' || c == U'‐' ||
	    c == U'‑';
}

/* The range whose first digit stands at begin. */
static bool
read_range(struct nb_str s, size_t begin, struct range *r)
{
	size_t at = nb_digits_end(s, begin);

	r->begin = begin;
	if (at < s.n && s.p[at] == '%')
		at++;
	r->dash = at;
	if (at >= s.n || !is_hyphen(nb_utf8_next(s, &at)))
		return false;
	r->dash_end = at;
	r->end = nb_digits_end(s, at);
	return r->end > at;
}

/* What should stand for the hyphen; empty: it is right as it is. */
static struct nb_str
dash_for(struct nb_str s, const struct range *r)
{
	const struct nb_str rest = nb_str_from(s, r->end);
	const uint32_t before = nb_char_before(s, r->begin);
	const size_t left = r->dash - r->begin, right = r->end - r->dash_end;

	if (nb_is_latin(before) || is_hyphen(before) || before == '/' ||
	    before == '.' || before == ':')
		return NB_S("");
	if (s.p[r->dash - 1] == '%')
		return nb_str_starts(rest, NB_S("%")) ? NB_S("～") : NB_S("");
	if (left == 4 && right == 4 && nb_str_starts(rest, NB_S("年")))
		return NB_S("—");
	if (left == 4 && right == 4 && nb_str_starts(rest, NB_S("）")) &&
	    nb_char_before(s, r->begin) == U'（' && s.p[r->begin] <= '2')
		return NB_S("—");
	if (left <= 2 && right <= 2 && nb_str_starts(rest, NB_S("月")))
		return NB_S("—");
	return NB_S("");
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = prose->text;
	struct range r;

	for (size_t at = 0; at < s.n;) {
		struct nb_str dash;
		struct nb_diag *g;

		if (!nb_is_digit((unsigned char)s.p[at])) {
			at++;
			continue;
		}
		dash = read_range(s, at, &r) ? dash_for(s, &r) : NB_S("");
		at = nb_digits_end(s, at);
		if (dash.n == 0)
			continue;
		g = nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, r.dash, r.dash_end),
		    "起止用“" NB_FMT "”，不用短横：“" NB_FMT "”", NB_ARG(dash),
		    NB_ARG(nb_str_sub(s, r.begin, r.end - r.begin)));
		nb_offer_fix(g, prose, r.dash, r.dash_end, dash);
	}
}

const struct nb_rule nb_rule_range_dash = { .code = &code, .passage = look };
