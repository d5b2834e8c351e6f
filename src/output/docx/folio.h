/*
 * output/docx/folio.h - what stands below the 版心: folios (GB/T 9704-2012
 * 7.5), the lower rules of a 信函 (10.1).
 */
#pragma once

#include "output/docx/write.h"

/* From the lower edge of the paper to the folio. */
nb_len nb_ooxml_folio_edge(const struct nb_template *t);

/* w:footerReference of a section. */
void nb_ooxml_refer_folios(
    struct nb_ooxml *x, const struct nb_ooxml_section *section);

/* The parts, once all sections are written; the relations to them. */
void nb_ooxml_add_folios(struct nb_ooxml *x);
void nb_ooxml_relate_folios(
    const struct nb_ooxml *x, struct nb_xml *to, const char *type);
