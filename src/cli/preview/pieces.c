#include "cli/preview/pieces.h"

#include "cli/cli.h"

#define SCRIPT "text/javascript; charset=utf-8"

static const struct {
	const char *name, *file, *type;
} pieces[] = {
	{ "", "index.html", "text/html; charset=utf-8" },
	{ "preview.css", "preview.css", "text/css; charset=utf-8" },
	{ "main.mjs", "main.mjs", SCRIPT },
	{ "dom.mjs", "dom.mjs", SCRIPT },
	{ "list.mjs", "list.mjs", SCRIPT },
	{ "pages.mjs", "pages.mjs", SCRIPT },
	{ "findings.mjs", "findings.mjs", SCRIPT },
};

struct nb_pieces {
	char *bytes[NB_COUNT(pieces)];
	gsize n[NB_COUNT(pieces)];
};

struct nb_pieces *
nb_pieces_read(struct nb_cli *cli, const char *data_dir)
{
	struct nb_pieces *p = g_new0(struct nb_pieces, 1);

	for (size_t i = 0; i < NB_COUNT(pieces); i++) {
		g_autofree char *path = g_build_filename(
		    data_dir, "templates", "preview", pieces[i].file, NULL);

		if (g_file_get_contents(path, &p->bytes[i], &p->n[i], NULL))
			continue;
		nb_cli_complain(cli,
		    "读不了“%s”，预览的页面缺了一块；请重新安装本程序", path);
		nb_pieces_free(p);
		return NULL;
	}
	return p;
}

void
nb_pieces_free(struct nb_pieces *p)
{
	for (size_t i = 0; p != NULL && i < NB_COUNT(pieces); i++)
		g_free(p->bytes[i]);
	g_free(p);
}

const char *
nb_pieces_find(const struct nb_pieces *p, const char *name, GString *to)
{
	for (size_t i = 0; i < NB_COUNT(pieces); i++) {
		if (!g_str_equal(name, pieces[i].name))
			continue;
		g_string_append_len(to, p->bytes[i], (gssize)p->n[i]);
		return pieces[i].type;
	}
	return NULL;
}
