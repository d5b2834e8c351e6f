#include "output/pdf/object.h"

#include "output/pdf/put.h"

#include <libdeflate.h>
#include <string.h>

enum {
	LEVEL = 1,   /* of compression: 6 costs twice the time for 4 % */
	GROUP = 200, /* objects in a stream of them, */
	GROUP_SIZE = 1 << 16, /* which must be read for one [byte] */
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
		.place = g_array_new(FALSE, TRUE, sizeof(struct nb_place)),
		.packer = libdeflate_alloc_compressor(LEVEL),
		.group = g_string_new(NULL),
		.index = g_string_new(NULL),
	};
	if (o->packer == NULL)
		nb_out_of_memory();
	nb_sha256_begin(&o->hash);
	/* four bytes above 127 say that the file is not text */
	g_string_append(out, "%PDF-1.7\n%\xE5\xB9\xB4\xE6\x8A\xA5\n");
}

uint32_t
nb_object_new(struct nb_objects *o)
{
	g_array_set_size(o->place, o->place->len + 1);
	return o->place->len;
}

static struct nb_place *
place_of(struct nb_objects *o, uint32_t ref)
{
	nb_assert(ref >= 1 && ref <= o->place->len);
	return &g_array_index(o->place, struct nb_place, ref - 1);
}

static void
set_place(struct nb_objects *o, uint32_t ref, struct nb_place place)
{
	struct nb_place *p = place_of(o, ref);

	nb_assert(p->kind == NB_PLACE_NONE);
	*p = place;
}

static void
put_stream(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n)
{
	set_place(o, ref,
	    (struct nb_place){ .kind = NB_PLACE_FILE, .at = position(o) });
	g_string_append_printf(
	    o->out, "%u 0 obj\n<<%s/Length %zu>>stream\n", ref, keys, n);
	g_string_append_len(o->out, bytes, (gssize)n);
	g_string_append(o->out, "\nendstream\nendobj\n");
}

/* A stream is told by its sum: fonts are long. */
static void
hash_stream(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n)
{
	const uint32_t known[] = { GUINT32_TO_LE(ref), GUINT32_TO_LE(n),
		GUINT32_TO_LE(libdeflate_crc32(0, bytes, n)) };

	nb_sha256_add(&o->hash, known, sizeof(known));
	nb_sha256_add(&o->hash, keys, strlen(keys));
}

void
nb_object_stream_plain(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n)
{
	hash_stream(o, ref, keys, bytes, n);
	put_stream(o, ref, keys, bytes, n);
}

static void
put_packed(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n)
{
	g_autofree char *more = g_strconcat(keys, "/Filter/FlateDecode", NULL);

	put_stream(o, ref, more, bytes, n);
}

static void
pack(struct nb_objects *o, uint32_t ref, const char *keys, const void *bytes,
    size_t n)
{
	const size_t room = libdeflate_zlib_compress_bound(o->packer, n);
	g_autofree char *packed = g_malloc(room);
	const size_t length =
	    libdeflate_zlib_compress(o->packer, bytes, n, packed, room);

	nb_assert(length != 0);
	put_packed(o, ref, keys, packed, length);
}

void
nb_object_stream(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n)
{
	hash_stream(o, ref, keys, bytes, n);
	pack(o, ref, keys, bytes, n);
}

void
nb_object_stream_packed(struct nb_objects *o, uint32_t ref, const char *keys,
    struct nb_bytes bytes, struct nb_bytes packed)
{
	hash_stream(o, ref, keys, bytes.p, bytes.n);
	put_packed(o, ref, keys, packed.p, packed.n);
}

/* The stream of objects is complete. */
static void
end_group(struct nb_objects *o)
{
	g_autofree char *keys = NULL;

	if (o->n_group == 0)
		return;
	keys = g_strdup_printf(
	    "/Type/ObjStm/N %u/First %zu", o->n_group, (size_t)o->index->len);
	g_string_append_len(o->index, o->group->str, (gssize)o->group->len);
	nb_sha256_add(&o->hash, o->index->str, o->index->len);
	pack(o, o->group_ref, keys, o->index->str, o->index->len);
	g_string_truncate(o->index, 0);
	g_string_truncate(o->group, 0);
	o->n_group = 0;
}

GString *
nb_object_begin(struct nb_objects *o, uint32_t ref)
{
	if (o->n_group == GROUP || o->group->len > GROUP_SIZE)
		end_group(o);
	if (o->n_group == 0)
		o->group_ref = nb_object_new(o);
	set_place(o, ref,
	    (struct nb_place){ NB_PLACE_GROUP, o->group_ref, o->n_group++ });
	nb_put_int(o->index, ref);
	g_string_append_c(o->index, ' ');
	nb_put_int(o->index, (int64_t)o->group->len);
	g_string_append_c(o->index, ' ');
	return o->group;
}

void
nb_object_end(struct nb_objects *o, uint32_t ref)
{
	nb_assert(place_of(o, ref)->kind == NB_PLACE_GROUP);
	g_string_append_c(o->group, '\n');
}

static void
add_row(GByteArray *to, enum nb_place_kind kind, uint64_t first, uint32_t last)
{
	nb_assert(first <= UINT32_MAX);
	nb_bytes_add(to, kind, 1);
	nb_bytes_add(to, (uint32_t)first, 4);
	nb_bytes_add(to, last, 2);
}

/*
 * Rows of a kind and two numbers; the first is that of no object.  The table's
 * own is still missing.
 */
static GByteArray *
make_table(struct nb_objects *o)
{
	GByteArray *table = g_byte_array_new();

	add_row(table, NB_PLACE_NONE, 0, UINT16_MAX);
	for (guint i = 1; i <= o->place->len; i++) {
		const struct nb_place *p = place_of(o, i);

		nb_assert(p->kind != NB_PLACE_NONE);
		if (p->kind == NB_PLACE_FILE)
			add_row(table, p->kind, p->at, 0);
		else
			add_row(table, p->kind, p->group, (uint32_t)p->at);
	}
	return table;
}

/* What a trailer says, and what the rows are made of. */
static GString *
make_trailer(struct nb_objects *o, uint32_t root, uint32_t info)
{
	g_autofree char *id = nb_sha256_end(&o->hash);
	GString *to = g_string_new("/Type/XRef/W[1 4 2]/Size ");

	nb_put_int(to, o->place->len + 1);
	g_string_append(to, "/Root ");
	nb_put_ref(to, root);
	g_string_append(to, "/Info ");
	nb_put_ref(to, info);
	g_string_append_printf(to, "/ID[<%.32s><%.32s>]", id, id);
	return to;
}

void
nb_objects_end(struct nb_objects *o, uint32_t root, uint32_t info)
{
	g_autoptr(GByteArray) table = NULL;
	g_autoptr(GString) keys = NULL;
	uint64_t at;
	uint32_t ref;

	end_group(o);
	at = position(o);
	table = make_table(o);
	add_row(table, NB_PLACE_FILE, at, 0);
	ref = nb_object_new(o);
	keys = make_trailer(o, root, info);
	pack(o, ref, keys->str, table->data, table->len);
	g_string_append_printf(
	    o->out, "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", at);
	nb_objects_clear(o);
}

void
nb_objects_clear(struct nb_objects *o)
{
	g_clear_pointer(&o->place, g_array_unref);
	g_clear_pointer(&o->packer, libdeflate_free_compressor);
	if (o->group != NULL)
		g_string_free(g_steal_pointer(&o->group), TRUE);
	if (o->index != NULL)
		g_string_free(g_steal_pointer(&o->index), TRUE);
}
