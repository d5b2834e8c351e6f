#include "review/remark.h"

#include "base/arena.h"
#include "diag/render.h"
#include "review/codes.h"
#include "review/ruler.h"
#include "source/node.h"

static uint32_t
count(const struct nb_diags *d)
{
	uint32_t n = 0;

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		n++;
	return n;
}

struct nb_remark
nb_remark_new(struct nb_arena *a, const struct nb_review *r,
    const struct nb_locator *l, const struct nb_diag *g)
{
	struct nb_remark m = {
		.finding = g,
		.at = nb_locate(l, a, g->span),
	};

	if (m.at.n > 0)
		m.row = nb_ruler_row(r->t, &r->pages->page[m.at.place[0].page],
		    &m.at.place[0].area);
	return m;
}

struct nb_remarks
nb_remarks_new(struct nb_arena *a, const struct nb_review *r)
{
	const uint32_t n = count(r->findings);
	struct nb_remarks all = { nb_new_n(a, struct nb_remark, n), 0 };
	const struct nb_locator *l = nb_locator_new(a, r->pages, r->root);

	for (const struct nb_diag *g = r->findings->first; g != NULL;
	     g = g->next)
		if (g->severity >= r->least || g->code == &nb_code_A44) {
			all.remark[all.n] = nb_remark_new(a, r, l, g);
			all.remark[all.n].number = all.n + 1;
			all.n++;
		}
	return all;
}

/* “稿子第42行”, “2023.yaml第7行”, “全文” */
static struct nb_str
place_in_file(
    struct nb_arena *a, const struct nb_review *r, const struct nb_diag *g)
{
	const struct nb_text *text = g->span.text;
	uint32_t line;

	if (nb_diag_is_whole(g))
		return NB_S("全文");
	line = nb_text_pos(text, g->span.begin).line;
	if (text == r->root->span.text)
		return nb_arena_printf(a, "稿子第%u行", line);
	return nb_arena_printf(a, NB_FMT "第%u行", NB_ARG(text->name), line);
}

struct nb_str
nb_remark_place(
    struct nb_arena *a, const struct nb_review *r, const struct nb_remark *m)
{
	const struct nb_str file = place_in_file(a, r, m->finding);

	if (m->at.n == 0 || m->at.how == NB_LOCATED_TITLE)
		return file;
	return nb_arena_printf(a, "第%u面第%d行%s，" NB_FMT,
	    r->pages->page[m->at.place[0].page].number, m->row + 1,
	    nb_remark_is_note(m) ? "附近" : "", NB_ARG(file));
}

bool
nb_remark_is_note(const struct nb_remark *m)
{
	return m->at.how == NB_LOCATED_NEAR || m->at.how == NB_LOCATED_TITLE;
}

/* Whether it is known what to write there, and that is one short thing. */
static bool
has_new_words(const struct nb_diag *g)
{
	return g->fix.n > 0 && g->edit == NULL &&
	    !nb_str_has(g->fix, NB_S("\n"));
}

bool
nb_remark_is_personal(const struct nb_remark *m)
{
	return m->finding->code == &nb_code_A44;
}

struct nb_str
nb_remark_mend(struct nb_arena *a, const struct nb_remark *m)
{
	const struct nb_diag *g = m->finding;

	if (nb_remark_is_personal(m))
		return NB_S("");
	if (!has_new_words(g))
		return nb_diag_help(g);
	return nb_arena_printf(a, "改为“" NB_FMT "”%s" NB_FMT, NB_ARG(g->fix),
	    g->hint.n == 0 ? "" : "；", NB_ARG(g->hint));
}

struct nb_str
nb_remark_said(struct nb_arena *a, const struct nb_remark *m)
{
	g_autoptr(GString) said = g_string_new(NULL);

	if (m->finding->said != NULL)
		nb_render_said(said, m->finding->said);
	return nb_arena_str(a, (struct nb_str){ said->str, said->len });
}

struct nb_str
nb_remark_note(
    struct nb_arena *a, const struct nb_review *r, const struct nb_remark *m)
{
	const struct nb_diag *g = m->finding;
	const struct nb_str mend = nb_remark_mend(a, m);
	const struct nb_str place = nb_remark_place(a, r, m);
	const struct nb_str said = nb_remark_said(a, m);

	if (nb_remark_is_personal(m))
		return nb_arena_printf(a,
		    "意见 " NB_FMT "\n" NB_FMT "；审校意见第%u条",
		    NB_ARG(g->message), NB_ARG(place), m->number);
	return nb_arena_printf(a,
	    "%s %s：" NB_FMT "%s" NB_FMT "%s" NB_FMT "\n" NB_FMT
	    "；审校意见第%u条",
	    nb_severity_word(g->severity), g->code->id, NB_ARG(g->message),
	    said.n == 0 ? "" : "\n审核意见：", NB_ARG(said),
	    mend.n == 0 ? "" : "\n怎样改：", NB_ARG(mend), NB_ARG(place),
	    m->number);
}

uint32_t
nb_remark_rgb(const struct nb_review *r, const struct nb_remark *m)
{
	return r->t->review.rgb[m->finding->severity];
}
