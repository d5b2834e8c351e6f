#include "output/docx/write.h"

#include "output/docx/measure.h"
#include "output/docx/picture.h"

struct nb_ooxml_run
nb_ooxml_text(struct nb_str text)
{
	return (struct nb_ooxml_run){
		.kind = NB_OOXML_TEXT,
		.text = text,
		.face = { .role = NB_FONT_ROLES },
	};
}

/* Pieces that look alike are one text. */
static bool
is_same_text(const struct nb_ooxml_run *a, const struct nb_ooxml_run *b)
{
	const struct nb_ooxml_face *f = &a->face, *g = &b->face;

	return a->kind == NB_OOXML_TEXT && b->kind == NB_OOXML_TEXT &&
	    a->level == b->level && f->role == g->role && f->bold == g->bold &&
	    f->size == g->size && f->rgb == g->rgb && f->narrow == g->narrow &&
	    f->spread == g->spread;
}

static void
write_run_face(struct nb_ooxml *x, const struct nb_ooxml_run *run)
{
	const struct nb_ooxml_face *face = &run->face;

	nb_xml_open(x->body, "w:rPr");
	if (run->level > 0)
		nb_xml_val(x->body, "w:rStyle",
		    nb_ooxml_style_id(NB_OFFICE_RUN_IN + run->level - 1));
	if (face->role == NB_FONT_ROLES) {
		nb_xml_open(x->body, "w:rFonts");
		nb_xml_attr(x->body, "w:hint", "eastAsia");
		nb_xml_close(x->body);
	}
	nb_ooxml_write_face(x->body, &x->names, face);
	nb_xml_close(x->body);
}

/* Runs [at, end) are of one text in one face. */
static void
write_text(struct nb_ooxml *x, guint at, guint end)
{
	nb_xml_open(x->body, "w:t");
	nb_xml_attr(x->body, "xml:space", "preserve");
	for (; at < end; at++)
		nb_xml_text(x->body,
		    g_array_index(x->run, struct nb_ooxml_run, at).text);
	nb_xml_close(x->body);
}

/* Writes runs from `at` on that are one in the file; returns the next. */
static guint
write_run(struct nb_ooxml *x, guint at)
{
	const struct nb_ooxml_run *run =
	    &g_array_index(x->run, struct nb_ooxml_run, at);
	guint end = at + 1;

	while (end < x->run->len &&
	    is_same_text(run, &g_array_index(x->run, struct nb_ooxml_run, end)))
		end++;
	nb_xml_open(x->body, "w:r");
	write_run_face(x, run);
	switch (run->kind) {
	case NB_OOXML_TEXT:
		write_text(x, at, end);
		break;
	case NB_OOXML_TAB:
		nb_xml_flag(x->body, "w:tab");
		break;
	case NB_OOXML_BREAK:
		nb_xml_flag(x->body, "w:br");
		break;
	case NB_OOXML_PICTURE:
		nb_ooxml_write_picture(x->body, run);
		break;
	}
	nb_xml_close(x->body);
	return end;
}

void
nb_ooxml_begin(struct nb_ooxml *x, struct nb_ooxml_look look)
{
	nb_ooxml_flush(x);
	x->look = look;
	x->open = true;
}

void
nb_ooxml_add(struct nb_ooxml *x, struct nb_ooxml_run run)
{
	nb_assert(x->open);
	g_array_append_val(x->run, run);
}

void
nb_ooxml_paragraph(
    struct nb_ooxml *x, struct nb_ooxml_look look, struct nb_str text)
{
	nb_ooxml_begin(x, look);
	nb_ooxml_add(x, nb_ooxml_text(text));
}

void
nb_ooxml_no_text(struct nb_ooxml *x)
{
	nb_ooxml_begin(x,
	    (struct nb_ooxml_look){ .style = NB_OFFICE_TABLE_TEXT,
		.spaced = true,
		.line = NB_LEN_PT });
}

void
nb_ooxml_flush(struct nb_ooxml *x)
{
	if (!x->open)
		return;
	nb_xml_open(x->body, "w:p");
	nb_xml_open(x->body, "w:pPr");
	if (x->look.style != NB_OFFICE_TEXT)
		nb_xml_val(
		    x->body, "w:pStyle", nb_ooxml_style_id(x->look.style));
	nb_ooxml_write_look(x->body, &x->names, &x->look);
	if (x->look.section != NULL)
		nb_ooxml_write_section(x, x->look.section);
	nb_xml_close(x->body);
	for (guint i = 0; i < x->run->len;)
		i = write_run(x, i);
	nb_xml_close(x->body);
	g_array_set_size(x->run, 0);
	x->open = false;
}

/* A section ends with a paragraph. */
static void
need_paragraph(struct nb_ooxml *x)
{
	if (!x->open)
		nb_ooxml_no_text(x);
}

void
nb_ooxml_end_section(struct nb_ooxml *x, const struct nb_ooxml_section *section)
{
	need_paragraph(x);
	x->look.section = section;
	nb_ooxml_flush(x);
}

void
nb_ooxml_end(struct nb_ooxml *x, const struct nb_ooxml_section *section)
{
	need_paragraph(x);
	nb_ooxml_flush(x);
	nb_ooxml_write_section(x, section);
}
