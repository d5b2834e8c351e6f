/*
 * import/passes.h - the passes over a line.  For repair*.c only.
 */
#pragma once

struct nb_patch;

/* Compatibility characters, full-width letters, odd blanks. */
void nb_repair_characters(struct nb_patch *p);

/* 行政复(fù)议 */
void nb_repair_pinyin(struct nb_patch *p);

/* , : ; ? ! ( ) in Chinese text. */
void nb_repair_marks(struct nb_patch *p);

/* Blanks that are none of the text. */
void nb_repair_blanks(struct nb_patch *p);

/* Lost and damaged characters, which nobody can repair. */
void nb_repair_doubts(struct nb_patch *p);
