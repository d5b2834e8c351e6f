#include "style/web.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"
#include "style/codes.h"
#include "style/entry.h"
#include "style/template_read.h"

#include <glib.h>

static const struct {
	const char *path;
	size_t offset;
} words[] = {
#define WORD(path, field) \
	{ \
		path, offsetof(struct nb_web, field) \
	}
	WORD("名目/标题", title),
	WORD("名目/机关", organ),
	WORD("名目/文号", number),
	WORD("名目/成文日期", issued),
	WORD("名目/公开日期", published),
	WORD("名目/索引号", index),
	WORD("名目/主题分类", topic),
	WORD("名目/主题词", keyword),
	WORD("名目/公开方式", access),
	WORD("名目/内容概述", summary),
	WORD("公开方式/主动公开", access_word[NB_ACCESS_OPEN]),
	WORD("公开方式/依申请公开", access_word[NB_ACCESS_REQUEST]),
	WORD("公开方式/不予公开", access_word[NB_ACCESS_CLOSED]),
	WORD("说明/一栏", box),
	WORD("说明/表", table),
	WORD("目录", contents),
	WORD("无题", untitled),
#undef WORD
};

static struct nb_str *
word_at(struct nb_web *web, size_t i)
{
	return (struct nb_str *)(void *)((char *)web + words[i].offset);
}

static const struct nb_text *
open_file(struct nb_arena *a, const char *folder, const char *name,
    struct nb_diags *d)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	const struct nb_text *text;

	return nb_source_open(a, path, d, &text) == NB_OK ? text : NULL;
}

static void
refuse(struct nb_diags *d, const struct nb_node *at, const char *path,
    const char *want)
{
	nb_diag_add(d, &nb_code_H01, at->span, "网页模板的“%s”%s", path, want);
}

static void
read_words(const struct nb_node *root, struct nb_web *web, struct nb_diags *d)
{
	const struct nb_node *least = nb_entry_find(root, "目录至少");
	struct nb_str rest;
	double n;

	for (size_t i = 0; i < NB_COUNT(words); i++) {
		const struct nb_node *node = nb_entry_find(root, words[i].path);

		*word_at(web, i) = nb_entry_value(node);
		if (word_at(web, i)->n == 0)
			refuse(d, node != NULL ? node : root, words[i].path,
			    "没有写");
	}
	if (least == NULL ||
	    !nb_entry_number(nb_entry_value(least), &n, &rest) || rest.n != 0 ||
	    !(n >= 1 && n <= INT16_MAX))
		refuse(d, least != NULL ? least : root, "目录至少",
		    "要写一个整数");
	else
		web->contents_least = (int)n;
}

static const struct nb_words_key lists[] = {
	NB_WORDS_KEY("", "密级除外", nb_web, harmless),
	NB_WORDS_KEY("", "附注", nb_web, closed),
};

static void
read_lists(struct nb_arena *a, const struct nb_node *root, struct nb_web *web,
    struct nb_diags *d)
{
	const struct nb_node *node = nb_entry_find(root, "不上网");
	const struct nb_words_file f = { a, d, "网页模板", &nb_code_H01,
		&nb_code_H01 };

	if (node != NULL)
		nb_words_read_map(&f, node, lists, NB_COUNT(lists), web);
	if (web->harmless.n == 0 || web->closed.n == 0)
		refuse(d, node != NULL ? node : root, "不上网",
		    "要有密级除外、附注两列词");
}

static void
fold(struct nb_arena *a, const struct nb_node *root, struct nb_web *web,
    struct nb_diags *d)
{
	const struct nb_node *list = nb_entry_find(root, "繁体");
	const struct nb_node *wrong = list == NULL ? root : nb_fold_wrong(list);
	struct nb_web *made = nb_new(a, struct nb_web);

	if (wrong != NULL) {
		refuse(d, wrong, "繁体", "每项应是两个字：简体、繁体");
		return;
	}
	*made = *web;
	for (size_t i = 0; i < NB_COUNT(words); i++)
		*word_at(made, i) = nb_fold(a, list, *word_at(web, i));
	made->harmless = nb_fold_words(a, list, &web->harmless);
	made->closed = nb_fold_words(a, list, &web->closed);
	web->traditional = made;
}

/* “</” would end the <style>, or be taken for it. */
static void
read_css(const struct nb_text *css, struct nb_web *web, struct nb_diags *d)
{
	const size_t at = nb_str_find(css->bytes, NB_S("</"), 0);

	web->css = nb_str_trim(css->bytes);
	if (at != SIZE_MAX)
		nb_diag_add(d, &nb_code_H01,
		    (struct nb_span){ css, (uint32_t)at, (uint32_t)at + 2 },
		    "网页的样式里不能有“</”");
}

const struct nb_web *
nb_web_load(struct nb_arena *a, const char *folder, struct nb_diags *d)
{
	const struct nb_text *text = open_file(a, folder, "web.yaml", d);
	const struct nb_text *css = open_file(a, folder, "style.css", d);
	struct nb_web *web = nb_new(a, struct nb_web);
	const unsigned errors = d->n[NB_ERROR];
	const struct nb_node *root;

	if (text == NULL || css == NULL)
		return NULL;
	root = nb_source_yaml(a, text, d);
	read_words(root, web, d);
	read_lists(a, root, web, d);
	read_css(css, web, d);
	fold(a, root, web, d);
	return d->n[NB_ERROR] == errors ? web : NULL;
}

const struct nb_web *
nb_web_in(const struct nb_web *web, enum nb_script script)
{
	return script == NB_SCRIPT_TRADITIONAL ? web->traditional : web;
}
