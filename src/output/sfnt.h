/*
 * output/sfnt.h - tables of an OpenType file that is put together by HarfBuzz.
 */
#pragma once

#include <hb.h>
#include <stddef.h>
#include <stdint.h>

/* A big-endian number of 16 or 32 bits. */
void nb_put16(uint8_t *p, int x);
void nb_put32(uint8_t *p, uint32_t x);

/* Adds a table to a builder, which takes the bytes (of g_malloc) over. */
void nb_sfnt_add(hb_face_t *to, hb_tag_t tag, uint8_t *bytes, size_t n);

/* The same table of another face. */
void nb_sfnt_copy(hb_face_t *to, hb_face_t *from, hb_tag_t tag);

/* A writable copy of a table's bytes; *n is 0 when there is none. */
uint8_t *nb_sfnt_bytes(hb_face_t *from, hb_tag_t tag, size_t *n);

/* 'head', which says that offsets in 'loca' have 32 bits. */
void nb_sfnt_add_head(hb_face_t *to, hb_face_t *from);
