/*
 * Mends leave most lines as they are, so the next lines that agree are looked
 * for near the place where two versions part, not in all of the text.
 */
#include "cli/udiff.h"

#include "diag/render.h"

#include <string.h>

enum {
	CONTEXT = 3, /* lines around a change */
	FAR = 200,   /* lines that are looked at, of both versions together */
};

/* Lines [old, old + n_old) are [now, now + n_now) in the new version. */
struct change {
	guint old, n_old, now, n_now;
};

struct udiff {
	GArray *old, *now; /* of struct nb_str: lines with their LF */
	GArray *change;    /* of struct change */
	GString *out;
	bool colour;
};

static GArray *
split(struct nb_str s)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct nb_str));

	for (size_t at = 0; at < s.n;) {
		const char *lf = memchr(s.p + at, '\n', s.n - at);
		const size_t end = lf != NULL ? (size_t)(lf - s.p) + 1 : s.n;
		const struct nb_str line = { s.p + at, end - at };

		g_array_append_val(lines, line);
		at = end;
	}
	return lines;
}

static struct nb_str
line_at(const GArray *lines, guint i)
{
	return g_array_index(lines, struct nb_str, i);
}

static bool
agree(const struct udiff *u, guint old, guint now)
{
	return old < u->old->len && now < u->now->len &&
	    nb_str_eq(line_at(u->old, old), line_at(u->now, now));
}

/*
 * How many lines differ on each side from here until two agree: as few as
 * possible, and as many on one side as on the other where there is a choice.
 */
static void
find_agreement(const struct udiff *u, struct change *c)
{
	const guint most_old = u->old->len - c->old;
	const guint most_now = u->now->len - c->now;

	for (guint far = 1; far <= MIN(FAR, most_old + most_now); far++)
		for (guint k = 0; k <= far; k++) {
			/* far / 2 first, then by turns below and above */
			const guint n = far / 2 + (k % 2 ? (k + 1) / 2 : 0) -
			    (k % 2 ? 0 : k / 2);

			if (n > most_old || far - n > most_now ||
			    !agree(u, c->old + n, c->now + far - n))
				continue;
			c->n_old = n;
			c->n_now = far - n;
			return;
		}
	c->n_old = most_old;
	c->n_now = most_now;
}

static void
find_changes(struct udiff *u)
{
	struct change c = { 0 };

	while (c.old < u->old->len || c.now < u->now->len) {
		if (agree(u, c.old, c.now)) {
			c.old++;
			c.now++;
			continue;
		}
		find_agreement(u, &c);
		g_array_append_val(u->change, c);
		c.old += c.n_old;
		c.now += c.n_now;
	}
}

static void
write_line(
    const struct udiff *u, char mark, const char *colour, struct nb_str line)
{
	const bool ends = nb_str_ends(line, NB_S("\n"));

	if (u->colour && *colour != '\0')
		g_string_append(u->out, colour);
	g_string_append_c(u->out, mark);
	g_string_append_len(u->out, line.p, (gssize)(line.n - ends));
	if (u->colour && *colour != '\0')
		g_string_append(u->out, "\033[0m");
	g_string_append_c(u->out, '\n');
	if (!ends)
		g_string_append(u->out, "\\ No newline at end of file\n");
}

static void
write_lines(
    const struct udiff *u, const GArray *lines, guint from, guint n, char mark)
{
	const char *colour = mark == '-' ? "\033[31m"
	    : mark == '+'                ? "\033[32m"
					 : "";

	for (guint i = from; i < from + n; i++)
		write_line(u, mark, colour, line_at(lines, i));
}

/* “12,3”; an empty range stands behind the line before. */
static void
write_range(GString *out, guint from, guint n)
{
	g_string_append_printf(out, "%u", n == 0 ? from : from + 1);
	if (n != 1)
		g_string_append_printf(out, ",%u", n);
}

/* Changes [first, next), which share their context. */
static void
write_hunk(const struct udiff *u, guint first, guint next)
{
	const struct change *c = (const struct change *)u->change->data;
	const struct change *last = &c[next - 1];
	const guint before = MIN(CONTEXT, c[first].old);
	const guint after =
	    MIN(CONTEXT, u->old->len - (last->old + last->n_old));
	guint at = c[first].old - before;

	g_string_append(u->out, u->colour ? "\033[36m@@ -" : "@@ -");
	write_range(u->out, at, last->old + last->n_old + after - at);
	g_string_append(u->out, " +");
	write_range(u->out, c[first].now - before,
	    last->now + last->n_now + after - (c[first].now - before));
	g_string_append(u->out, u->colour ? " @@\033[0m\n" : " @@\n");
	for (guint i = first; i < next; i++) {
		write_lines(u, u->old, at, c[i].old - at, ' ');
		write_lines(u, u->old, c[i].old, c[i].n_old, '-');
		write_lines(u, u->now, c[i].now, c[i].n_now, '+');
		at = c[i].old + c[i].n_old;
	}
	write_lines(u, u->old, at, after, ' ');
}

static void
write_hunks(const struct udiff *u)
{
	const struct change *c = (const struct change *)u->change->data;
	guint first = 0;

	for (guint i = 1; i <= u->change->len; i++)
		if (i == u->change->len ||
		    c[i].old - (c[i - 1].old + c[i - 1].n_old) > 2 * CONTEXT) {
			write_hunk(u, first, i);
			first = i;
		}
}

static void
write_head(const struct udiff *u, const char *mark, const char *name)
{
	g_string_append_printf(
	    u->out, "%s%s ", u->colour ? "\033[1m" : "", mark);
	nb_render_text(u->out, nb_str_z(name));
	g_string_append(u->out, u->colour ? "\033[0m\n" : "\n");
}

void
nb_udiff_write(GString *out, const char *name, struct nb_str old,
    struct nb_str now, bool colour)
{
	struct udiff u = {
		.old = split(old),
		.now = split(now),
		.change = g_array_new(FALSE, FALSE, sizeof(struct change)),
		.out = out,
		.colour = colour,
	};

	find_changes(&u);
	if (u.change->len > 0) {
		write_head(&u, "---", name);
		write_head(&u, "+++", name);
		write_hunks(&u);
	}
	g_array_unref(u.old);
	g_array_unref(u.now);
	g_array_unref(u.change);
}
