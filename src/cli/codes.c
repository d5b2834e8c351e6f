#include "cli/codes.h"

#include "check/rule.h"
#include "font/codes.h"
#include "layout/codes.h"
#include "model/codes.h"
#include "output/codes.h"
#include "pdfin/codes.h"
#include "source/codes.h"
#include "style/codes.h"

static const struct nb_code *const of_layers[] = {
#define NB_CODE(id, ...) &nb_code_##id,
#include "font/codes.def"
#include "layout/codes.def"
#include "model/codes.def"
#include "output/codes.def"
#include "pdfin/codes.def"
#include "source/codes.def"
#include "style/codes.def"
#undef NB_CODE
};

static int
compare(const void *pa, const void *pb)
{
	const struct nb_code *a = *(const struct nb_code *const *)pa;
	const struct nb_code *b = *(const struct nb_code *const *)pb;

	return g_strcmp0(a->id, b->id);
}

GPtrArray *
nb_codes_all(void)
{
	GPtrArray *all = g_ptr_array_new();

	for (size_t i = 0; i < NB_COUNT(of_layers); i++)
		g_ptr_array_add(all, (void *)of_layers[i]);
	for (size_t i = 0; i < nb_n_rules; i++)
		g_ptr_array_add(all, (void *)nb_rules[i]->code);
	g_ptr_array_sort(all, compare);
	return all;
}

const struct nb_code *
nb_codes_find(const GPtrArray *all, const char *word)
{
	for (guint i = 0; i < all->len; i++) {
		const struct nb_code *code = all->pdata[i];

		if (g_ascii_strcasecmp(code->id, word) == 0 ||
		    g_str_equal(code->name, word))
			return code;
	}
	return NULL;
}
