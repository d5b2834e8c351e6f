#include "cli/watch.h"

#include <errno.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { LOOK = 500 }; /* [ms] between looks for folders that are not there */

struct nb_watch {
	int fd;
	GHashTable *folder; /* number -> path */
	GPtrArray *gone;    /* char *: folders that were watched */
	GPtrArray *changed; /* of char * */
};

struct nb_watch *
nb_watch_new(void)
{
	const int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	struct nb_watch *w;

	if (fd < 0)
		return NULL;
	w = g_new(struct nb_watch, 1);
	*w = (struct nb_watch){
		.fd = fd,
		.folder = g_hash_table_new_full(NULL, NULL, NULL, g_free),
		.gone = g_ptr_array_new_with_free_func(g_free),
		.changed = g_ptr_array_new_with_free_func(g_free),
	};
	return w;
}

void
nb_watch_free(struct nb_watch *w)
{
	if (w == NULL)
		return;
	close(w->fd);
	g_hash_table_unref(w->folder);
	g_ptr_array_unref(w->gone);
	g_ptr_array_unref(w->changed);
	g_free(w);
}

static bool
is_gone(const struct nb_watch *w, const char *folder)
{
	return g_ptr_array_find_with_equal_func(
	    w->gone, folder, g_str_equal, NULL);
}

static bool
begin(struct nb_watch *w, const char *folder)
{
	const int number = inotify_add_watch(w->fd, folder,
	    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
		IN_MOVED_TO | IN_MOVE_SELF | IN_ONLYDIR);

	if (number < 0)
		return false;
	if (!g_hash_table_contains(w->folder, GINT_TO_POINTER(number)))
		g_hash_table_insert(
		    w->folder, GINT_TO_POINTER(number), g_strdup(folder));
	return true;
}

bool
nb_watch_folder(struct nb_watch *w, const char *folder)
{
	return is_gone(w, folder) || begin(w, folder);
}

int
nb_watch_fd(const struct nb_watch *w)
{
	return w->fd;
}

/* A file that has only been begun is told of when it is closed. */
static bool
is_news(const struct inotify_event *e)
{
	if (e->len == 0 || e->name[0] == '.')
		return false;
	return (e->mask & IN_CREATE) == 0 || (e->mask & IN_ISDIR) != 0;
}

static void
add_change(struct nb_watch *w, const char *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	if (!g_ptr_array_find_with_equal_func(
		w->changed, path, g_str_equal, NULL))
		g_ptr_array_add(w->changed, g_steal_pointer(&path));
}

/* All that is in a folder: nobody knows what has changed. */
static void
add_folder(struct nb_watch *w, const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
		if (*name != '.')
			add_change(w, folder, name);
}

/* The system tells so much and no more. */
static void
take_overflow(struct nb_watch *w)
{
	GHashTableIter i;
	gpointer folder;

	g_hash_table_iter_init(&i, w->folder);
	while (g_hash_table_iter_next(&i, NULL, &folder))
		add_folder(w, folder);
}

static void
take_event(struct nb_watch *w, const struct inotify_event *e)
{
	const gpointer number = GINT_TO_POINTER(e->wd);
	const char *folder = g_hash_table_lookup(w->folder, number);

	if ((e->mask & IN_Q_OVERFLOW) != 0) {
		take_overflow(w);
	} else if (folder == NULL) {
		return;
	} else if ((e->mask & IN_MOVE_SELF) != 0) {
		(void)inotify_rm_watch(w->fd, e->wd);
	} else if ((e->mask & IN_IGNORED) != 0) {
		add_change(w, folder, NULL);
		g_ptr_array_add(w->gone, g_strdup(folder));
		g_hash_table_remove(w->folder, number);
	} else if (is_news(e)) {
		add_change(w, folder, e->name);
	}
}

void
nb_watch_read(struct nb_watch *w)
{
	_Alignas(struct inotify_event) char bytes[16 << 10];
	ssize_t n;

	while ((n = read(w->fd, bytes, sizeof bytes)) > 0 || errno == EINTR) {
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *e =
			    (const void *)(bytes + at);

			take_event(w, e);
			at += (ssize_t)(sizeof *e + e->len);
		}
	}
}

int
nb_watch_patience(const struct nb_watch *w)
{
	return w->gone->len > 0 ? LOOK : -1;
}

bool
nb_watch_look(struct nb_watch *w)
{
	const guint n = w->gone->len;

	for (guint i = n; i-- > 0;) {
		if (!begin(w, w->gone->pdata[i]))
			continue;
		add_folder(w, w->gone->pdata[i]);
		g_ptr_array_remove_index(w->gone, i);
	}
	return w->gone->len < n;
}

GPtrArray *
nb_watch_take(struct nb_watch *w)
{
	GPtrArray *changed = w->changed;

	w->changed = g_ptr_array_new_with_free_func(g_free);
	return changed;
}
