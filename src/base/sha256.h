/*
 * base/sha256.h - SHA-256 of bytes in memory.
 *
 * A batch hashes all that it reads and writes; GLib takes longer for that than
 * everything else of ours does.
 */
#pragma once

#include "base/str.h"

/* In 64 hexadecimal digits; for g_free. */
char *nb_sha256(struct nb_str bytes);
