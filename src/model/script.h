/*
 * model/script.h - 字形 of a report that does not say it.
 */
#pragma once

#include "model/report.h"

struct nb_node;

/*
 * Traditional when many of the hanzi the author wrote are outside GB 2312.
 * Keys are always Simplified and do not count.
 */
enum nb_script nb_script_guess(const struct nb_node *root);
