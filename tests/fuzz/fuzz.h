/*
 * fuzz.h - the function that libFuzzer and replay.c call.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Always 0; what is wrong aborts. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
