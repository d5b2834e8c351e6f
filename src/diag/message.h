/*
 * diag/message.h - the words of a finding.
 */
#pragma once

#include "base/str.h"

#include <stdarg.h>

struct nb_arena;

/*
 * What fmt puts in “ ” are words of somebody else; marks of quotation among
 * them become ‘ ’, and those within them “ ” (GB/T 15834—2011, 4.8.3).  Marks
 * that stand there without words are what is spoken of, and stay.
 */
struct nb_str
nb_message(struct nb_arena *a, const char *fmt, va_list ap) NB_PRINTF(2, 0);
