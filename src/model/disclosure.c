#include "model/disclosure.h"

#include "model/keys.h"

struct nb_str
nb_access_word(enum nb_access access)
{
	return nb_choice_word(
	    nb_key_find(&nb_object_disclosure, NB_S("公开方式"))->choice,
	    access);
}

struct nb_str
nb_disclosure_keywords(struct nb_arena *a, const struct nb_disclosure *d)
{
	return d == NULL
	    ? NB_S("")
	    : nb_prose_join(a, d->keyword.name, d->keyword.n, ", ");
}
