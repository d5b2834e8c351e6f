#include "cli/archive/verify.h"

#include "base/arena.h"
#include "cli/archive/making.h"
#include "cli/archive/verify_differ.h"
#include "cli/data.h"
#include "cli/load.h"
#include "cli/own_codes.h"
#include "cli/past.h"
#include "cli/typeset.h"
#include "layout/frame.h"
#include "output/output.h"
#include "pdfin/carried.h"
#include "pdfin/codes.h"
#include "source/reader.h"

#include <string.h>

static const char program[] = "nianbao " NB_VERSION;

enum { SUM_SHOWN = 12 }; /* digits of a sum: enough to tell two apart */

/* One file in hand. */
struct hand {
	const struct nb_verifying *v;
	struct nb_verification *ret;
	const struct nb_text *pdf;
	struct nb_str bytes;
	struct nb_pdf_files files;
	struct nb_making made; /* as it says */
	struct nb_making now;  /* as it was made again */
	bool other_program;
};

static struct nb_span
whole_of(const struct hand *h)
{
	return (struct nb_span){ h->pdf, 0, 0 };
}

#define FIND(h, code, ...) \
	nb_diag_add(&(h)->ret->diags, &nb_code_##code, whole_of(h), __VA_ARGS__)

static const struct nb_pdf_file *
find_file(const struct hand *h, struct nb_str name)
{
	for (uint32_t i = 0; i < h->files.n; i++)
		if (nb_str_eq(h->files.file[i].name, name))
			return &h->files.file[i];
	return NULL;
}

static void
say_no_source(struct hand *h)
{
	const struct nb_str name = h->pdf->name;
	const struct nb_str maker = h->files.producer;

	if (nb_str_starts(maker, NB_S("nianbao ")))
		FIND(h, A33, "“" NB_FMT "”是 PDF/A-2a，里面没有稿子",
		    NB_ARG(name));
	else if (maker.n > 0)
		FIND(h, A33,
		    "“" NB_FMT "”是“" NB_FMT "”写的，里面没有 nianbao 的稿子",
		    NB_ARG(name), NB_ARG(maker));
	else
		FIND(h, A33, "“" NB_FMT "”里没有 nianbao 的稿子", NB_ARG(name));
}

/* The PDF, the files in it, and what they say of how it was made. */
static bool
open_pdf(struct hand *h, const char *path)
{
	struct nb_verification *ret = h->ret;
	const struct nb_pdf_file *record;

	if (!nb_pdf_is(h->bytes)) {
		FIND(h, A33, "“%s”不是 PDF", path)->hint =
		    NB_S("给 nianbao render --pdfa 3a 写出的 PDF");
		return false;
	}
	if (nb_pdf_carried(
		ret->arena, h->pdf, h->bytes, &ret->diags, &h->files) != NB_OK)
		return false;
	if (h->files.mended) {
		FIND(h, A30, "“%s”不完整：没有传完，或者传坏了、被改过", path)
		    ->hint = NB_S("重新拷贝或下载，再核对一次");
		return false;
	}
	record = find_file(h, NB_S(NB_MAKING_FILE));
	if (record == NULL) {
		say_no_source(h);
		return false;
	}
	if (!nb_making_read(
		ret->arena, h->pdf, record->bytes, &ret->diags, &h->made))
		return false;
	ret->making = &h->made;
	return true;
}

/* A file that the record names is there, as it was. */
static bool
is_as_recorded(struct hand *h, const struct nb_making_file *said)
{
	const struct nb_pdf_file *file = find_file(h, said->name);
	g_autofree char *sum = NULL;

	if (file == NULL) {
		FIND(h, A35, "内嵌的“" NB_FMT "”不见了", NB_ARG(said->name));
		return false;
	}
	sum = g_compute_checksum_for_data(
	    G_CHECKSUM_SHA256, (const guchar *)file->bytes.p, file->bytes.n);
	if (file->sound && nb_str_eq(said->sum, nb_str_z(sum)))
		return true;
	FIND(h, A35, "内嵌的“" NB_FMT "”与排版时的不同，SHA-256 对不上",
	    NB_ARG(said->name));
	return false;
}

static bool
are_sources_whole(struct hand *h)
{
	bool good = true;

	for (uint32_t i = 0; i < h->made.n_sources; i++)
		good &= is_as_recorded(h, &h->made.source[i]);
	return good;
}

static bool
is_known_template(const struct nb_data *data, const char *word)
{
	g_autoptr(GPtrArray) names = nb_data_names(data, NB_TEMPLATE_FILE);

	return g_ptr_array_find_with_equal_func(names, word, g_str_equal, NULL);
}

/* The template of that name, or the user's own in its place. */
static bool
load_template(struct hand *h)
{
	struct nb_data *data = h->v->data;
	const struct nb_str name = h->made.template.name;
	const char *word = nb_arena_str(h->ret->arena, name).p;
	const bool own = nb_data_is_file(word);

	if (own)
		word = h->v->template;
	if (own ? word == NULL : !is_known_template(data, word)) {
		FIND(h, A39, "缺少%s的版式“" NB_FMT "”",
		    own ? "本单位" : "随程序来", NB_ARG(name))
		    ->hint = own ? NB_S("用 --template 写明这个文件在哪里")
				 : NB_S("把它放回 templates，再核对");
		return false;
	}
	if (data->template != NULL && g_str_equal(word, data->template_word))
		return true;
	return nb_data_template(data, word) == NB_OK;
}

/* What pages do not depend on is only told. */
static void
tell_outline(
    struct hand *h, const struct nb_making_file *file, const char *what)
{
	const char *word = nb_arena_str(h->ret->arena, file->name).p;

	if (file->name.n > 0 && nb_data_is_file(word))
		nb_diag_set_severity(&h->ret->diags,
		    FIND(h, A39,
			"查错用的%s“" NB_FMT "”不在 PDF 里；版面与它无关，"
			"照样核对",
			what, NB_ARG(file->name)),
		    NB_WARNING);
}

/* The files in the order in which they were read. */
static struct nb_past_shelf
make_shelf(const struct hand *h)
{
	const struct nb_making *m = &h->made;
	struct nb_arena *a = h->ret->arena;
	struct nb_str *bytes = nb_new_n(a, struct nb_str, m->n_reads);
	const char **name = nb_new_n(a, const char *, m->n_reads);

	for (uint32_t i = 0; i < m->n_reads; i++) {
		const struct nb_making_file *said;

		name[i] = "";
		if (m->read[i] == 0)
			continue;
		said = &m->source[m->read[i] - 1];
		name[i] = nb_arena_str(a, said->name).p;
		bytes[i] = find_file(h, said->name)->bytes;
	}
	return (struct nb_past_shelf){ name, bytes, m->n_reads, 0 };
}

/* What the new pages carry says how they were made now. */
static bool
read_now(struct hand *h, const struct nb_pages *pages)
{
	for (uint32_t i = 0; i < pages->n_attached; i++)
		if (nb_str_eq(pages->attached[i].name, NB_S(NB_MAKING_FILE)))
			return nb_making_read(h->ret->arena, h->pdf,
			    pages->attached[i].bytes, &h->ret->diags, &h->now);
	return false;
}

/* The same once more, into `again`; false when nothing comes of it. */
static bool
make_again(struct hand *h, struct nb_document *doc, GString *again)
{
	const struct nb_typesetting how = {
		.data = h->v->data,
		.show = h->v->show,
		.conform = h->made.conform,
		.carry = true,
		.as = &h->made,
	};
	const struct nb_making_file *first = &h->made.source[0];
	const char *name = nb_arena_str(doc->arena, first->name).p;
	struct nb_past_shelf shelf = make_shelf(h);
	struct nb_typeset set = { .pages = NULL };

	doc->shelf = &shelf;
	if (nb_document_use(doc, name, find_file(h, first->name)->bytes,
		h->v->data) == NB_OK)
		set = nb_typeset(doc, &how);
	doc->shelf = NULL;
	if (set.pages == NULL || set.refusal != NULL) {
		FIND(h, A36, "照里面的稿子排不出东西");
		return false;
	}
	h->ret->pages = set.pages->n_pages;
	return nb_output_find("pdf")->write(
		   set.pages, 0, again, &h->ret->diags) == NB_OK &&
	    read_now(h, set.pages);
}

static const struct nb_making_file *
find_font(const struct nb_making *m, struct nb_str name)
{
	for (uint32_t i = 0; i < m->n_fonts; i++)
		if (nb_str_eq(m->font[i].name, name))
			return &m->font[i];
	return NULL;
}

static bool
tell_sum(struct hand *h, const char *what, const struct nb_making_file *then,
    const struct nb_making_file *now)
{
	if (nb_str_eq(then->sum, now->sum))
		return false;
	FIND(h, A38,
	    "%s“" NB_FMT "”与当初的不同：SHA-256 当初 " NB_FMT "…，现在 " NB_FMT
	    "…",
	    what, NB_ARG(then->name),
	    NB_ARG(nb_str_sub(then->sum, 0, SUM_SHOWN)),
	    NB_ARG(nb_str_sub(now->sum, 0, SUM_SHOWN)));
	return true;
}

static bool
tell_font(struct hand *h, const struct nb_making_file *then)
{
	const struct nb_making_file *now = find_font(&h->now, then->name);

	if (now != NULL)
		return tell_sum(h, "字体", then, now);
	FIND(h, A39, "缺少当初用的字体“" NB_FMT "”，现在用了别的",
	    NB_ARG(then->name))
	    ->hint = NB_S("把这个字体文件放回 fonts/files，再核对");
	return true;
}

/* Whether something that the pages depend on is not what it was. */
static bool
tell_surroundings(struct hand *h)
{
	bool other = h->other_program;

	other |= tell_sum(h, "版式", &h->made.template, &h->now.template);
	other |= tell_sum(h, "字体表", &h->made.roles, &h->now.roles);
	for (uint32_t i = 0; i < h->made.n_fonts; i++)
		other |= tell_font(h, &h->made.font[i]);
	return other;
}

static void
compare(struct hand *h, struct nb_str again)
{
	struct nb_verification *ret = h->ret;

	if (nb_str_eq(h->bytes, again)) {
		ret->verdict = NB_VERIFIED_SAME;
	} else if (tell_surroundings(h)) {
		ret->alike = nb_verify_first_page(
		    ret->arena, h->pdf, h->bytes, again, &ret->other_page);
		ret->verdict = NB_VERIFIED_UNKNOWN;
	} else {
		nb_verify_differ(
		    ret->arena, h->pdf, h->bytes, again, &ret->diags);
		ret->verdict = NB_VERIFIED_DIFFERENT;
	}
}

/* The sources are as they were. */
static void
verify_pages(struct hand *h)
{
	g_autoptr(GString) again = g_string_new(NULL);
	struct nb_document doc;

	if (!nb_str_eq(h->made.program, nb_str_z(program))) {
		FIND(h, A37, "是“" NB_FMT "”排的，本程序是“%s”",
		    NB_ARG(h->made.program), program);
		h->other_program = true;
	}
	tell_outline(h, &h->made.outline, "大纲");
	tell_outline(h, &h->made.words, "词表");
	if (!load_template(h))
		return;
	nb_document_init(&doc);
	if (make_again(h, &doc, again))
		compare(h, (struct nb_str){ again->str, again->len });
	nb_document_clear(&doc);
}

/* Damage is an answer; what could not be looked into is none. */
static bool
is_damaged(const struct nb_diags *d)
{
	return d->first != NULL && d->first->code == &nb_code_A30;
}

void
nb_verify_bytes(const struct nb_verifying *v, const char *path,
    struct nb_str bytes, struct nb_verification *ret)
{
	struct hand *h = nb_new(ret->arena, struct hand);

	h->v = v;
	h->ret = ret;
	h->pdf = nb_text_new(ret->arena, nb_str_z(path), NB_S(""));
	h->bytes = bytes;
	ret->verdict = NB_VERIFIED_UNKNOWN;
	if (!open_pdf(h, path)) {
		if (is_damaged(&ret->diags))
			ret->verdict = NB_VERIFIED_DIFFERENT;
	} else if (!are_sources_whole(h)) {
		ret->verdict = NB_VERIFIED_DIFFERENT;
	} else {
		verify_pages(h);
	}
}

void
nb_verify(
    const struct nb_verifying *v, const char *path, struct nb_verification *ret)
{
	struct nb_str bytes;

	ret->verdict = NB_VERIFIED_UNKNOWN;
	if (nb_source_read(ret->arena, path, NB_PDF_MAX, &ret->diags, &bytes) ==
	    NB_OK)
		nb_verify_bytes(v, path, bytes, ret);
}
