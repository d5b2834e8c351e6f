#include "import/zip.h"

#include "base/arena.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>

/* How much a document may hold; what is smaller than NATURAL may be as dense
 * as it likes. */
enum {
	ENTRIES_MAX = 10000,
	PART_MAX = 16 << 20,  /* [byte] */
	NATURAL = 1 << 20,    /* [byte] */
	RATIO_MAX = 200,      /* to the archive */
	PART_LEAST = 1 << 18, /* what looking for a part costs [byte] */
};

/* The next entry with this name. */
static enum nb_zip_fault
seek(struct archive *zip, const char *name, struct archive_entry **ret)
{
	for (unsigned i = 0; i < ENTRIES_MAX; i++) {
		const int status = archive_read_next_header(zip, ret);
		const char *path;

		if (status == ARCHIVE_EOF)
			return NB_ZIP_ABSENT;
		if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
			return NB_ZIP_BROKEN;
		path = archive_entry_pathname_utf8(*ret);
		if (path != NULL && g_ascii_strcasecmp(path, name) == 0)
			return archive_entry_is_encrypted(*ret) ? NB_ZIP_LOCKED
								: NB_ZIP_FINE;
	}
	return NB_ZIP_BLOATED;
}

static enum nb_zip_fault
extract(struct archive *zip, size_t most, GByteArray *to)
{
	guint8 buf[32 * 1024];
	la_ssize_t n;

	while ((n = archive_read_data(zip, buf, sizeof(buf))) > 0) {
		g_byte_array_append(to, buf, (guint)n);
		if (to->len > most)
			return NB_ZIP_BLOATED;
	}
	return n == 0 ? NB_ZIP_FINE : NB_ZIP_BROKEN;
}

/* to: NULL when nothing is to be read. */
static enum nb_zip_fault
open_and_read(
    struct nb_str archive, const char *name, size_t most, GByteArray *to)
{
	const size_t dense = MAX(archive.n * RATIO_MAX, (size_t)NATURAL);
	struct archive *zip = archive_read_new();
	struct archive_entry *entry;
	enum nb_zip_fault fault = NB_ZIP_BROKEN;

	if (zip == NULL)
		nb_out_of_memory();
	if (archive_read_support_format_zip_seekable(zip) == ARCHIVE_OK &&
	    archive_read_open_memory(zip, archive.p, archive.n) == ARCHIVE_OK)
		fault = seek(zip, name, &entry);
	if (fault == NB_ZIP_FINE && to != NULL)
		fault =
		    extract(zip, MIN(MIN(dense, (size_t)PART_MAX), most), to);
	archive_read_free(zip);
	return fault;
}

enum nb_zip_fault
nb_zip_read(struct nb_arena *a, struct nb_str archive, const char *name,
    size_t *left, struct nb_str *ret)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	enum nb_zip_fault fault = NB_ZIP_BLOATED;

	*ret = NB_S("");
	if (*left > 0)
		fault = open_and_read(archive, name, *left, bytes);
	*left -= MIN(*left, MAX(bytes->len, (size_t)PART_LEAST));
	if (fault == NB_ZIP_FINE)
		*ret = nb_arena_str(a,
		    (struct nb_str){ (const char *)bytes->data, bytes->len });
	return fault;
}

enum nb_zip_fault
nb_zip_find(struct nb_str archive, const char *name)
{
	return open_and_read(archive, name, 0, NULL);
}
