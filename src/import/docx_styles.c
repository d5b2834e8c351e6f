#include "import/docx_styles.h"

#include "base/arena.h"

/* Styles that rest on each other in a ring end somewhere. */
enum { ANCESTORS_MAX = 20, NUMBER_MAX = 100000 };

int
nb_docx_number(struct nb_str s)
{
	int n = 0;

	if (s.n == 0)
		return -1;
	for (size_t i = 0; i < s.n; i++) {
		if (!nb_is_digit((unsigned char)s.p[i]))
			return -1;
		n = n > NUMBER_MAX ? n : n * 10 + (s.p[i] - '0');
	}
	return n > NUMBER_MAX ? -1 : n;
}

struct nb_str
nb_docx_val(const struct nb_markup *e, const char *child)
{
	const struct nb_markup *c = nb_markup_child(e, child);

	return c == NULL ? (struct nb_str){ NULL, 0 }
			 : nb_markup_attr(c, "val");
}

static int
align_of(struct nb_str jc)
{
	if (jc.p == NULL)
		return -1;
	if (nb_str_eq(jc, NB_S("center")))
		return NB_RAW_CENTRE;
	return nb_str_eq(jc, NB_S("right")) || nb_str_eq(jc, NB_S("end"))
	    ? NB_RAW_RIGHT
	    : NB_RAW_LEFT;
}

struct nb_docx_props
nb_docx_props(const struct nb_markup *ppr)
{
	const struct nb_markup *num = nb_markup_child(ppr, "numPr");

	return (struct nb_docx_props){
		.style = nb_docx_val(ppr, "pStyle"),
		.outline = nb_docx_number(nb_docx_val(ppr, "outlineLvl")),
		.align = align_of(nb_docx_val(ppr, "jc")),
		.num = nb_docx_val(num, "numId"),
		.level = nb_docx_number(nb_docx_val(num, "ilvl")),
	};
}

/* “heading 2”, “标题 2”: the name says the level as well. */
static int
outline_of_name(struct nb_str name)
{
	static const char *const stem[] = { "heading ", "Heading ", "标题 " };
	size_t at = 0;

	for (size_t i = 0; i < NB_COUNT(stem); i++)
		if (nb_str_skip(name, &at, nb_str_z(stem[i])))
			break;
	return at > 0 && name.n == at + 1 && name.p[at] >= '1' &&
		name.p[at] <= '9'
	    ? name.p[at] - '1'
	    : -1;
}

static struct nb_docx_style
read_style(const struct nb_markup *e)
{
	struct nb_docx_style s = {
		.id = nb_markup_attr(e, "styleId"),
		.name = nb_docx_val(e, "name"),
		.based_on = nb_docx_val(e, "basedOn"),
		.props = nb_docx_props(nb_markup_child(e, "pPr")),
	};
	const struct nb_str is_default = nb_markup_attr(e, "default");

	s.is_default =
	    nb_str_eq(nb_markup_attr(e, "type"), NB_S("paragraph")) &&
	    (nb_str_eq(is_default, NB_S("1")) ||
		nb_str_eq(is_default, NB_S("true")));
	s.props.num_style = s.id;
	if (s.props.outline < 0)
		s.props.outline = outline_of_name(s.name);
	return s;
}

struct nb_docx_styles
nb_docx_styles(struct nb_arena *a, const struct nb_markup *styles)
{
	const struct nb_markup *c = styles == NULL ? NULL : styles->child;
	struct nb_docx_style *style;
	struct nb_docx_styles ret = { 0 };

	for (const struct nb_markup *e = c; e != NULL; e = e->next)
		ret.n += nb_markup_is(e, "style");
	style = nb_new_n(a, struct nb_docx_style, ret.n);
	ret.style = style;
	for (; c != NULL; c = c->next)
		if (nb_markup_is(c, "style"))
			*style++ = read_style(c);
	return ret;
}

const struct nb_docx_style *
nb_docx_style(const struct nb_docx_styles *s, struct nb_str id)
{
	for (uint32_t i = 0; i < s->n; i++)
		if (id.n == 0 ? s->style[i].is_default
			      : nb_str_eq(s->style[i].id, id))
			return &s->style[i];
	return NULL;
}

void
nb_docx_inherit(const struct nb_docx_styles *s, struct nb_docx_props *props)
{
	const struct nb_docx_style *style = nb_docx_style(s, props->style);

	for (unsigned i = 0; style != NULL && i < ANCESTORS_MAX; i++) {
		const struct nb_docx_props *p = &style->props;

		if (props->outline < 0)
			props->outline = p->outline;
		if (props->align < 0)
			props->align = p->align;
		if (props->num.p == NULL && p->num.p != NULL) {
			props->num = p->num;
			props->num_style = p->num_style;
		}
		if (props->level < 0)
			props->level = p->level;
		style = style->based_on.n == 0
		    ? NULL
		    : nb_docx_style(s, style->based_on);
	}
}
