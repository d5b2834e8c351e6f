#include "cli/fixer.h"

#include "cli/load.h"
#include "diag/fingerprint.h"
#include "diag/mend.h"
#include "source/same.h"

enum {
	ROUNDS = 100,
	BYTES = 256 * 1024 * 1024, /* read to try findings one by one */
};

struct fixer {
	const struct nb_data *data;
	const struct nb_selection *wanted;
	struct nb_fixed *fixed;
	GHashTable *refused; /* keys of findings not to be tried again */
	size_t left;         /* of BYTES */
};

static char *
key_of(const struct nb_diag *g)
{
	char print[NB_FINGERPRINT + 1];

	nb_diag_fingerprint(g, print);
	return g_strconcat(g->code->id, print, NULL);
}

static bool
is_tried(const struct fixer *f, const struct nb_diag *g)
{
	g_autofree char *key = NULL;

	if (!nb_selection_has(f->wanted, g->code))
		return false;
	if (g_hash_table_size(f->refused) == 0)
		return true;
	key = key_of(g);
	return !g_hash_table_contains(f->refused, key);
}

static void
refuse(struct fixer *f, const struct nb_diag *g)
{
	const struct nb_pos at = nb_text_pos(g->span.text, g->span.begin);

	g_hash_table_add(f->refused, key_of(g));
	g_ptr_array_add(f->fixed->refused,
	    g_strdup_printf(NB_FMT
		":%u:%u: %s 没有代改：改了这里，别处读出来会不一样，请手工改",
		NB_ARG(g->span.text->name), at.line, at.col, g->code->id));
}

/* Findings of code in group Y: what reading the file found wrong. */
static unsigned
count_faults(const struct nb_diags *d)
{
	unsigned n = 0;

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		n += g->code->id[0] == 'Y' && g->severity > NB_NOTE;
	return n;
}

/*
 * Applies the mends and reads the result into *ret.  False when it says
 * something else; then *ret is not to be cleared.
 */
static bool
try_mends(const struct fixer *f, const struct nb_document *doc,
    const struct nb_mends *m, struct nb_document *ret)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct nb_span at;

	nb_mends_apply(m, 0, (uint32_t)doc->text->bytes.n, text);
	nb_document_read(ret, doc->text->name,
	    (struct nb_str){ text->str, text->len }, f->data);
	if (nb_node_is_same(doc->root, ret->root, m, &at) &&
	    count_faults(&ret->diags) <= count_faults(&doc->diags))
		return true;
	nb_document_clear(ret);
	return false;
}

static void
count_mends(struct fixer *f, const struct nb_mends *m)
{
	for (guint i = 0; i < m->mend->len; i++) {
		const struct nb_mend *mend =
		    &g_array_index(m->mend, struct nb_mend, i);
		const struct nb_diag *g = m->diag->pdata[mend->of];

		g_ptr_array_add(f->fixed->code, (void *)g->code);
	}
}

/*
 * The mends cannot be taken together: those that cannot be taken alone are
 * refused for good, or else the first one is taken.
 */
static bool
try_singly(struct fixer *f, const struct nb_document *doc,
    const struct nb_mends *all, struct nb_document *ret)
{
	const size_t cost = doc->text->bytes.n;
	bool taken = false;

	for (guint i = 0; i < all->diag->len; i++) {
		struct nb_document now;
		struct nb_mends one;

		if (f->left < cost) {
			f->fixed->more = true;
			break;
		}
		f->left -= cost;

		nb_mends_init(&one, doc->text);
		nb_mends_add(&one, all->diag->pdata[i]);
		nb_mends_settle(&one);
		if (one.mend->len == 0 || !try_mends(f, doc, &one, &now)) {
			refuse(f, all->diag->pdata[i]);
		} else if (taken) {
			nb_document_clear(&now);
		} else {
			count_mends(f, &one);
			*ret = now;
			taken = true;
		}
		nb_mends_clear(&one);
	}
	return taken;
}

/* False: nothing was mended, and *ret is not to be cleared. */
static bool
mend_once(struct fixer *f, struct nb_document *doc, struct nb_document *ret)
{
	struct nb_mends m;
	bool mended;

	nb_diags_sort(&doc->diags);
	nb_mends_init(&m, doc->text);
	for (const struct nb_diag *g = doc->diags.first; g != NULL; g = g->next)
		if (is_tried(f, g))
			nb_mends_add(&m, g);
	nb_mends_settle(&m);
	mended = m.mend->len > 0 && try_mends(f, doc, &m, ret);
	if (mended)
		count_mends(f, &m);
	else if (m.diag->len > 0)
		mended = try_singly(f, doc, &m, ret);
	nb_mends_clear(&m);
	return mended;
}

/* What was refused may be possible in the text as it is by now. */
static void
forget_refused(struct fixer *f)
{
	g_hash_table_remove_all(f->refused);
	g_ptr_array_set_size(f->fixed->refused, 0);
}

/* Mends the document until nothing is left that can be; it is replaced. */
static void
mend_all(struct fixer *f, struct nb_document *doc)
{
	bool progress = false;

	for (unsigned i = 0; i < ROUNDS && !f->fixed->more; i++) {
		struct nb_document now;

		if (mend_once(f, doc, &now)) {
			nb_document_clear(doc);
			*doc = now;
			progress = true;
		} else if (progress && f->fixed->refused->len > 0) {
			forget_refused(f);
			progress = false;
		} else {
			return;
		}
	}
	f->fixed->more = true;
}

struct nb_fixed
nb_fix(struct nb_str name, struct nb_str text, const struct nb_data *data,
    const struct nb_selection *wanted)
{
	struct nb_fixed fixed = {
		.text = g_string_new(NULL),
		.code = g_ptr_array_new(),
		.refused = g_ptr_array_new_with_free_func(g_free),
	};
	struct fixer f = { data, wanted, &fixed,
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
		BYTES };
	struct nb_document doc;

	nb_document_read(&doc, name, text, data);
	mend_all(&f, &doc);
	g_string_append_len(
	    fixed.text, doc.text->bytes.p, (gssize)doc.text->bytes.n);
	nb_document_clear(&doc);
	g_hash_table_unref(f.refused);
	return fixed;
}

void
nb_fixed_clear(struct nb_fixed *f)
{
	g_string_free(f->text, TRUE);
	g_ptr_array_unref(f->code);
	g_ptr_array_unref(f->refused);
}
