#include "cli/again.h"

#include "cli/args.h"
#include "cli/batch/stop.h"
#include "cli/folder.h"
#include "cli/target.h"
#include "cli/watch.h"

#include <errno.h>
#include <poll.h>

/* What is read from a pipe does not change, what is written there stays. */
static bool
is_of_files(struct nb_cli *cli, const struct nb_args *args)
{
	bool piped = args->out != NULL && nb_target_is_stdout(args->out);

	for (unsigned i = 0; i < args->n_operands; i++)
		piped |= nb_target_is_stdout(args->operand[i]);
	if (piped)
		nb_cli_complain(
		    cli, "--watch 要写文件名，不能用标准输入、标准输出");
	return !piped;
}

static bool
watch_folder_of(struct nb_cli *cli, struct nb_watch *w, const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);

	if (nb_watch_folder(w, folder))
		return true;
	nb_cli_complain(cli, "看不到文件夹“%s”里的改动：%s", folder,
	    errno == ENOSPC ? "系统能看的文件夹数用完了"
			    : "没有这个文件夹，或没有权限");
	return false;
}

/* The folders of the operands, and of the files that they are links to. */
static bool
watch_operands(
    struct nb_cli *cli, struct nb_watch *w, const struct nb_args *args)
{
	bool ok = true;

	for (unsigned i = 0; ok && i < args->n_operands; i++) {
		g_autofree char *real = nb_target_canonical(args->operand[i]);

		ok = watch_folder_of(cli, w, args->operand[i]) &&
		    watch_folder_of(cli, w, real);
	}
	return ok;
}

/* The first of them, or NULL. */
static const char *
find_yaml(const GPtrArray *changed)
{
	static const char *const yaml[] = { ".yaml", ".yml", NULL };

	for (guint i = 0; i < changed->len; i++)
		if (nb_folder_has_suffix(changed->pdata[i], yaml))
			return changed->pdata[i];
	return NULL;
}

/* True when something has changed and is quiet; false when asked to stop. */
static bool
wait_for_change(struct nb_watch *w, struct nb_stop *stop)
{
	struct pollfd fd[] = {
		{ .fd = nb_watch_fd(w), .events = POLLIN },
		{ .fd = stop->fd, .events = POLLIN },
	};

	for (bool heard = false;;) {
		const int ms = heard ? NB_WATCH_QUIET : nb_watch_patience(w);
		const int n = poll(fd, NB_COUNT(fd), ms);

		if (nb_stop_asked(stop))
			return false;
		if (n == 0 && heard)
			return true;
		if (fd[0].revents != 0) {
			nb_watch_read(w);
			heard = true;
		}
		heard |= nb_watch_look(w);
	}
}

static void
go_on(struct nb_cli *cli, struct nb_watch *w, nb_again_work *work, void *of)
{
	struct nb_stop stop;

	nb_stop_begin(&stop);
	nb_sink_printf(&cli->err, "改了文件就再排一次；按 Ctrl-C 结束\n");
	while (wait_for_change(w, &stop)) {
		g_autoptr(GPtrArray) changed = nb_watch_take(w);

		const char *path = find_yaml(changed);
		g_autofree char *name = NULL;

		if (path == NULL)
			continue;
		name = g_path_get_basename(path);
		nb_sink_printf(&cli->err, "\n");
		nb_sink_line(&cli->err, "——“%s”改了——", name);
		(void)work(of);
	}
	nb_stop_end(&stop);
}

enum nb_exit
nb_again(struct nb_cli *cli, const struct nb_args *args, nb_again_work *work,
    void *of)
{
	enum nb_exit status = NB_EXIT_FAILED;
	struct nb_watch *w;

	if (!is_of_files(cli, args))
		return status;
	w = nb_watch_new();
	if (w == NULL)
		nb_cli_complain(
		    cli, "看不到文件的改动：同时运行的 --watch 太多了");
	else if (watch_operands(cli, w, args)) {
		(void)work(of);
		go_on(cli, w, work, of);
		status = NB_EXIT_OK;
	}
	nb_watch_free(w);
	return status;
}
