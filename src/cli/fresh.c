#include "cli/fresh.h"

#include "base/arena.h"
#include "cli/args.h"
#include "cli/show.h"
#include "output/file.h"

enum nb_exit
nb_fresh_write(
    struct nb_cli *cli, const struct nb_args *args, struct nb_str yaml)
{
	const char *path = args->out != NULL ? args->out : "-";
	struct nb_arena *arena;
	struct nb_diags d;
	enum nb_status status;

	if (!args->force && !g_str_equal(path, "-") &&
	    g_file_test(path, G_FILE_TEST_EXISTS)) {
		nb_cli_complain(
		    cli, "“%s”已经有了，没有动它；要换掉，请加 --force", path);
		return NB_EXIT_FAILED;
	}
	arena = nb_arena_new();
	nb_diags_init(&d, arena);
	status = nb_file_write(path, yaml.p, yaml.n, &d);
	nb_show_trouble(cli, &d);
	nb_arena_free(arena);
	return status == NB_OK ? NB_EXIT_OK : NB_EXIT_FAILED;
}
