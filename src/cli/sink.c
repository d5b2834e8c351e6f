#include "cli/sink.h"

#include "diag/render.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LEAST_CELLS = 60, USUAL_CELLS = 80, MOST_CELLS = 120 };

/* https://no-color.org: set and not empty means no colour. */
static bool
wants_colour(int fd)
{
	const char *no = g_getenv("NO_COLOR");
	const char *term = g_getenv("TERM");

	return isatty(fd) && (no == NULL || *no == '\0') &&
	    g_strcmp0(term, "dumb") != 0;
}

void
nb_sink_init(struct nb_sink *s, int fd)
{
	*s = (struct nb_sink){ .fd = fd, .colour = wants_colour(fd) };
}

unsigned
nb_sink_cells(const struct nb_sink *s)
{
	struct winsize size = { 0 };

	if (!isatty(s->fd) || ioctl(s->fd, TIOCGWINSZ, &size) != 0 ||
	    size.ws_col == 0)
		return USUAL_CELLS;
	return CLAMP(size.ws_col, LEAST_CELLS, MOST_CELLS);
}

/* n bytes, all of them or until the first error; later calls do nothing. */
static void
write_all(struct nb_sink *s, const char *p, size_t n)
{
	while (n > 0 && !s->closed && s->error == 0) {
		ssize_t done = write(s->fd, p, n);

		if (done >= 0) {
			p += done;
			n -= (size_t)done;
		} else if (errno == EPIPE) {
			s->closed = true;
		} else if (errno != EINTR) {
			s->error = errno;
		}
	}
}

void
nb_sink_string(struct nb_sink *s, const GString *text)
{
	write_all(s, text->str, text->len);
}

void
nb_sink_printf(struct nb_sink *s, const char *fmt, ...)
{
	g_autofree char *text = NULL;
	va_list ap;

	va_start(ap, fmt);
	text = g_strdup_vprintf(fmt, ap);
	va_end(ap);
	write_all(s, text, strlen(text));
}

void
nb_sink_line_v(
    struct nb_sink *s, const char *before, const char *fmt, va_list ap)
{
	g_autofree char *text = g_strdup_vprintf(fmt, ap);
	g_autoptr(GString) line = g_string_new(before);

	nb_render_text(line, nb_str_z(text));
	g_string_append_c(line, '\n');
	nb_sink_string(s, line);
}

void
nb_sink_line(struct nb_sink *s, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	nb_sink_line_v(s, NULL, fmt, ap);
	va_end(ap);
}

void
nb_sink_name(struct nb_sink *s, bool apart, const char *path)
{
	if (apart)
		nb_sink_printf(s, "\n");
	nb_sink_line(s, "【%s】", path);
}
