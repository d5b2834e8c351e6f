/*
 * style/web.h - what a web page shows beside the document: names of metadata,
 * words for who cannot see it, its look.  From the folder templates/web-page.
 *
 * Lives in the style arena, const.
 */
#pragma once

#include "model/report.h"
#include "style/words.h"

struct nb_arena;
struct nb_diags;

struct nb_web {
	struct nb_str title, organ, number, issued, published; /* 名目 */
	struct nb_str index, topic, keyword, access, summary;
	struct nb_str access_word[NB_ACCESS_CLOSED + 1]; /* 公开方式 */
	struct nb_str box, table;                        /* 说明 */
	struct nb_str contents, untitled;
	int contents_least;       /* entries of the 目录 */
	struct nb_words harmless; /* in place of a 密级, of what is open */
	struct nb_words closed; /* in 附注, of what is not to be published */
	struct nb_str css;      /* fit to stand in a <style> */
	const struct nb_web *traditional; /* the same words in 繁体 */
};

/* NULL with findings when the folder's files cannot be used. */
const struct nb_web *
nb_web_load(struct nb_arena *a, const char *folder, struct nb_diags *d);

/* What goes with a document of this script. */
const struct nb_web *nb_web_in(const struct nb_web *web, enum nb_script script);
