/*
 * import/read_text.c - plain text of any encoding: a line is a line.
 */
#include "import/raw.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "import/codes.h"
#include "source/reader.h"

static bool
knows(struct nb_str name, struct nb_str bytes)
{
	(void)name;
	(void)bytes;
	return true;
}

/* Lines with words in them; the empty ones are gaps. */
static void
take_lines(struct nb_arena *a, const struct nb_text *t, struct nb_raw *raw)
{
	struct nb_raw_line *line = nb_new_n(a, struct nb_raw_line, t->n_lines);
	bool gap = false;

	for (uint32_t row = 1; row <= t->n_lines; row++) {
		const struct nb_str text = nb_text_line(t, row);

		if (nb_str_trim(text).n == 0) {
			gap = true;
			continue;
		}
		line[raw->n++] = (struct nb_raw_line){
			.text = text,
			.row = row,
			.gap = gap,
		};
		gap = false;
	}
	raw->line = line;
}

enum nb_status
nb_raw_refuse_empty(const struct nb_text *t, struct nb_diags *d)
{
	struct nb_diag *g =
	    nb_diag_add(d, &nb_code_A67, (struct nb_span){ t, 0, 0 },
		"“" NB_FMT "”里没有可以读的文字", NB_ARG(t->name));

	g->hint =
	    NB_S("确认选对了文件；是从别处复制来的，再复制一次，存好再导入");
	return NB_FAILED;
}

static enum nb_status
read_text(struct nb_arena *a, struct nb_str name, struct nb_str bytes,
    struct nb_import_log *log, struct nb_diags *d, struct nb_raw *ret)
{
	const struct nb_text *t;

	(void)log;
	*ret = (struct nb_raw){ .name = name, .place = "行" };
	if (nb_source_use(a, nb_arena_str(a, name).p, bytes, d, &t) != NB_OK)
		return NB_FAILED;
	take_lines(a, t, ret);
	return ret->n > 0 ? NB_OK : nb_raw_refuse_empty(t, d);
}

const struct nb_reader nb_reader_text = {
	.name = "text",
	.title = "纯文本",
	.knows = knows,
	.read = read_text,
};
