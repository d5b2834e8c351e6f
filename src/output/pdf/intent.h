/*
 * output/pdf/intent.h - what the colours of a file are: those of sRGB (IEC
 * 61966-2-1), black among them.
 */
#pragma once

#include <stdint.h>

struct nb_objects;

/* Writes the output intent with its profile. */
uint32_t nb_intent_write(struct nb_objects *o);
