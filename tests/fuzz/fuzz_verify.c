/*
 * fuzz_verify.c - a PDF/A-3 that carries its source, scratched: what is left of
 * it is the same again, or there is a finding.  An input that is no PDF is a
 * list of scratches, three bytes each: where (of the file, in 1/65536), what;
 * and the same bytes are read as a record of how a PDF was made.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "cli/archive/making.h"
#include "cli/archive/verify.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/load.h"
#include "cli/show.h"
#include "cli/typeset.h"
#include "output/output.h"
#include "pdfin/pdfin.h"

#include <string.h>

static const char yaml[] =
    "年度: 2024\n机关: 甲街道办事处\n章节:\n- 标题: 总\n  正文: 全年甲。\n";

static void
show_init(struct nb_show *show)
{
	struct nb_cli cli = { .out = { .closed = true },
		.err = { .closed = true } };
	const struct nb_args args = { .help = FALSE };

	nb_assert(nb_show_init(show, &cli, &args));
}

/* A small PDF/A-3. */
static GString *
make_good(const struct nb_data *data, const struct nb_show *show)
{
	const struct nb_typesetting how = {
		.data = data,
		.show = show,
		.carry = true,
	};
	GString *out = g_string_new(NULL);
	struct nb_document doc;
	struct nb_typeset set;

	nb_document_init(&doc);
	nb_assert(
	    nb_document_use(&doc, "a.yaml", nb_str_z(yaml), data) == NB_OK);
	set = nb_typeset(&doc, &how);
	nb_assert(set.refusal == NULL);
	nb_assert(nb_output_find("pdf")->write(set.pages, 0, out, &doc.diags) ==
	    NB_OK);
	nb_document_clear(&doc);
	return out;
}

static void
verify(const struct nb_data *data, const struct nb_show *show,
    struct nb_str bytes, bool good)
{
	struct nb_data own = *data;
	const struct nb_verifying v = { &own, NULL, show };
	struct nb_verification ret = { .arena = nb_arena_new() };

	nb_diags_init(&ret.diags, ret.arena);
	nb_verify_bytes(&v, "fuzz.pdf", bytes, &ret);
	nb_assert(
	    ret.verdict == NB_VERIFIED_SAME ? good : ret.diags.first != NULL);
	nb_arena_free(ret.arena);
}

static void
scratch(const struct nb_data *data, const struct nb_show *show,
    const uint8_t *bytes, size_t size)
{
	GString *pdf = make_good(data, show);
	char *was = g_memdup2(pdf->str, pdf->len);

	for (size_t i = 0; i + 3 <= size && i < 30; i += 3)
		pdf->str[((size_t)bytes[i] << 8 | bytes[i + 1]) * pdf->len >>
		    16] = (char)bytes[i + 2];
	verify(data, show, (struct nb_str){ pdf->str, pdf->len },
	    memcmp(was, pdf->str, pdf->len) == 0);
	g_free(was);
	g_string_free(pdf, TRUE);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct nb_data *data = fuzz_data();
	const struct nb_str s = { size > 0 ? (const char *)bytes : "", size };
	struct nb_arena *a = nb_arena_new();
	struct nb_making making;
	struct nb_diags d;
	struct nb_show show;

	nb_diags_init(&d, a);
	nb_assert(
	    nb_making_read(a, nb_text_new(a, s, NB_S("")), s, &d, &making) ||
	    d.first != NULL);
	show_init(&show);
	if (data->fonts != NULL && nb_pdf_is(s))
		verify(data, &show, s, true);
	else if (data->fonts != NULL)
		scratch(data, &show, bytes, size);
	nb_show_clear(&show);
	nb_arena_free(a);
	return 0;
}
