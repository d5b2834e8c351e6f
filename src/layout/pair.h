/*
 * layout/pair.h - what two neighbours do to each other: 标点挤压 and 禁则.
 */
#pragma once

#include "layout/atom.h"

/*
 * Sets glue and break cost behind every atom.
 *
 * Two neighbouring marks give up half an em (clreq, 标点挤压); a mark's blank
 * half may be squeezed; a Latin word has a quarter em to Han, a number none.
 * Breaks: GB/T 15834-2011 5.1 (行首行末禁则), and costs of the template.
 */
void nb_atoms_pair(struct nb_atoms *atoms, const struct nb_break_style *style);
