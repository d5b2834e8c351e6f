/*
 * Everything happens in one thread: a browser asks, a file changes, a document
 * that waits is read, the user has had enough.
 */
#include "cli/preview/preview.h"

#include "cli/args.h"
#include "cli/batch/stop.h"
#include "cli/data.h"
#include "cli/preview/server.h"
#include "cli/show.h"
#include "cli/typeset.h"
#include "cli/watch.h"
#include "output/output.h"

#include <poll.h>
#include <string.h>

enum { SIGN_OF_LIFE = 10000 }; /* [ms] */

struct preview {
	struct nb_cli *cli;
	struct nb_desk desk;
	struct nb_server *server;
	struct nb_watch *watch;
	struct nb_stop stop;
	gint64 quiet; /* [µs] when files will have been quiet, or 0 */
	gint64 life;  /* [µs] when a sign of life is due */
	bool waiting; /* some document is to be read */
};

/* A folder that cannot be watched is told of once, and shown all the same. */
static void
watch_folders(struct preview *p)
{
	g_autoptr(GPtrArray) folders = nb_desk_folders(&p->desk);

	for (guint i = 0; p->watch != NULL && i < folders->len; i++) {
		if (nb_watch_folder(p->watch, folders->pdata[i]))
			continue;
		nb_cli_complain(p->cli,
		    "文件夹“%s”里的改动看不到，改了要重新运行本命令",
		    (const char *)folders->pdata[i]);
	}
}

/* [ms] until something is due. */
static int
time_left(const struct preview *p)
{
	const gint64 now = g_get_monotonic_time();
	const gint64 due = p->quiet > 0 ? MIN(p->quiet, p->life) : p->life;
	const int server = nb_server_wait(p->server);
	const int look = p->watch != NULL ? nb_watch_patience(p->watch) : -1;
	int ms = (int)(MAX(due - now, 0) / 1000 + 1);

	if (p->waiting)
		ms = 0;
	if (look >= 0)
		ms = MIN(ms, look);
	return server >= 0 ? MIN(ms, server) : ms;
}

static void
take_changes(struct preview *p)
{
	g_autoptr(GPtrArray) changed = nb_watch_take(p->watch);

	p->quiet = 0;
	watch_folders(p); /* first: what comes into a new one is seen, too */
	if (nb_desk_touch(&p->desk, changed)) {
		watch_folders(p);
		p->waiting = true;
	}
}

/* One document that waits; who looks is told of it. */
static void
read_next(struct preview *p)
{
	const guint named = p->desk.named->len;
	const struct nb_desk_doc *doc = nb_desk_look(&p->desk);

	p->waiting = doc != NULL;
	if (doc != NULL)
		nb_server_tell(p->server, doc->row);
	if (p->desk.named->len > named)
		watch_folders(p);
}

static void
step(struct preview *p)
{
	struct pollfd fd[] = {
		{ .fd = nb_server_fd(p->server), .events = POLLIN },
		{ .fd = p->stop.fd, .events = POLLIN },
		{ .fd = p->watch != NULL ? nb_watch_fd(p->watch) : -1,
		    .events = POLLIN },
	};
	gint64 now;

	(void)poll(fd, NB_COUNT(fd), time_left(p));
	now = g_get_monotonic_time();
	if (fd[2].revents != 0) {
		nb_watch_read(p->watch);
		p->quiet = now + NB_WATCH_QUIET * 1000;
	} else if (p->quiet > 0 && now >= p->quiet) {
		take_changes(p);
	} else if (p->watch != NULL && nb_watch_look(p->watch)) {
		p->quiet = now + NB_WATCH_QUIET * 1000;
	}
	nb_server_run(p->server);
	if (p->waiting)
		read_next(p);
	if (now >= p->life) {
		nb_server_tell(p->server, NULL);
		p->life = now + SIGN_OF_LIFE * 1000;
	}
}

static bool
read_port(struct nb_cli *cli, const char *word, uint16_t *ret)
{
	guint64 port = 0;

	if (word != NULL &&
	    !g_ascii_string_to_unsigned(word, 10, 1, 65535, &port, NULL)) {
		nb_cli_complain(
		    cli, "--port 要写 1 到 65535 之间的数，不是“%s”", word);
		return false;
	}
	*ret = (uint16_t)port;
	return true;
}

static void
serve(struct preview *p)
{
	p->watch = nb_watch_new();
	if (p->watch == NULL)
		nb_cli_complain(
		    p->cli, "看不到文件的改动，改了要重新运行本命令");
	watch_folders(p);
	p->waiting = true;
	nb_stop_begin(&p->stop);
	nb_sink_printf(&p->cli->out, "%s\n", nb_server_address(p->server));
	nb_sink_printf(&p->cli->err,
	    "请用浏览器打开上面的地址（只有本机打得开）；"
	    "看完了按 Ctrl-C 结束\n");
	while (!nb_stop_asked(&p->stop))
		step(p);
	nb_stop_end(&p->stop);
	nb_watch_free(p->watch);
}

static enum nb_exit
preview(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_data *data, const struct nb_show *show)
{
	struct preview p = { .cli = cli };
	enum nb_exit status = NB_EXIT_FAILED;
	uint16_t port;

	if (!read_port(cli, args->port, &port))
		return status;
	if (nb_desk_init(&p.desk, cli, data, show, args->operand[0])) {
		p.server = nb_server_new(cli, &p.desk, data->dir, port);
		if (p.server != NULL) {
			serve(&p);
			status = NB_EXIT_OK;
		}
		nb_server_free(p.server);
	}
	nb_desk_clear(&p.desk);
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_data data;
	struct nb_show show;
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	if (nb_show_init(&show, cli, args) &&
	    nb_typeset_open(&data, cli, args, nb_output_find("svg")))
		status = preview(cli, args, &data, &show);
	nb_show_clear(&show);
	nb_data_clear(&data);
	return status;
}

const struct nb_live_part nb_live_part = {
	.part.version = NB_VERSION,
	.run = run,
};
