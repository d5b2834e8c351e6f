/*
 * fuzz_html.c - any bytes as a web page.
 */
#include "fuzz.h"
#include "judge_raw.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	judge_raw(&nb_reader_html,
	    (struct nb_str){ size > 0 ? (const char *)bytes : "", size });
	return 0;
}
