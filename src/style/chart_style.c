#include "style/template_read.h"

#include "model/quantity.h"

bool
nb_chart_style_good(const struct nb_chart_style *c)
{
	return c->series.n == NB_CHART_SERIES && c->bound.n == NB_BOUNDS &&
	    c->spoken.n == 6 && c->suffix.n == 3 && c->steps >= 2 &&
	    c->groups >= 1 && c->lines >= 2 && c->text_lines >= 1;
}
