/*
 * A colon or a dash that was left out, told by what stands around the place.
 */
#include "source/mercy.h"

#include "base/arena.h"
#include "source/codes.h"

#include <glib.h>

enum { DASH = 2 }; /* columns of “- ” */

uint32_t
nb_mercy_lost_colon(const struct nb_mercy *m, const struct nb_line *line,
    uint32_t begin, bool sure)
{
	const size_t most = 6; /* [char] of a key */
	const struct nb_str s = nb_mercy_sub(m, begin, line->end);
	struct nb_str word = s;

	word.n = MIN(s.n, nb_str_find(s, NB_S(" "), 0));
	if (word.n == 0 || nb_str_chars(word) > most ||
	    nb_str_han(word) < nb_str_chars(word))
		return 0;
	if (!sure &&
	    (word.n == s.n || nb_str_has(s, NB_S("，")) ||
		nb_str_has(s, NB_S("。"))))
		return 0;
	return begin + (uint32_t)word.n;
}

void
nb_mercy_take_lost_colon(struct nb_mercy *m, struct nb_level *l,
    const struct nb_line *line, uint32_t begin, uint32_t at)
{
	const struct nb_str word = nb_mercy_sub(m, begin, at);
	struct nb_diag *g;

	g = nb_mercy_report(m, NB_MEND_BROKEN, &nb_code_Y03, at, at,
	    "键“" NB_FMT "”后面缺半角冒号", NB_ARG(word));
	g->fix = NB_S(":");
	nb_mercy_edit(m, NB_MEND_BROKEN, at, at, g->fix);
	if (l->first.n == 0)
		l->first = word;
	l->tail = NB_TAIL_OPEN;
	nb_mercy_value(
	    m, l, nb_skip_blanks(m->text->bytes, at, line->end), line->end);
}

static struct nb_str
key_of(const struct nb_mercy *m, uint32_t begin, uint32_t end)
{
	const struct nb_key key =
	    nb_key_read(m->text->bytes, begin, end, NB_KEY_LIBERAL);

	return nb_mercy_sub(m, key.begin, key.end);
}

/* Is the line indented by `to` plain spaces, two of which can be a dash? */
static bool
has_room(const struct nb_line *line, uint32_t to)
{
	return line->indent == NB_INDENT_SPACES && line->spaces == to &&
	    to >= DASH;
}

bool
nb_mercy_begins_anew(const struct nb_mercy *m, const struct nb_line *line)
{
	const struct nb_level *l = &m->level[m->n_levels - 1];

	return !l->list && m->n_levels > 1 && l[-1].list &&
	    l->to == l[-1].to + DASH && has_room(line, l->to) &&
	    nb_str_eq(key_of(m, line->text, line->end), l->first);
}

bool
nb_mercy_lacks_dash(
    const struct nb_mercy *m, const struct nb_line *line, uint32_t to)
{
	const struct nb_level *l = &m->level[m->n_levels - 1];
	const struct nb_str bytes = m->text->bytes;

	if (!has_room(line, to) || line->col < l->entry + DASH)
		return false;
	for (uint32_t no = m->next; no <= m->text->n_lines; no++) {
		const struct nb_line next = nb_line_read(m->text, no, m->step);

		if (next.text == next.end || next.col + DASH > line->col)
			continue;
		return next.col + DASH == line->col &&
		    nb_is_dash(bytes, next.text, next.end) &&
		    nb_str_eq(key_of(m, line->text, line->end),
			key_of(m,
			    nb_skip_blanks(bytes, next.text + 1, next.end),
			    next.end));
	}
	return false;
}

struct nb_level *
nb_mercy_take_lost_dash(
    struct nb_mercy *m, const struct nb_line *line, uint32_t to)
{
	const uint32_t dash = line->text - DASH;
	const bool anew = nb_mercy_begins_anew(m, line);
	const struct nb_str name = key_of(m, line->text, line->end);
	struct nb_level *list;
	struct nb_diag *g;

	g = nb_mercy_report(m, NB_MEND_SILENT, &nb_code_Y04, dash, line->text,
	    "“" NB_FMT "”像是列表新的一项，前面漏了短横", NB_ARG(name));
	g->fix = NB_S("- ");
	g->hint = nb_arena_printf(m->arena,
	    "写成“- " NB_FMT ": …”，短横与别的各项对齐；若是多写的，就删去",
	    NB_ARG(name));
	nb_mercy_edit(m, NB_MEND_SILENT, dash, line->text, g->fix);
	if (anew) {
		list = &m->level[--m->n_levels - 1];
		list->entry = list->col;
	} else if (nb_mercy_push(m, true, line->col - DASH, to - DASH) ==
	    NULL) {
		return NULL;
	}
	return nb_mercy_push(m, false, line->col, to);
}
