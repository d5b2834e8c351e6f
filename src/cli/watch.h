/*
 * cli/watch.h - which files of some folders have been written, moved or taken
 * away.
 *
 * Folders are watched, not files: most editors write a new file and give it
 * the name of the old one.  GFileMonitor would load whatever file system
 * drivers the desktop has, which open connections of their own; so this is
 * inotify, as it is.
 */
#pragma once

#include "base/base.h"

#include <glib.h>

struct nb_watch;

/* [ms] An editor is done with a file when it has been quiet for so long. */
enum { NB_WATCH_QUIET = 40 };

/* NULL with errno set when the system has no more of them. */
struct nb_watch *nb_watch_new(void);
void nb_watch_free(struct nb_watch *w);

/*
 * False with errno set.  A folder that is watched already is left alone, and so
 * is one that has been taken away since: it is looked for.
 */
NB_MUST_USE bool nb_watch_folder(struct nb_watch *w, const char *folder);

/*
 * [ms] to the next look for folders that were taken away, -1: there are none.
 * When one is there again all of its files count as changed.
 */
int nb_watch_patience(const struct nb_watch *w);

/* Looks for them; true when one is there again. */
bool nb_watch_look(struct nb_watch *w);

/* Readable when something has happened: call nb_watch_read. */
int nb_watch_fd(const struct nb_watch *w);
void nb_watch_read(struct nb_watch *w);

/*
 * The paths (char *) since the last call, each once: the folder as it was
 * given and the name in it, hidden ones left out; the folder alone when it has
 * been taken away.  The caller frees.
 */
GPtrArray *nb_watch_take(struct nb_watch *w);
