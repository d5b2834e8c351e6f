/*
 * manuscript -> one web page that needs no other file.
 *
 * A title is an h1, what stands under it an h2 and so on; a heading that its
 * text runs on from is a heading all the same, and only looks like one line
 * with it.
 */
#include "output/outputs.h"

#include "output/web/parts.h"

/* Around neighbours of one kind. */
struct group {
	const char *open, *close;
};

static const struct group head = { "<div class=\"head\">\n", "</div>\n" };
static const struct group list = { "<ul class=\"list\">\n", "</ul>\n" };
static const struct group sign = { "<div class=\"sign\">\n", "</div>\n" };
static const struct group foot = { "<div class=\"foot\">\n", "</div>\n" };

/* A paragraph of a kind. */
static const struct look {
	const struct group *group;
	const char *open, *close;
} looks[] = {
	[NB_MS_CORNER] = { &head, "<p class=\"corner\">", "</p>\n" },
	[NB_MS_MARK] = { &head, "<p class=\"mark\">", "</p>\n" },
	[NB_MS_NUMBER] = { &head, "<p>", "</p>\n" },
	[NB_MS_SIGNER] = { &head, "<p>", "</p>\n" },
	[NB_MS_ADDRESSEE] = { NULL, "<p class=\"addressee\">", "</p>\n" },
	[NB_MS_TEXT] = { NULL, "<p>", "</p>\n" },
	[NB_MS_LIST] = { &list, "<li>", "</li>\n" },
	[NB_MS_SIGNATURE] = { &sign, "<p>", "</p>\n" },
	[NB_MS_DATE] = { &sign, "<p>", "</p>\n" },
	[NB_MS_REMARK] = { NULL, "<p class=\"remark\">", "</p>\n" },
	[NB_MS_ATTACHMENT] = { NULL, "<p class=\"attachment\">", "</p>\n" },
	[NB_MS_FOOT] = { &foot, "<p>", "</p>\n" },
};

enum { DEEPEST = 6 }; /* h6 */

struct page {
	GString *out;
	const struct nb_manuscript *m;
	const struct group *group; /* that is open, or NULL */
	unsigned headings;         /* so far, titles too */
	uint8_t title;             /* level of the last title */
	struct nb_str name;        /* of the last heading */
};

static void
enter(struct page *p, const struct group *group)
{
	if (group == p->group)
		return;
	if (p->group != NULL)
		g_string_append(p->out, p->group->close);
	if (group != NULL)
		g_string_append(p->out, group->open);
	p->group = group;
}

static void
add_pieces(GString *out, const struct nb_piece *piece, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		nb_web_prose(out, piece[i].text);
}

static void
add_paragraph(const struct page *p, const struct nb_ms_block *b)
{
	const struct look *look = &looks[b->kind];

	g_string_append(p->out, look->open);
	if (b->kind == NB_MS_DATE) {
		g_string_append(p->out, "<time datetime=\"");
		nb_web_date(p->out, &b->date);
		g_string_append(p->out, "\">");
	}
	add_pieces(p->out, b->piece, b->n);
	if (b->kind == NB_MS_DATE)
		g_string_append(p->out, "</time>");
	g_string_append(p->out, look->close);
}

/* “<h2 id="s3" class="heading d1">”; s1 is the first title. */
static void
add_heading(struct page *p, const struct nb_ms_block *b)
{
	const unsigned h = MIN(b->level, DEEPEST);
	const bool title = b->kind == NB_MS_TITLE;

	g_string_append_printf(
	    p->out, "<h%u id=\"s%u\" class=\"", h, ++p->headings);
	if (title)
		g_string_append(p->out, "title\">");
	else
		g_string_append_printf(
		    p->out, "heading d%u\">", b->level - p->title);
	add_pieces(p->out, b->piece, b->n_heading);
	g_string_append_printf(p->out, "</h%u>", h);
	if (title)
		p->title = b->level;
	p->name = b->name;
}

static void
add_section(struct page *p, const struct nb_ms_block *b)
{
	if (b->n == b->n_heading) {
		add_heading(p, b);
		g_string_append_c(p->out, '\n');
		return;
	}
	g_string_append(p->out, "<div class=\"run\">");
	add_heading(p, b);
	g_string_append(p->out, "<p>");
	add_pieces(p->out, b->piece + b->n_heading, b->n - b->n_heading);
	g_string_append(p->out, "</p></div>\n");
}

/* Chapters, and titles but the first. */
static bool
is_listed(const struct nb_ms_block *b, uint8_t title)
{
	if (b->kind == NB_MS_TITLE)
		return title > 0;
	return b->kind == NB_MS_HEADING && b->level == title + 1;
}

/* Appends the entries of the 目录 and returns how many there are. */
static int
add_entries(GString *out, const struct nb_manuscript *m)
{
	unsigned heading = 0;
	uint8_t title = 0;
	int n = 0;

	for (uint32_t i = 0; i < m->n; i++) {
		const struct nb_ms_block *b = &m->block[i];

		if (b->level == 0)
			continue;
		heading++;
		if (is_listed(b, title)) {
			g_string_append_printf(
			    out, "<li><a href=\"#s%u\">", heading);
			nb_web_text(out, b->name);
			g_string_append(out, "</a></li>\n");
			n++;
		}
		if (b->kind == NB_MS_TITLE)
			title = b->level;
	}
	return n;
}

static void
add_contents(const struct page *p)
{
	const struct nb_web *web = p->m->web;
	g_autoptr(GString) entries = g_string_new(NULL);

	if (add_entries(entries, p->m) < web->contents_least)
		return;
	g_string_append(p->out, "<nav class=\"contents\" aria-label=\"");
	nb_web_text(p->out, web->contents);
	g_string_append(p->out, "\">\n<details>\n<summary>");
	nb_web_text(p->out, web->contents);
	g_string_append_printf(p->out,
	    "</summary>\n<ol>\n%s</ol>\n</details>\n</nav>\n", entries->str);
}

static void
add_title(struct page *p, const struct nb_ms_block *b)
{
	const bool first = p->title == 0;

	add_heading(p, b);
	g_string_append_c(p->out, '\n');
	if (first)
		add_contents(p);
}

static void
add_block(struct page *p, const struct nb_ms_block *b)
{
	enter(p, looks[b->kind].group);
	switch (b->kind) {
	case NB_MS_TITLE:
		add_title(p, b);
		return;
	case NB_MS_HEADING:
		add_section(p, b);
		return;
	case NB_MS_TABLE:
		nb_web_table(p->out, b->table,
		    p->name.n > 0 ? p->name : p->m->web->table);
		return;
	case NB_MS_FIGURE:
		nb_web_figure(p->out, b->figure);
		return;
	case NB_MS_CORNER:
	case NB_MS_MARK:
	case NB_MS_NUMBER:
	case NB_MS_SIGNER:
	case NB_MS_ADDRESSEE:
	case NB_MS_TEXT:
	case NB_MS_LIST:
	case NB_MS_SIGNATURE:
	case NB_MS_DATE:
	case NB_MS_REMARK:
	case NB_MS_ATTACHMENT:
	case NB_MS_FOOT:
		add_paragraph(p, b);
		return;
	}
	NB_UNREACHABLE();
}

enum nb_status
nb_output_html(const struct nb_manuscript *m, GString *out, struct nb_diags *d)
{
	struct page p = { .out = out, .m = m };

	(void)d;
	nb_assert(m->web != NULL);
	nb_web_head(out, m);
	g_string_append(out, "<body>\n<main>\n");
	nb_web_box(out, m);
	g_string_append(out, "<article>\n");
	for (uint32_t i = 0; i < m->n; i++)
		add_block(&p, &m->block[i]);
	enter(&p, NULL);
	g_string_append(out, "</article>\n</main>\n</body>\n</html>\n");
	return NB_OK;
}
