/*
 * fuzz_docx.c - any bytes as a Word document.  What is no archive is packed
 * into one first, so that the parts themselves can be scratched.
 */
#include "../unit/docx_pack.h"
#include "fuzz.h"
#include "judge_raw.h"

static void
judge_packed(struct nb_str s)
{
	g_autoptr(GString) zip = docx_pack(s, false);

	judge_raw(&nb_reader_docx, (struct nb_str){ zip->str, zip->len });
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct nb_str s = { size > 0 ? (const char *)bytes : "", size };

	if (nb_reader_docx.knows(NB_S(""), s))
		judge_raw(&nb_reader_docx, s);
	else
		judge_packed(s);
	return 0;
}
