/*
 * fuzz.h - the function that libFuzzer and replay.c call; what it works with.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct nb_data;

/* Loaded once; the fonts only where setup.sh has been. */
const struct nb_data *fuzz_data(void);

/* Always 0; what is wrong aborts. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
