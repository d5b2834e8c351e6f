#include "output/docx/picture.h"

#include "base/arena.h"
#include "output/docx/measure.h"
#include "output/draw.h"

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

char *
nb_ooxml_picture_relation(unsigned picture)
{
	return g_strdup_printf("rIdPicture%u", picture);
}

char *
nb_ooxml_picture_part(unsigned picture)
{
	return g_strdup_printf("media/image%u.png", picture);
}

static void
write_size(struct nb_xml *to, const char *name, const struct nb_ooxml_run *run)
{
	nb_xml_open(to, name);
	nb_xml_int(to, "cx", nb_emus(run->w));
	nb_xml_int(to, "cy", nb_emus(run->h));
	nb_xml_close(to);
}

static void
write_identity(
    struct nb_xml *to, const char *name, const struct nb_ooxml_run *run)
{
	g_autofree char *label = g_strdup_printf("图%u", run->picture);

	nb_xml_open(to, name);
	nb_xml_int(to, "id", run->picture);
	nb_xml_attr(to, "name", label);
	nb_xml_str(to, "descr", run->text);
	nb_xml_close(to);
}

static void
write_fill(struct nb_xml *to, const struct nb_ooxml_run *run)
{
	g_autofree char *relation = nb_ooxml_picture_relation(run->picture);

	nb_xml_open(to, "pic:blipFill");
	nb_xml_open(to, "a:blip");
	nb_xml_attr(to, "r:embed", relation);
	nb_xml_close(to);
	nb_xml_open(to, "a:stretch");
	nb_xml_flag(to, "a:fillRect");
	nb_xml_close(to);
	nb_xml_close(to);
}

static void
write_shape(struct nb_xml *to, const struct nb_ooxml_run *run)
{
	nb_xml_open(to, "pic:spPr");
	nb_xml_open(to, "a:xfrm");
	nb_xml_open(to, "a:off");
	nb_xml_int(to, "x", 0);
	nb_xml_int(to, "y", 0);
	nb_xml_close(to);
	write_size(to, "a:ext", run);
	nb_xml_close(to);
	nb_xml_open(to, "a:prstGeom");
	nb_xml_attr(to, "prst", "rect");
	nb_xml_flag(to, "a:avLst");
	nb_xml_close(to);
	nb_xml_close(to);
}

static void
write_graphic(struct nb_xml *to, const struct nb_ooxml_run *run)
{
	nb_xml_open(to, "a:graphic");
	nb_xml_attr(to, "xmlns:a", DRAWING "main");
	nb_xml_open(to, "a:graphicData");
	nb_xml_attr(to, "uri", DRAWING "picture");
	nb_xml_open(to, "pic:pic");
	nb_xml_attr(to, "xmlns:pic", DRAWING "picture");
	nb_xml_open(to, "pic:nvPicPr");
	write_identity(to, "pic:cNvPr", run);
	nb_xml_flag(to, "pic:cNvPicPr");
	nb_xml_close(to);
	write_fill(to, run);
	write_shape(to, run);
	nb_xml_close(to);
	nb_xml_close(to);
	nb_xml_close(to);
}

void
nb_ooxml_write_picture(struct nb_xml *to, const struct nb_ooxml_run *run)
{
	nb_xml_open(to, "w:drawing");
	nb_xml_open(to, "wp:inline");
	nb_xml_attr(to, "xmlns:wp", DRAWING "wordprocessingDrawing");
	for (const char *const *side = (const char *const[]){ "distT", "distB",
		 "distL", "distR", NULL };
	     *side != NULL; side++)
		nb_xml_int(to, *side, 0);
	write_size(to, "wp:extent", run);
	write_identity(to, "wp:docPr", run);
	write_graphic(to, run);
	nb_xml_close(to);
	nb_xml_close(to);
}

/* The chart without its caption, on a page as large as it is. */
static struct nb_page
page_of(const struct nb_ooxml *x, const struct nb_ms_figure *f)
{
	const struct nb_template *t = x->t;
	const nb_len size = t->chart.caption.size;
	const nb_len above = t->cell * t->baseline / 1000;
	struct nb_item *item = nb_new_n(x->arena, struct nb_item, f->n);
	struct nb_page page = { .w = t->body_w, .item = item, .number = 1 };
	nb_len caption = 0;

	for (uint32_t i = 0; i < f->n; i++) {
		const struct nb_item *it = &f->item[i];

		if (it->role != NB_ROLE_FIGURE_CAPTION) {
			item[page.n_items] = *it;
			item[page.n_items++].y += above;
		} else if (caption == 0) {
			caption = it->y;
		}
	}
	page.h = above + caption - size * t->baseline / 1000;
	return page;
}

static void
draw(struct nb_ooxml *x, const struct nb_page *page, unsigned picture)
{
	const struct nb_draw_part *part = nb_draw_load(x->diags);
	g_autofree char *name = nb_ooxml_picture_part(picture);
	GString *png = g_string_new(NULL);

	if (part == NULL || part->picture(page, png, x->diags) != NB_OK)
		x->failed = true;
	nb_ooxml_package_add(&x->package,
	    nb_arena_printf(x->arena, "word/%s", name).p, NULL, png);
}

void
nb_ooxml_figure(struct nb_ooxml *x, const struct nb_ms_figure *f)
{
	const struct nb_page page = page_of(x, f);
	const struct nb_ooxml_run run = {
		.kind = NB_OOXML_PICTURE,
		.text = f->alt,
		.face = { .role = NB_FONT_ROLES },
		.picture = ++x->pictures,
		.w = page.w,
		.h = page.h,
	};

	draw(x, &page, run.picture);
	nb_ooxml_begin(x, (struct nb_ooxml_look){ .style = NB_OFFICE_FIGURE });
	nb_ooxml_add(x, run);
	if (f->caption.n > 0)
		nb_ooxml_paragraph(x,
		    (struct nb_ooxml_look){ .style = NB_OFFICE_FIGURE_CAPTION },
		    f->caption);
}
