/*
 * source/reader.h - bytes of any origin become a nb_text, a nb_text becomes
 * nodes.
 *
 * UTF-8 and UTF-16 with or without BOM, GB18030/GBK and Big5 are read; what
 * was converted is reported (G01).  Limits: 16 MiB, 64 levels, no aliases.
 */
#pragma once

#include "base/text.h"

struct nb_arena;
struct nb_diags;
struct nb_node;

enum { NB_SOURCE_MAX = 16 * 1024 * 1024 }; /* [byte] */

/*
 * Reads a file as text.  NB_FAILED with a finding (A01-A03) when it cannot be
 * opened, is too large or is no text; *ret is then an empty text.
 */
NB_MUST_USE enum nb_status nb_source_open(struct nb_arena *a, const char *path,
    struct nb_diags *d, const struct nb_text **ret);

/*
 * The two halves of nb_source_open: all bytes of a file, “-” is standard
 * input, but no more than `most`; and bytes as a text.
 */
NB_MUST_USE enum nb_status nb_source_read(struct nb_arena *a, const char *path,
    size_t most, struct nb_diags *d, struct nb_str *ret);
NB_MUST_USE enum nb_status nb_source_use(struct nb_arena *a, const char *path,
    struct nb_str bytes, struct nb_diags *d, const struct nb_text **ret);

/* Decodes bytes that are already in memory.  Always gives a text. */
const struct nb_text *nb_source_text(struct nb_arena *a, struct nb_str name,
    struct nb_str bytes, struct nb_diags *d);

/*
 * The same for a file of the program's own, which a test has found to be plain
 * YAML: nothing in it is forgiven, and that is faster.
 */
const struct nb_node *nb_source_yaml_own(
    struct nb_arena *a, const struct nb_text *t, struct nb_diags *d);

/* Parses YAML.  Always gives a node; all mistakes of one run are findings. */
const struct nb_node *
nb_source_yaml(struct nb_arena *a, const struct nb_text *t, struct nb_diags *d);
