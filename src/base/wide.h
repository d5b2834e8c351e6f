/*
 * base/wide.h - an integer that holds the product of two figures of 17 digits.
 */
#pragma once

__extension__ typedef __int128 nb_wide;
