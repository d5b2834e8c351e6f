/*
 * import/furniture.h - what a web site puts around an article: buttons, the
 * path to the page, and the box with 索引号, 发布机构, 成文日期 …
 */
#pragma once

#include "import/draft.h"
#include "import/raw.h"

struct nb_vocabulary;

/*
 * The lines of the article alone.  What the box says goes into the draft, what
 * is left out into the log.
 */
struct nb_raw nb_furniture(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_draft *draft,
    struct nb_import_log *log);
