/*
 * import/buttons.h - words of a page that one presses or that count its
 * readers: 打印, 关闭, 【大 中 小】, 浏览次数.
 */
#pragma once

#include "base/str.h"

struct nb_vocabulary;

/* Whether every word between blanks, bars and brackets is one. */
bool nb_buttons_only(const struct nb_vocabulary *words, struct nb_str plain);

/* Where those at the end begin, with their brackets; or its length. [byte] */
size_t
nb_buttons_at_end(const struct nb_vocabulary *words, struct nb_str plain);
