/*
 * G04 character-rare - characters outside of GB 2312.
 */
#include "base/gb2312.h"
#include "check/rule.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "G04",
	.name = "character-rare",
	.severity = NB_WARNING,
	.title = "繁体字或生僻字",
	.basis = "GB/T 9704—2012；《通用规范汉字表》",
	.help = "繁体改成简体；人名地名确有其字的，不必改",
	.why = "简体的报告里混进繁体字，多半是从别处粘贴的。整篇都是繁体的，请"
	       "写“字形: "
	       "繁体”。人名、地名里的生僻字只提示一次，请核对是不是这个字。\n"
	       "误：依法行政，規範執法\n"
	       "正：依法行政，规范执法",

};

/* More than so many, of every hundred and in all, look Traditional. */
enum { MOST_PERCENT = 1, MOST_RARE = 5 };

struct census {
	const struct nb_check *ck;
	GHashTable *seen; /* characters that were told */
	unsigned n_han, n_rare;
	struct nb_span first;
	struct nb_str sample;
};

static void
tell(struct census *c, const struct nb_prose *p, size_t begin, size_t end)
{
	const struct nb_str s = nb_str_sub(p->text, begin, end - begin);
	struct nb_diag *g;

	if (!g_hash_table_add(c->seen, GUINT_TO_POINTER(nb_str_first(s))))
		return;
	g = nb_diag_add(c->ck->diags, &code, nb_prose_span(p, begin, end),
	    "“" NB_FMT "”是生僻字或繁体字，请核对", NB_ARG(s));
	nb_diag_set_severity(c->ck->diags, g, NB_NOTE);
}

static bool
is_rare(uint32_t c)
{
	const bool compatible = c >= 0xF900 && c <= 0xFAFF; /* G07 */

	return nb_is_han(c) && c != U'〇' && !compatible && !nb_gb2312_has(c);
}

/* Counts; with `each`, tells of every rare character once. */
static void
go_over(struct census *c, bool each)
{
	for (uint32_t i = 0; i < c->ck->passages.n; i++) {
		const struct nb_prose *p = c->ck->passages.passage[i].is.prose;

		for (size_t at = 0; at < p->text.n;) {
			const size_t here = at;
			const uint32_t ch = nb_utf8_next(p->text, &at);

			c->n_han += nb_is_han(ch);
			if (!is_rare(ch))
				continue;
			if (c->n_rare++ == 0)
				c->first = nb_prose_span(p, here, at);
			if (each)
				tell(c, p, here, at);
		}
	}
}

static void
run(const struct nb_check *ck)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	struct census c = { .ck = ck, .seen = seen };

	if (ck->report->script == NB_SCRIPT_TRADITIONAL)
		return;
	go_over(&c, false);
	if (c.n_rare > MOST_RARE && 100 * c.n_rare > MOST_PERCENT * c.n_han)
		nb_diag_add(ck->diags, &code, c.first,
		    "繁体字或生僻字%u个，疑为繁体", c.n_rare);
	else if (c.n_rare > 0)
		go_over(&c, true);
}

const struct nb_rule nb_rule_character_rare = { .code = &code, .run = run };
