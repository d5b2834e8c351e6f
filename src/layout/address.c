/*
 * An address is broken behind the marks between its parts rather than within
 * one, and its letters are spread where a line has no other glue.
 */
#include "layout/address.h"

#include <string.h>

static bool
is_ascii(const struct nb_atom *a)
{
	return a->c > ' ' && a->c < 0x7F && a->shaped == NULL;
}

/* What a stretch of ASCII has. */
struct traits {
	bool letter, dot, slash, at;
};

static struct traits
traits_of(const struct nb_atom *a, uint32_t n)
{
	struct traits t = { 0 };

	for (uint32_t i = 0; i < n; i++) {
		t.letter |= nb_is_latin(a[i].c);
		t.dot |= a[i].c == '.';
		t.slash |= a[i].c == '/';
		t.at |= a[i].c == '@';
	}
	return t;
}

/* www.gov.cn/zhengce, https://…, a@b.cn; not km/h, not 1.5. */
static bool
is_address(const struct nb_atom *a, uint32_t n)
{
	const struct traits t = traits_of(a, n);

	return t.letter && t.dot && (t.slash || t.at);
}

void
nb_atoms_find_addresses(struct nb_atoms *atoms)
{
	for (uint32_t i = 0; i < atoms->n;) {
		const uint32_t begin = i;

		while (i < atoms->n && is_ascii(&atoms->atom[i]))
			i++;
		if (i == begin)
			i++;
		else if (is_address(&atoms->atom[begin], i - begin))
			for (uint32_t k = begin; k < i; k++)
				atoms->atom[k].address = true;
	}
}

static bool
is_between(uint32_t c)
{
	return strchr("/?&=.-_#@:,;", (int)c) != NULL;
}

bool
nb_atom_ends_part(const struct nb_atom *a, const struct nb_atom *next)
{
	return is_between(a->c) && !is_between(next->c);
}
