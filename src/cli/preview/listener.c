#include "cli/preview/listener.h"

#include <string.h>
#include <sys/types.h>

enum {
	MOST_LISTENERS = 64,
	MOST_BYTES = 1 << 20, /* behind; who does not read is let go */
	BLOCK = 4096,
};

struct nb_listener {
	nb_listeners *all;
	struct MHD_Connection *to;
	GString *left; /* to be sent */
	gboolean waits, closed;
};

static void
wake(struct nb_listener *l)
{
	if (!l->waits)
		return;
	l->waits = FALSE;
	MHD_resume_connection(l->to);
}

/* MHD asks for more bytes; when there are none it is to ask again later. */
static ssize_t
read_left(void *of, uint64_t at, char *to, size_t most)
{
	struct nb_listener *l = of;
	const size_t n = MIN(l->left->len, most);

	(void)at;
	if (l->closed)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (n == 0) {
		l->waits = TRUE;
		MHD_suspend_connection(l->to);
		return 0;
	}
	memcpy(to, l->left->str, n);
	g_string_erase(l->left, 0, (gssize)n);
	return (ssize_t)n;
}

static void
free_listener(void *of)
{
	struct nb_listener *l = of;

	g_queue_remove(l->all, l);
	g_string_free(l->left, TRUE);
	g_free(l);
}

struct MHD_Response *
nb_listener_new(nb_listeners *all, struct MHD_Connection *to)
{
	struct nb_listener *l;

	if (all->length >= MOST_LISTENERS)
		return NULL;
	l = g_new(struct nb_listener, 1);
	*l = (struct nb_listener){
		.all = all,
		.to = to,
		.left = g_string_new("retry: 500\n\n"),
	};
	g_queue_push_tail(all, l);
	return MHD_create_response_from_callback(
	    MHD_SIZE_UNKNOWN, BLOCK, read_left, l, free_listener);
}

void
nb_listeners_tell(nb_listeners *all, const char *message)
{
	for (GList *i = all->head; i != NULL; i = i->next) {
		struct nb_listener *l = i->data;

		if (l->left->len > MOST_BYTES)
			l->closed = TRUE;
		else
			g_string_append(l->left, message);
		wake(l);
	}
}

void
nb_listeners_wake(nb_listeners *all)
{
	for (GList *i = all->head; i != NULL; i = i->next) {
		struct nb_listener *l = i->data;

		l->closed = TRUE;
		wake(l);
	}
}
