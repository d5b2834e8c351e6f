#include "cli/watch.h"

#include <errno.h>
#include <sys/inotify.h>
#include <unistd.h>

struct nb_watch {
	int fd;
	GHashTable *folder; /* number -> path */
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
	g_ptr_array_unref(w->changed);
	g_free(w);
}

bool
nb_watch_folder(struct nb_watch *w, const char *folder)
{
	const int number = inotify_add_watch(w->fd, folder,
	    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
		IN_MOVED_TO | IN_ONLYDIR);

	if (number < 0)
		return false;
	if (!g_hash_table_contains(w->folder, GINT_TO_POINTER(number)))
		g_hash_table_insert(
		    w->folder, GINT_TO_POINTER(number), g_strdup(folder));
	return true;
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
take_event(struct nb_watch *w, const struct inotify_event *e)
{
	const char *folder =
	    g_hash_table_lookup(w->folder, GINT_TO_POINTER(e->wd));
	g_autofree char *path = NULL;

	if (folder == NULL || !is_news(e))
		return;
	path = g_build_filename(folder, e->name, NULL);
	if (!g_ptr_array_find_with_equal_func(
		w->changed, path, g_str_equal, NULL))
		g_ptr_array_add(w->changed, g_steal_pointer(&path));
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

GPtrArray *
nb_watch_take(struct nb_watch *w)
{
	GPtrArray *changed = w->changed;

	w->changed = g_ptr_array_new_with_free_func(g_free);
	return changed;
}
