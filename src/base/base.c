#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>

void
nb_bug(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: 程序自身的错误：%s\n", file, line, what);
	abort();
}

void
nb_out_of_memory(void)
{
	fputs("内存不足\n", stderr);
	exit(2);
}
