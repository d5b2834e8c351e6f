#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/help.h"
#include "cli/nearest.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

const struct nb_cmd *const nb_cmds[] = {
	&nb_cmd_check,
	&nb_cmd_fix,
	&nb_cmd_render,
	&nb_cmd_review,
	&nb_cmd_preview,
	&nb_cmd_batch,
	&nb_cmd_merge,
	&nb_cmd_verify,
	&nb_cmd_conform,
	&nb_cmd_ledger,
	&nb_cmd_diff,
	&nb_cmd_new,
	&nb_cmd_next,
	&nb_cmd_import,
	&nb_cmd_fonts,
	&nb_cmd_explain,
	&nb_cmd_list,
	&nb_cmd_schema,
};
const size_t nb_n_cmds = NB_COUNT(nb_cmds);

void
nb_cli_complain(struct nb_cli *cli, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	nb_sink_line_v(&cli->err, "nianbao: ", fmt, ap);
	va_end(ap);
}

static const struct nb_cmd *
find(const char *name)
{
	for (size_t i = 0; i < nb_n_cmds; i++) {
		if (g_str_equal(nb_cmds[i]->name, name))
			return nb_cmds[i];
	}
	return NULL;
}

static void
complain_no_command(struct nb_cli *cli, const char *word)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	if (*word == '-') {
		nb_cli_complain(cli,
		    "不认识的选项“%s”；选项要写在命令后面，用法见 "
		    "nianbao --help",
		    word);
		return;
	}
	if (g_file_test(word, G_FILE_TEST_IS_REGULAR)) {
		nb_cli_complain(
		    cli, "缺少命令：要查这个文件，请写 nianbao check %s", word);
		return;
	}
	for (size_t i = 0; i < nb_n_cmds; i++)
		g_ptr_array_add(names, (void *)nb_cmds[i]->name);
	nb_nearest_complain(cli, "这个命令", word, names);
}

/* argv[0] is the name of the command. */
static enum nb_exit
run_command(struct nb_cli *cli, const struct nb_cmd *cmd, char **argv)
{
	struct nb_args args;
	enum nb_exit status = NB_EXIT_FAILED;

	if (nb_args_parse(cli, cmd, argv, &args)) {
		if (args.help) {
			nb_help_command(&cli->out, cmd);
			status = NB_EXIT_OK;
		} else {
			status = cmd->run(cli, &args);
		}
	}
	nb_args_clear(&args);
	return status;
}

/* “nianbao help check” is “nianbao check --help”. */
static enum nb_exit
run_help(struct nb_cli *cli, const char *name)
{
	const struct nb_cmd *cmd = name != NULL ? find(name) : NULL;

	if (cmd != NULL) {
		nb_help_command(&cli->out, cmd);
	} else if (name == NULL) {
		nb_help_program(&cli->out);
	} else {
		complain_no_command(cli, name);
		return NB_EXIT_FAILED;
	}
	return NB_EXIT_OK;
}

static enum nb_exit
dispatch(struct nb_cli *cli, char **word)
{
	const struct nb_cmd *cmd;

	if (word[0] == NULL) {
		nb_help_program(&cli->err);
		return NB_EXIT_FAILED;
	}
	if (g_str_equal(word[0], "--version")) {
		nb_sink_printf(&cli->out, "nianbao %s\n", NB_VERSION);
		return NB_EXIT_OK;
	}
	if (g_str_equal(word[0], "help") || g_str_equal(word[0], "--help") ||
	    g_str_equal(word[0], "-h"))
		return run_help(cli, word[1]);
	cmd = find(word[0]);
	if (cmd != NULL)
		return run_command(cli, cmd, word);
	complain_no_command(cli, word[0]);
	return NB_EXIT_FAILED;
}

/*
 * A caller may have closed the standard descriptors; a file opened later
 * must not take their place and receive what is said there.
 */
static void
hold_standard_descriptors(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

/* What was said did not arrive. */
static void
complain_unsaid(struct nb_cli *cli)
{
	int error = cli->out.error;

	if (error == ENOSPC || error == EDQUOT || error == EFBIG)
		nb_cli_complain(cli, "标准输出写不进去：磁盘已满");
	else
		nb_cli_complain(cli, "标准输出写不进去：系统错误 %d", error);
}

int
nb_cli_main(int argc, char **argv)
{
	struct nb_cli cli;
	enum nb_exit status;

	nb_assert(argc >= 0);
	hold_standard_descriptors();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	nb_sink_init(&cli.out, STDOUT_FILENO);
	nb_sink_init(&cli.err, STDERR_FILENO);
	status = dispatch(&cli, argc > 0 ? argv + 1 : argv);
	if (cli.out.error == 0)
		return (int)status;
	complain_unsaid(&cli);
	return NB_EXIT_FAILED;
}
