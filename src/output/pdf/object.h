/*
 * output/pdf/object.h - the objects of a PDF 1.7 file: where each begins, what
 * is in it, and the table that tells (ISO 32000-1, 7.5).
 *
 * An object is a number until it is written; all that are given out must be.
 * What is in the file decides its /ID: there is no clock and no chance in it.
 */
#pragma once

#include "base/base.h"

#include <glib.h>

struct libdeflate_compressor;

struct nb_objects {
	GString *out;    /* the file */
	gsize start;     /* of the file in out [byte] */
	GArray *at;      /* guint64: of each object in the file; 0: not yet */
	GChecksum *hash; /* of all that was written */
	struct libdeflate_compressor *packer, *quick_packer;
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

/*
 * The same for what hardly gets smaller, such as fonts: 1 % more bytes in half
 * the time.
 */
void nb_object_stream_quick(struct nb_objects *o, uint32_t ref,
    const char *keys, const void *bytes, size_t n);

/* The same, to be read by whoever knows no filter. */
void nb_object_stream_plain(struct nb_objects *o, uint32_t ref,
    const char *keys, const void *bytes, size_t n);
