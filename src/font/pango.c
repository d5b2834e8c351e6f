#include "font/pango.h"

#include <dlfcn.h>
#include <string.h>

/* The name of a function is also that of its field. */
static bool
find(void *library, const char *name, void *field)
{
	void *function = dlsym(library, name);

	memcpy(field, &function, sizeof(function));
	return function != NULL;
}

/* Types that it has registered must not go away: it is never closed. */
bool
nb_pango_open(struct nb_pango *p)
{
	void *library = dlopen(
	    "libpangoft2-1.0.so.0", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	bool found = library != NULL;

#define NB_PANGO_FIND(name) found = found && find(library, #name, &p->name);
	NB_PANGO(NB_PANGO_FIND)
#undef NB_PANGO_FIND
	return found;
}
