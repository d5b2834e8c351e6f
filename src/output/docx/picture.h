/*
 * output/docx/picture.h - a chart as a picture: drawn by the draw part, in the
 * line of a paragraph of its own.
 */
#pragma once

#include "output/docx/write.h"

/* A paragraph with the picture; its caption below. */
void nb_ooxml_figure(struct nb_ooxml *x, const struct nb_ms_figure *f);

/* w:drawing. */
void nb_ooxml_write_picture(struct nb_xml *to, const struct nb_ooxml_run *run);

/* The relation and the part of a picture, from 1; the caller frees. */
char *nb_ooxml_picture_relation(unsigned picture);
char *nb_ooxml_picture_part(unsigned picture);
