#include "cli/archive/indicators.h"

#include "diag/render.h"
#include "model/archive.h"
#include "model/quantity.h"
#include "model/report.h"

/* “,"KEY":"VALUE"”, or nothing. */
static void
add_text(GString *out, const char *key, struct nb_str value)
{
	if (value.n == 0)
		return;
	g_string_append_printf(out, ",\"%s\":", key);
	nb_render_json_string(out, value);
}

static void
add_number(GString *out, struct nb_arena *a, struct nb_str value)
{
	struct nb_decimal d = { 0 };
	struct nb_quantity q;

	if (!nb_quantity_read(value, &q) || q.bound != NB_BOUND_EXACT)
		return;
	d.places = nb_quantity_places(&q, 0);
	if (!nb_quantity_scale(&q, 0, d.places, &d.n))
		return;
	g_string_append_printf(
	    out, ",\"数\":" NB_FMT, NB_ARG(nb_decimal_text(a, d)));
	add_text(out, "单位", q.unit);
}

static void
add_indicator(GString *out, struct nb_arena *a, const struct nb_indicator *i)
{
	g_string_append(out, "{\"名称\":");
	nb_render_json_string(out, i->name);
	add_text(out, "值", i->value.text);
	add_number(out, a, i->value.text);
	add_text(out, "式", i->formula.text);
	add_text(out, "上年", i->last.text);
	add_text(out, "目标", i->target.text);
	add_text(out, "说明", i->remark.text);
	g_string_append_c(out, '}');
}

void
nb_indicators_json(GString *out, struct nb_arena *a, const struct nb_report *r)
{
	g_string_append(out, "{\"年度\":");
	nb_render_json_string(out, nb_archive_years(a, r));
	add_text(out, "机关", r->organ.text);
	g_string_append(out, ",\"指标\":[");
	for (uint32_t i = 0; i < r->n_indicators; i++) {
		g_string_append(out, i > 0 ? ",\n" : "\n");
		add_indicator(out, a, &r->indicator[i]);
	}
	g_string_append(out, "\n]}\n");
}
