/*
 * data.c - what the program brings along, for the fuzz targets.
 */
#include "fuzz.h"

#include "cli/data.h"

const struct nb_data *
fuzz_data(void)
{
	static struct nb_data data;

	if (data.arena != NULL)
		return &data;
	nb_data_init(&data);
	nb_assert(nb_data_outline(&data, NULL) == NB_OK);
	nb_assert(nb_data_han_words(&data) == NB_OK);
	nb_assert(nb_data_lexicon(&data, NULL) == NB_OK);
	nb_assert(nb_data_vocabulary(&data) == NB_OK);
	nb_assert(nb_data_template(&data, NULL) == NB_OK);
	nb_assert(nb_data_web(&data) == NB_OK);
	if (nb_data_fonts(&data) != NB_OK)
		data.fonts = NULL;
	return &data;
}
