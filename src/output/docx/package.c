/*
 * A document as a zip archive.  Entries have no time, which the library writes
 * as the first that zip knows, in any time zone.
 */
#include "output/docx/package.h"

#include "output/docx/xml.h"

#include <archive.h>
#include <archive_entry.h>

enum { MODE = 0644, BLOCK = 1 };

struct nb_ooxml_package
nb_ooxml_package_new(void)
{
	return (struct nb_ooxml_package){ g_array_new(
	    FALSE, TRUE, sizeof(struct nb_ooxml_part)) };
}

void
nb_ooxml_package_add(struct nb_ooxml_package *p, const char *name,
    const char *type, GString *bytes)
{
	const struct nb_ooxml_part part = { name, type, bytes };

	g_array_append_val(p->part, part);
}

/* What each part is. */
static GString *
write_types(const struct nb_ooxml_package *p)
{
	static const struct {
		const char *suffix, *type;
	} usual[] = {
		{ "png", "image/png" },
		{ "rels",
		    "application/"
		    "vnd.openxmlformats-package.relationships+xml" },
		{ "xml", "application/xml" },
	};
	struct nb_xml *x = nb_xml_new();

	nb_xml_open(x, "Types");
	nb_xml_attr(x, "xmlns",
	    "http://schemas.openxmlformats.org/package/2006/content-types");
	for (size_t i = 0; i < NB_COUNT(usual); i++) {
		nb_xml_open(x, "Default");
		nb_xml_attr(x, "Extension", usual[i].suffix);
		nb_xml_attr(x, "ContentType", usual[i].type);
		nb_xml_close(x);
	}
	for (guint i = 0; i < p->part->len; i++) {
		const struct nb_ooxml_part *part =
		    &g_array_index(p->part, struct nb_ooxml_part, i);
		g_autofree char *name = g_strconcat("/", part->name, NULL);

		if (part->type == NULL)
			continue;
		nb_xml_open(x, "Override");
		nb_xml_attr(x, "PartName", name);
		nb_xml_attr(x, "ContentType", part->type);
		nb_xml_close(x);
	}
	nb_xml_close(x);
	return nb_xml_finish(x);
}

static la_ssize_t
append(struct archive *zip, void *to, const void *bytes, size_t n)
{
	(void)zip;
	g_string_append_len(to, bytes, (gssize)n);
	return (la_ssize_t)n;
}

static bool
add_entry(struct archive *zip, const char *name, const GString *bytes)
{
	struct archive_entry *entry = archive_entry_new();
	bool ok;

	archive_entry_set_pathname(entry, name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, MODE);
	archive_entry_set_size(entry, (la_int64_t)bytes->len);
	ok = archive_write_header(zip, entry) == ARCHIVE_OK &&
	    archive_write_data(zip, bytes->str, bytes->len) ==
		(la_ssize_t)bytes->len;
	archive_entry_free(entry);
	return ok;
}

static bool
write_archive(const struct nb_ooxml_package *p, GString *out)
{
	struct archive *zip = archive_write_new();
	g_autoptr(GString) types = write_types(p);
	bool ok = archive_write_set_format_zip(zip) == ARCHIVE_OK &&
	    archive_write_zip_set_compression_deflate(zip) == ARCHIVE_OK &&
	    archive_write_set_bytes_in_last_block(zip, BLOCK) == ARCHIVE_OK &&
	    archive_write_open(zip, out, NULL, append, NULL) == ARCHIVE_OK &&
	    add_entry(zip, "[Content_Types].xml", types);

	for (guint i = 0; ok && i < p->part->len; i++) {
		const struct nb_ooxml_part *part =
		    &g_array_index(p->part, struct nb_ooxml_part, i);

		ok = add_entry(zip, part->name, part->bytes);
	}
	ok = archive_write_close(zip) == ARCHIVE_OK && ok;
	archive_write_free(zip);
	return ok;
}

enum nb_status
nb_ooxml_package_finish(struct nb_ooxml_package *p, GString *out)
{
	const bool ok = write_archive(p, out);

	for (guint i = 0; i < p->part->len; i++)
		g_string_free(
		    g_array_index(p->part, struct nb_ooxml_part, i).bytes,
		    TRUE);
	g_array_unref(p->part);
	return ok ? NB_OK : NB_FAILED;
}
