#include "output/pdf/attach.h"

#include "output/pdf/metadata.h"
#include "output/pdf/object.h"
#include "output/pdf/put.h"

static const char *const relations[] = {
	[NB_RELATION_SOURCE] = "/Source",
	[NB_RELATION_DATA] = "/Data",
	[NB_RELATION_SUPPLEMENT] = "/Supplement",
};

/* The file itself.  Its date is that of the report: there is no clock. */
static uint32_t
write_bytes(const struct nb_pages *pages, struct nb_objects *o,
    const struct nb_attached *file)
{
	const uint32_t ref = nb_object_new(o);
	g_autofree char *sum = g_compute_checksum_for_data(
	    G_CHECKSUM_MD5, (const guchar *)file->bytes.p, file->bytes.n);
	g_autoptr(GString) keys = g_string_new("/Type/EmbeddedFile/Subtype");

	nb_put_name(keys, nb_str_z(file->mime));
	g_string_append_printf(
	    keys, "/Params<</Size %zu/CheckSum<%s>", file->bytes.n, sum);
	if (nb_metadata_is_dated(pages->date))
		nb_metadata_put_date(keys, "/ModDate", pages->date);
	g_string_append(keys, ">>");
	nb_object_stream(o, ref, keys->str, file->bytes.p, file->bytes.n);
	return ref;
}

static void
write_spec(struct nb_objects *o, uint32_t ref, const struct nb_attached *file,
    uint32_t bytes)
{
	GString *to = nb_object_begin(o, ref);

	g_string_append(to, "<</Type/Filespec/F");
	nb_put_text(to, file->name);
	g_string_append(to, "/UF");
	nb_put_text(to, file->name);
	g_string_append(to, "/Desc");
	nb_put_text(to, file->title);
	g_string_append_printf(to,
	    "/AFRelationship%s/EF<</F %u 0 R/UF %u 0 R>>>>",
	    relations[file->relation], bytes, bytes);
	nb_object_end(o, ref);
}

uint32_t *
nb_attach_write(const struct nb_pages *pages, struct nb_objects *o)
{
	uint32_t *spec = g_new0(uint32_t, pages->n_attached);

	for (uint32_t i = 0; i < pages->n_attached; i++) {
		const struct nb_attached *file = &pages->attached[i];
		const uint32_t bytes = write_bytes(pages, o, file);

		spec[i] = nb_object_new(o);
		write_spec(o, spec[i], file, bytes);
	}
	return spec;
}

/*
 * The names of a tree are sorted by their bytes (7.9.6).  These are counted,
 * so that they are in the order of the files.
 */
void
nb_attach_put(GString *to, const struct nb_pages *pages, const uint32_t *spec)
{
	if (pages->n_attached == 0)
		return;
	g_string_append(to, "/AF[");
	for (uint32_t i = 0; i < pages->n_attached; i++)
		nb_put_ref(to, spec[i]);
	g_string_append(to, "]/Names<</EmbeddedFiles<</Names[");
	for (uint32_t i = 0; i < pages->n_attached; i++) {
		g_string_append_printf(to, "(%04u)", i + 1);
		nb_put_ref(to, spec[i]);
	}
	g_string_append(to, "]>>>>");
}
