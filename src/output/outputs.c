#include "output/outputs.h"

#include "output/docx/part.h"
#include "output/draw.h"

#include <string.h>

const struct nb_draw_part *
nb_draw_load(struct nb_diags *d)
{
	const struct nb_draw_part *part = &nb_draw_part;

	return part != NULL
	    ? part
	    : nb_part_load("nianbao-draw.so", "nb_draw_part", d);
}

static enum nb_status
write_pdf_cairo(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	const struct nb_draw_part *part = nb_draw_load(d);

	return part != NULL ? part->pdf(pages, page, out, d) : NB_FAILED;
}

static enum nb_status
write_png(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	const struct nb_draw_part *part = nb_draw_load(d);

	return part != NULL ? part->png(pages, page, out, d) : NB_FAILED;
}

static enum nb_status
write_svg(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	const struct nb_draw_part *part = nb_draw_load(d);

	return part != NULL ? part->svg(pages, page, out, d) : NB_FAILED;
}

static enum nb_status
write_docx(const struct nb_manuscript *m, GString *out, struct nb_diags *d)
{
	const struct nb_office_part *part = &nb_office_part;

	if (part == NULL)
		part = nb_part_load("nianbao-office.so", "nb_office_part", d);
	return part != NULL ? part->docx(m, out, d) : NB_FAILED;
}

const struct nb_output nb_outputs[] = {
	{ .name = "pdf",
	    .annotates = true,
	    .title = "PDF，嵌入字体，可以检索和复制",
	    .write = nb_output_pdf },
	{ .name = "png",
	    .annotates = true,
	    .title = "图片，一页一个，150 点/英寸",
	    .per_page = true,
	    .alone = true,
	    .write = write_png },
	{ .name = "svg",
	    .annotates = true,
	    .title = "矢量图，一页一个",
	    .per_page = true,
	    .alone = true,
	    .write = write_svg },
	{ .name = "html",
	    .web = true,
	    .title = "网页，一个文件，不引用别处，手机上也能看",
	    .write_words = nb_output_html },
	{ .name = "docx",
	    .title = "Word 文档，样式、编号、版面照国标，可以接着改",
	    .alone = true,
	    .write_words = write_docx },
	{ .name = "txt", .title = "纯文本，一段一行", .write = nb_output_txt },
	{ .name = "dump",
	    .annotates = true,
	    .title = "版面清单：每行字的位置、字体、字号，供核对",
	    .write = nb_output_dump },
	{ .name = "pdf-cairo",
	    .annotates = true,
	    .title = "绘图库画的 PDF，与 pdf 对照",
	    .unlisted = true,
	    .write = write_pdf_cairo },
};
const size_t nb_n_outputs = NB_COUNT(nb_outputs);

const struct nb_output *
nb_output_find(const char *name)
{
	for (size_t i = 0; i < nb_n_outputs; i++)
		if (strcmp(nb_outputs[i].name, name) == 0)
			return &nb_outputs[i];
	return NULL;
}
