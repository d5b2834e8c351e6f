/*
 * cli/preview/desk.h - the documents that are looked at, as they are now.
 *
 * Of every document the desk keeps a row; pages only of the few that were
 * looked at last.
 */
#pragma once

#include "cli/load.h"
#include "layout/frame.h"

#include <glib.h>

struct nb_cli;
struct nb_locator;
struct nb_show;

enum nb_desk_state {
	NB_DESK_WAITING, /* not looked at since it changed */
	NB_DESK_READ,
	NB_DESK_UNREAD, /* it cannot be read */
	NB_DESK_OTHER,  /* found in a folder, and no report */
	NB_DESK_GONE,
};

struct nb_desk_doc {
	char *path, *name; /* name: for people */
	char *sheet; /* its 审核意见, as a full path; need not be there */
	char *place; /* path from the root, by which it is known */
	char *real;  /* the same, or of what it is a link to */
	uint32_t number;  /* in the desk, from 0, for ever */
	uint32_t changes; /* how often it has changed */
	enum nb_desk_state state;
	bool news;   /* nb_desk_look has not given it since it changed */
	bool listed; /* it was asked for, or has been a report */
	char *row;   /* JSON, or NULL while it waits */
};

/* A document with its pages. */
struct nb_desk_sheet {
	struct nb_desk_doc *of;
	struct nb_document doc;
	const struct nb_pages *pages; /* NULL when it cannot be read */
	const char *refusal;          /* why render would not write it */
	struct nb_locator *locator;
};

struct nb_desk {
	struct nb_cli *cli;
	const struct nb_data *data; /* with outline, template and fonts */
	const struct nb_show *show;
	char *folder;     /* or NULL: one file */
	GPtrArray *doc;   /* of struct nb_desk_doc */
	GQueue sheet;     /* of struct nb_desk_sheet, the last one first */
	GPtrArray *named; /* char *: files that sheets draw on */
	struct nb_desk_doc *shown; /* is looked at first, or NULL */
};

/* path: a file or a folder.  False: the user has been told. */
NB_MUST_USE bool nb_desk_init(struct nb_desk *desk, struct nb_cli *cli,
    const struct nb_data *data, const struct nb_show *show, const char *path);
void nb_desk_clear(struct nb_desk *desk);

/* NULL when there is none of that number. */
struct nb_desk_doc *nb_desk_at(const struct nb_desk *desk, uint64_t number);

/*
 * The document as it is now.  The sheet stays until some others have been
 * opened, or its file changes.
 */
struct nb_desk_sheet *
nb_desk_open(struct nb_desk *desk, struct nb_desk_doc *doc);

/*
 * Opens one that has changed, whoever may have opened it meanwhile; NULL when
 * all of them have been given.
 */
struct nb_desk_doc *nb_desk_look(struct nb_desk *desk);

/*
 * Something has happened to these paths (char *).  Documents that are touched
 * wait; new ones are taken in.  False when nothing is touched.
 */
bool nb_desk_touch(struct nb_desk *desk, const GPtrArray *paths);

/*
 * The folders (char *), from the root, that documents stand in, that their
 * folder holds, and of what they draw on.
 */
GPtrArray *nb_desk_folders(const struct nb_desk *desk);
