/*
 * base/base.h - attributes, assertions, counting.  May be used everywhere.
 *
 * nb_assert and NB_UNREACHABLE are for our own mistakes only and stay on in
 * release builds; a user's mistake is a finding (diag/diag.h).
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NB_MUST_USE __attribute__((warn_unused_result))
#define NB_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define NB_NORETURN __attribute__((noreturn))

#define NB_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define nb_assert(x) ((x) ? (void)0 : nb_bug(__FILE__, __LINE__, #x))
#define NB_UNREACHABLE() nb_bug(__FILE__, __LINE__, "unreachable")

/* What the environment (a file, a font, the disk) did to us. */
enum nb_status {
	NB_OK,
	NB_FAILED, /* a finding says why */
};

/* Says where our mistake is and aborts. */
NB_NORETURN void nb_bug(const char *file, int line, const char *what);

/* The one place where running out of memory ends. */
NB_NORETURN void nb_out_of_memory(void);
