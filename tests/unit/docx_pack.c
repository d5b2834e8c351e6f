#include "docx_pack.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static const char mark[] = "=== ";

static void
add_part(struct archive *zip, const char *name, struct nb_str text)
{
	struct archive_entry *entry = archive_entry_new();

	archive_entry_set_pathname(entry, name);
	archive_entry_set_size(entry, (la_int64_t)text.n);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0644);
	if (archive_write_header(zip, entry) == ARCHIVE_OK)
		archive_write_data(zip, text.p, text.n);
	archive_entry_free(entry);
}

/* The parts of s, each up to the next mark. */
static void
add_parts(struct archive *zip, struct nb_str s)
{
	if (!nb_str_starts(s, nb_str_z(mark))) {
		add_part(zip, "word/document.xml", s);
		return;
	}
	while (s.n > 0) {
		const size_t end =
		    MIN(nb_str_find(s, NB_S("\n=== "), 0), s.n - 1) + 1;
		const size_t line = MIN(nb_str_find(s, NB_S("\n"), 0), end);
		g_autofree char *name = g_strndup(
		    s.p + strlen(mark), MAX(line, strlen(mark)) - strlen(mark));

		if (name[0] != '\0' && line < end)
			add_part(
			    zip, name, nb_str_sub(s, line + 1, end - line - 1));
		s = nb_str_from(s, end);
	}
}

static la_ssize_t
append(struct archive *zip, void *out, const void *bytes, size_t n)
{
	(void)zip;
	g_string_append_len(out, bytes, (gssize)n);
	return (la_ssize_t)n;
}

GString *
docx_pack(struct nb_str text, bool deflate)
{
	GString *out = g_string_new(NULL);
	struct archive *zip = archive_write_new();

	archive_write_set_format_zip(zip);
	if (deflate)
		archive_write_zip_set_compression_deflate(zip);
	else
		archive_write_zip_set_compression_store(zip);
	archive_write_set_bytes_in_last_block(zip, 1);
	archive_write_open2(zip, out, NULL, append, NULL, NULL);
	add_parts(zip, text);
	archive_write_close(zip);
	archive_write_free(zip);
	return out;
}
