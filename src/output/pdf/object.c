#include "output/pdf/object.h"

#include "output/pdf/put.h"

#include <libdeflate.h>
#include <string.h>

enum {
	LEVEL = 6, /* of compression: more costs twice the time for 1 % */
	QUICK = 1,
};

static guint64
position(const struct nb_objects *o)
{
	return o->out->len - o->start;
}

void
nb_objects_begin(struct nb_objects *o, GString *out)
{
	*o = (struct nb_objects){
		.out = out,
		.start = out->len,
		.at = g_array_new(FALSE, TRUE, sizeof(guint64)),
		.hash = g_checksum_new(G_CHECKSUM_MD5),
		.packer = libdeflate_alloc_compressor(LEVEL),
		.quick_packer = libdeflate_alloc_compressor(QUICK),
	};
	if (o->packer == NULL || o->quick_packer == NULL)
		nb_out_of_memory();
	/* four bytes above 127 say that the file is not text */
	g_string_append(out, "%PDF-1.7\n%\xE5\xB9\xB4\xE6\x8A\xA5\n");
}

uint32_t
nb_object_new(struct nb_objects *o)
{
	g_array_set_size(o->at, o->at->len + 1);
	return o->at->len;
}

static guint64 *
place_of(struct nb_objects *o, uint32_t ref)
{
	nb_assert(ref >= 1 && ref <= o->at->len);
	return &g_array_index(o->at, guint64, ref - 1);
}

GString *
nb_object_begin(struct nb_objects *o, uint32_t ref)
{
	guint64 *at = place_of(o, ref);

	nb_assert(*at == 0);
	*at = position(o);
	nb_put_int(o->out, ref);
	g_string_append(o->out, " 0 obj\n");
	return o->out;
}

static void
hash_from(struct nb_objects *o, gsize from)
{
	g_checksum_update(o->hash, (const guchar *)o->out->str + from,
	    (gssize)(o->out->len - from));
}

void
nb_object_end(struct nb_objects *o, uint32_t ref)
{
	g_string_append(o->out, "\nendobj\n");
	hash_from(o, o->start + *place_of(o, ref));
}

/* A stream is told by its sum: fonts are long. */
static void
put_stream(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n, uint32_t sum)
{
	GString *to = nb_object_begin(o, ref);

	g_string_append_printf(to, "<<%s/Length %zu>>stream\n", keys, n);
	hash_from(o, o->start + *place_of(o, ref));
	g_checksum_update(o->hash, (const guchar *)&sum, sizeof(sum));
	g_string_append_len(to, bytes, (gssize)n);
	g_string_append(to, "\nendstream\nendobj\n");
}

void
nb_object_stream_plain(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n)
{
	put_stream(o, ref, keys, bytes, n,
	    GUINT32_TO_LE(libdeflate_crc32(0, bytes, n)));
}

static void
pack(struct nb_objects *o, struct libdeflate_compressor *packer, uint32_t ref,
    const char *keys, const void *bytes, size_t n)
{
	const size_t room = libdeflate_zlib_compress_bound(packer, n);
	g_autofree char *packed = g_malloc(room);
	g_autofree char *more = g_strconcat(keys, "/Filter/FlateDecode", NULL);
	const size_t length =
	    libdeflate_zlib_compress(packer, bytes, n, packed, room);

	nb_assert(length != 0);
	put_stream(o, ref, more, packed, length,
	    GUINT32_TO_LE(libdeflate_crc32(0, bytes, n)));
}

void
nb_object_stream(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n)
{
	pack(o, o->packer, ref, keys, bytes, n);
}

void
nb_object_stream_quick(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n)
{
	pack(o, o->quick_packer, ref, keys, bytes, n);
}

/* Each row has twenty bytes, its end included. */
static void
put_table(struct nb_objects *o)
{
	g_string_append_printf(o->out, "xref\n0 %u\n", o->at->len + 1);
	g_string_append(o->out, "0000000000 65535 f \n");
	for (guint i = 0; i < o->at->len; i++) {
		const guint64 at = *place_of(o, i + 1);

		nb_assert(at != 0);
		g_string_append_printf(
		    o->out, "%010" G_GUINT64_FORMAT " 00000 n \n", at);
	}
}

static void
put_id(struct nb_objects *o)
{
	g_string_append(o->out, "/ID[");
	for (int i = 0; i < 2; i++)
		g_string_append_printf(
		    o->out, "<%s>", g_checksum_get_string(o->hash));
	g_string_append_c(o->out, ']');
}

void
nb_objects_end(struct nb_objects *o, uint32_t root, uint32_t info)
{
	const guint64 table = position(o);

	put_table(o);
	g_string_append_printf(
	    o->out, "trailer\n<</Size %u/Root ", o->at->len + 1);
	nb_put_ref(o->out, root);
	g_string_append(o->out, "/Info ");
	nb_put_ref(o->out, info);
	put_id(o);
	g_string_append_printf(
	    o->out, ">>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", table);
	nb_objects_clear(o);
}

void
nb_objects_clear(struct nb_objects *o)
{
	g_clear_pointer(&o->at, g_array_unref);
	g_clear_pointer(&o->hash, g_checksum_free);
	g_clear_pointer(&o->packer, libdeflate_free_compressor);
	g_clear_pointer(&o->quick_packer, libdeflate_free_compressor);
}
