/*
 * output/pdf/object.h - the objects of a PDF 1.7 file: where each begins, what
 * is in it, and the table that tells (ISO 32000-1, 7.5).
 *
 * An object is a number until it is written; all that are given out must be.
 * Those that are no streams stand together in streams of objects, which makes
 * them a third as long.
 * What is in the file decides its /ID: there is no clock and no chance in it.
 */
#pragma once

#include "base/sha256.h"
#include "output/pdf/bytes.h"

struct libdeflate_compressor;

enum nb_place_kind { NB_PLACE_NONE, NB_PLACE_FILE, NB_PLACE_GROUP };

/* Where an object is: `at` in the file, or the `at`th of a stream. */
struct nb_place {
	enum nb_place_kind kind;
	uint32_t group; /* the stream's number */
	uint64_t at;
};

struct nb_objects {
	GString *out;          /* the file */
	gsize start;           /* of the file in out [byte] */
	GArray *place;         /* struct nb_place of each object */
	struct nb_sha256 hash; /* of all that was written */
	struct libdeflate_compressor *packer;
	GString *group, *index; /* the stream of objects to come, and where in
				   it each begins */
	uint32_t group_ref;     /* its number */
	uint32_t n_group;       /* objects in it */
};

/* Writes the header behind what is in out, which must outlive o. */
void nb_objects_begin(struct nb_objects *o, GString *out);

/* Writes table and trailer, and frees what o has. */
void nb_objects_end(struct nb_objects *o, uint32_t root, uint32_t info);

/* Frees what o has without more ado: nothing can come of it. */
void nb_objects_clear(struct nb_objects *o);

/* A number. */
uint32_t nb_object_new(struct nb_objects *o);

/* Between the two goes the object into the string that comes back. */
GString *nb_object_begin(struct nb_objects *o, uint32_t ref);
void nb_object_end(struct nb_objects *o, uint32_t ref);

/* A stream; keys: of its dictionary, without those of its length. */
void nb_object_stream(struct nb_objects *o, uint32_t ref, const char *keys,
    const void *bytes, size_t n);

/* The same, of bytes that someone has packed. */
void nb_object_stream_packed(struct nb_objects *o, uint32_t ref,
    const char *keys, struct nb_bytes bytes, struct nb_bytes packed);

/* The same, to be read by whoever knows no filter. */
void nb_object_stream_plain(struct nb_objects *o, uint32_t ref,
    const char *keys, const void *bytes, size_t n);
