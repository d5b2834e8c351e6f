/*
 * cli/batch/stop.h - being asked to stop: Ctrl-C, and what a cluster sends.
 */
#pragma once

#include "base/base.h"

#include <signal.h>

struct nb_stop {
	int fd;
	sigset_t before;
	bool asked;
};

/*
 * From here on a first SIGINT, SIGTERM or SIGHUP only makes nb_stop_asked say
 * so; the next one ends the program as ever.  Before any thread is started.
 */
void nb_stop_begin(struct nb_stop *s);
void nb_stop_end(struct nb_stop *s);

/* Does not wait. */
bool nb_stop_asked(struct nb_stop *s);
