#include "part/whole.h"

#include <glib.h>
#include <link.h>
#include <string.h>

/* [at, at + n * size) lies in the file. */
static bool
is_inside(const GMappedFile *file, uint64_t at, uint64_t n, uint64_t size)
{
	const gsize all = g_mapped_file_get_length((GMappedFile *)file);

	return at <= all && n * size <= all - at;
}

/* The segments, of which the file holds what is loaded. */
static bool
has_segments(GMappedFile *file, const ElfW(Ehdr) * header)
{
	const char *bytes = g_mapped_file_get_contents(file);

	if (header->e_phentsize != sizeof(ElfW(Phdr)) ||
	    !is_inside(
		file, header->e_phoff, header->e_phnum, header->e_phentsize))
		return false;
	for (unsigned i = 0; i < header->e_phnum; i++) {
		ElfW(Phdr) segment;

		memcpy(&segment, bytes + header->e_phoff + i * sizeof(segment),
		    sizeof(segment));
		if (!is_inside(file, segment.p_offset, 1, segment.p_filesz))
			return false;
	}
	return true;
}

bool
nb_part_is_whole(const char *path)
{
	g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
	ElfW(Ehdr) header;

	if (file == NULL || !is_inside(file, 0, 1, SELFMAG) ||
	    memcmp(g_mapped_file_get_contents(file), ELFMAG, SELFMAG) != 0)
		return true;
	if (!is_inside(file, 0, 1, sizeof(header)))
		return false;
	memcpy(&header, g_mapped_file_get_contents(file), sizeof(header));
	return has_segments(file, &header) &&
	    is_inside(file, header.e_shoff, header.e_shnum, header.e_shentsize);
}
