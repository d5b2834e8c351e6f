/*
 * main.c - argv to cli/, nothing else.
 */
#include "cli/cli.h"

int
main(int argc, char **argv)
{
	return nb_cli_main(argc, argv);
}
