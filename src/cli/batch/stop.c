#include "cli/batch/stop.h"

#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

static sigset_t
signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	return set;
}

void
nb_stop_begin(struct nb_stop *s)
{
	const sigset_t set = signals();

	*s = (struct nb_stop){ .fd = -1 };
	pthread_sigmask(SIG_BLOCK, &set, &s->before);
	s->fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (s->fd < 0)
		pthread_sigmask(SIG_SETMASK, &s->before, NULL);
}

void
nb_stop_end(struct nb_stop *s)
{
	if (s->fd < 0)
		return;
	close(s->fd);
	pthread_sigmask(SIG_SETMASK, &s->before, NULL);
}

/* Workers keep the signals blocked: the next one reaches this thread. */
bool
nb_stop_asked(struct nb_stop *s)
{
	struct signalfd_siginfo what;

	if (!s->asked && s->fd >= 0 &&
	    read(s->fd, &what, sizeof(what)) == (ssize_t)sizeof(what)) {
		s->asked = true;
		pthread_sigmask(SIG_SETMASK, &s->before, NULL);
	}
	return s->asked;
}
