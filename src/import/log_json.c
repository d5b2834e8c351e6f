/*
 * import/log_json.c - one line of JSON for every change.
 */
#include "import/log_json.h"

#include "import/raw.h"

#include <glib.h>

static const char *
word_of(enum nb_log_what what)
{
	switch (what) {
	case NB_LOG_REPAIRED:
		return "repaired";
	case NB_LOG_LEFT_OUT:
		return "left-out";
	case NB_LOG_MOVED:
		return "moved";
	case NB_LOG_DOUBT:
		return "doubt";
	}
	NB_UNREACHABLE();
}

static void
put_string(GString *out, struct nb_str s)
{
	g_string_append_c(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		const unsigned char c = (unsigned char)s.p[i];

		if (c == '"' || c == '\\')
			g_string_append_printf(out, "\\%c", c);
		else if (c < 0x20 || c == 0x7F)
			g_string_append_printf(out, "\\u%04x", c);
		else
			g_string_append_c(out, (char)c);
	}
	g_string_append_c(out, '"');
}

static void
put_pair(GString *out, const char *key, struct nb_str value)
{
	g_string_append_printf(out, ", \"%s\": ", key);
	put_string(out, value);
}

void
nb_log_write_json(
    GString *out, const struct nb_raw *raw, const struct nb_import_log *log)
{
	for (uint32_t i = 0; i < log->n; i++) {
		const struct nb_log_entry *e = &log->entry[i];

		g_string_append(out, "{\"file\": ");
		put_string(out, raw->name);
		g_string_append_printf(out, ", \"row\": %u", e->row);
		put_pair(out, "place", nb_str_z(raw->place));
		g_string_append_printf(out, ", \"at\": %u", e->at);
		put_pair(out, "what", nb_str_z(word_of(e->what)));
		put_pair(out, "was", e->was);
		put_pair(out, "now", e->now);
		put_pair(out, "rule", nb_str_z(e->rule));
		put_pair(out, "why", nb_str_z(e->why));
		g_string_append(out, "}\n");
	}
}
