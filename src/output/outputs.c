#include "output/outputs.h"

#include <string.h>

const struct nb_output nb_outputs[] = {
	{ .name = "pdf",
	    .title = "PDF，嵌入字体，可以检索和复制",
	    .write = nb_output_pdf },
	{ .name = "png",
	    .title = "图片，一页一个，150 点/英寸",
	    .per_page = true,
	    .write = nb_output_png },
	{ .name = "svg",
	    .title = "矢量图，一页一个",
	    .per_page = true,
	    .write = nb_output_svg },
	{ .name = "txt", .title = "纯文本，一段一行", .write = nb_output_txt },
	{ .name = "dump",
	    .title = "版面清单：每行字的位置、字体、字号，供核对",
	    .write = nb_output_dump },
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
