/*
 * layout/attach_list.h - 附件说明 (GB/T 9704-2012 7.3.4).
 */
#pragma once

#include "layout/galley.h"
#include "layout/sentence.h"
#include "model/section.h"

/*
 * One empty line below the text, 2 字 from the left: “附件：” and the name, or
 * the names behind “1.”, turnover under a name's first character.
 */
void nb_attach_list_set(struct nb_galley *g, const struct nb_names *names);

/* A name without a mark at its end. */
struct nb_sentence
nb_attach_list_name(const struct nb_galley *g, const struct nb_prose *name);
