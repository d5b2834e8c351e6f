#include "import/recognise.h"

#include "base/arena.h"
#include "import/log.h"
#include "import/words.h"

static void
note(struct nb_recogniser *r, enum nb_log_what what, uint32_t row,
    struct nb_str was, const char *rule, const char *why)
{
	nb_log_add(r->log,
	    (struct nb_log_entry){
		.what = what,
		.row = row,
		.was = was,
		.rule = rule,
		.why = why,
	    });
}

void
nb_recognise_doubt(struct nb_recogniser *r, uint32_t row, struct nb_str was,
    const char *rule, const char *why)
{
	note(r, NB_LOG_DOUBT, row, was, rule, why);
}

void
nb_recognise_moved(
    struct nb_recogniser *r, uint32_t row, struct nb_str was, const char *key)
{
	nb_log_add(r->log,
	    (struct nb_log_entry){
		.what = NB_LOG_MOVED,
		.row = row,
		.was = was,
		.now = nb_str_z(key),
		.rule = "moved",
		.why = "由键或由程序的编排代替",
	    });
}

void
nb_recognise_left_out(struct nb_recogniser *r, uint32_t row, struct nb_str was,
    const char *rule, const char *why)
{
	note(r, NB_LOG_LEFT_OUT, row, was, rule, why);
}

/* An ordinal that the format generates counts as one that was typed. */
static struct nb_ordinal
ordinal_of(const struct nb_raw_line *raw, struct nb_str text)
{
	struct nb_ordinal o;

	if (raw->label.n == 0) {
		nb_ordinal_read(text, &o);
		return o;
	}
	nb_ordinal_read(raw->label, &o);
	o.len = 0;
	o.odd = false;
	return o;
}

static const struct nb_line *
make_lines(struct nb_arena *a, const struct nb_raw *raw)
{
	struct nb_line *line = nb_new_n(a, struct nb_line, raw->n);

	for (uint32_t i = 0; i < raw->n; i++) {
		const struct nb_str text = nb_str_trim(raw->line[i].text);

		line[i] = (struct nb_line){
			.text = text,
			.plain = nb_plain(a, text),
			.ordinal = ordinal_of(&raw->line[i], text),
			.raw = &raw->line[i],
		};
	}
	return line;
}

/* The children of a branch as an array, and theirs. */
static struct nb_draft_section *
flatten(struct nb_arena *a, const struct nb_branch *b)
{
	struct nb_draft_section *to =
	    nb_new_n(a, struct nb_draft_section, b->n);
	uint32_t i = 0;

	for (const struct nb_branch *c = b->first; c != NULL; c = c->next) {
		to[i] = c->s;
		to[i].child = flatten(a, c);
		to[i++].n = c->n;
	}
	return to;
}

/* A page whose article a program fetches has its title and nothing more. */
static void
say_empty(struct nb_recogniser *r)
{
	const struct nb_draft *d = r->draft;

	if (d->n + d->lead.n + d->closing.n == 0 && d->problems == NULL &&
	    d->next == NULL && d->tasks == NULL)
		nb_recognise_doubt(r, 1, NB_S(""), "no-text",
		    "没有读到正文；若是网页，请在浏览器里打开，全选复制后存成 "
		    "txt 再导入");
}

void
nb_recognise(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_draft *draft,
    struct nb_import_log *log)
{
	struct nb_recogniser r = {
		.a = a,
		.words = words,
		.log = log,
		.draft = draft,
		.raw = raw,
		.line = make_lines(a, raw),
		.n = raw->n,
	};

	nb_recognise_tail(&r);
	nb_recognise_head(&r);
	nb_recognise_tree(&r);
	nb_recognise_attachments(&r);
	nb_recognise_facts(&r);
	nb_recognise_figures(&r);
	nb_recognise_keys(&r);
	nb_recognise_numbering(&r);
	draft->lead = r.root->s.body;
	draft->section = flatten(a, r.root);
	draft->n = r.root->n;
	say_empty(&r);
}
