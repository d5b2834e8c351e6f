/*
 * output/pdf/content.h - one page as the operators that draw it (ISO 32000-1,
 * 8, 9, 14.6).
 */
#pragma once

#include "output/pdf/embed.h"
#include "output/pdf/structure.h"

/*
 * Everything is marked: part of an element or artifact.  Glyphs stand within
 * 1/1000 em of where they should.
 */
void nb_content_put(GString *to, const struct nb_pages *pages, uint32_t page,
    const struct nb_embeds *fonts, struct nb_structure *s);
