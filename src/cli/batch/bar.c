#include "cli/batch/bar.h"

#include <unistd.h>

static const int64_t second = 1000000, quiet = 2000000, pause_us = 200000;

enum { CELLS = 24 };

void
nb_bar_init(struct nb_bar *p, struct nb_sink *to, uint32_t total)
{
	*p = (struct nb_bar){
		.to = to,
		.total = total,
		.began = g_get_monotonic_time(),
		.on = isatty(to->fd),
	};
}

static void
add_time(GString *out, int64_t seconds)
{
	if (seconds >= 3600)
		g_string_append_printf(out, "%d 小时 ", (int)(seconds / 3600));
	if (seconds >= 60)
		g_string_append_printf(out, "%d 分 ", (int)(seconds / 60 % 60));
	g_string_append_printf(out, "%d 秒", (int)(seconds % 60));
}

void
nb_bar_line(GString *out, uint32_t done, uint32_t total, int64_t elapsed)
{
	const unsigned full =
	    total == 0 ? 0 : (unsigned)((uint64_t)done * CELLS / total);
	const double rate =
	    elapsed > 0 ? (double)done * (double)second / (double)elapsed : 0;

	g_string_append_c(out, '[');
	for (unsigned i = 0; i < CELLS; i++)
		g_string_append_c(out, i < full ? '#' : '.');
	g_string_append_printf(out, "] %u/%u 份", done, total);
	if (rate <= 0)
		return;
	g_string_append_printf(out, "，每秒 %.1f 份，还要 ", rate);
	add_time(out, (int64_t)((double)(total - done) / rate + 0.5));
}

void
nb_bar_step(struct nb_bar *p, uint32_t done)
{
	const int64_t now = p->on ? g_get_monotonic_time() : 0;
	g_autoptr(GString) line = NULL;

	if (!p->on || now - p->began < quiet || now - p->drawn < pause_us)
		return;
	line = g_string_new("\r");
	nb_bar_line(line, done, p->total, now - p->began);
	g_string_append(line, "\033[K");
	nb_sink_string(p->to, line);
	p->drawn = now;
	p->shown = true;
}

void
nb_bar_hide(struct nb_bar *p)
{
	if (p->shown)
		nb_sink_printf(p->to, "\r\033[K");
	p->shown = false;
	p->drawn = 0;
}
