/*
 * import/repair_marks.c - half-width marks in Chinese text become full-width
 * ones.
 *
 * The web often folded every mark of a page, so the text around is asked and
 * not the marks.  Times, numbers, addresses and Latin phrases keep theirs.
 */
#include "import/passes.h"

#include "base/beside.h"
#include "import/patch.h"

#include <glib.h>
#include <string.h>

static const struct nb_repair_rule rule = {
	"half-width-mark",
	"中文里的半角标点改成全角",
};

/* A line, and which of its bytes will be full-width marks. */
struct line {
	struct nb_str s;
	bool *full;
	bool chinese; /* has Han characters at all */
};

/* The end of an address of the network that begins here, or `at`. */
static size_t
address_end(struct nb_str s, size_t at)
{
	static const char *const begins[] = { "http://", "https://", "ftp://",
		"www." };
	const struct nb_str rest = nb_str_from(s, at);
	size_t end = at;

	if (at == s.n || (s.p[at] != 'h' && s.p[at] != 'f' && s.p[at] != 'w'))
		return at;
	for (size_t i = 0; i < NB_COUNT(begins) && end == at; i++)
		if (nb_str_starts(rest, nb_str_z(begins[i])))
			end += strlen(begins[i]);
	if (end == at)
		return at;
	while (end < s.n && s.p[end] > ' ' && s.p[end] < 0x7F)
		end++;
	while (strchr(",:;?!)", s.p[end - 1]) != NULL)
		end--;
	return end;
}

/* The next character that is no plain blank; 0 at the ends. */
static uint32_t
seen_before(struct nb_str s, size_t at, size_t *where)
{
	while (at > 0 && s.p[at - 1] == ' ')
		at--;
	if (at == 0)
		return 0;
	*where = at;
	return nb_utf8_prev(s, where);
}

static uint32_t
seen_after(struct nb_str s, size_t at, size_t *where)
{
	while (at < s.n && s.p[at] == ' ')
		at++;
	*where = at;
	return at < s.n ? nb_char_after(s, at) : 0;
}

static bool
has_chinese(struct nb_str s)
{
	for (size_t at = 0; at < s.n;)
		if (nb_is_cjk(nb_utf8_next(s, &at)))
			return true;
	return false;
}

/* Whether the bracket at [open, close] belongs to Chinese text. */
static bool
is_chinese_pair(struct nb_str s, size_t open, size_t close)
{
	const struct nb_str inner = nb_str_sub(s, open + 1, close - open - 1);
	size_t where;
	const uint32_t before = seen_before(s, open, &where);

	if (has_chinese(inner) || nb_is_cjk(before))
		return true;
	if (nb_is_latin(before) || nb_is_digit(before))
		return false;
	return nb_is_cjk(seen_after(s, close + 1, &where));
}

/* A bracket whose other half is on another line, or lost: “一)”. */
static bool
is_chinese_half(struct nb_str s, size_t at)
{
	return s.p[at] == '(' ? nb_is_cjk(nb_char_after(s, at + 1))
			      : nb_is_han(nb_char_before(s, at));
}

static void
mark_brackets(struct line *l)
{
	g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(size_t));
	const struct nb_str s = l->s;

	for (size_t at = 0; at < s.n; at++) {
		at = MAX(at, address_end(s, at));
		if (at == s.n)
			break;
		if (s.p[at] == '(') {
			l->full[at] = is_chinese_half(s, at);
			g_array_append_val(open, at);
		} else if (s.p[at] == ')' && open->len > 0) {
			const size_t o =
			    g_array_index(open, size_t, open->len - 1);

			l->full[o] = l->full[at] = is_chinese_pair(s, o, at);
			g_array_set_size(open, open->len - 1);
		} else if (s.p[at] == ')') {
			l->full[at] = is_chinese_half(s, at);
		}
	}
}

/* 矛盾?查: a character was lost, and the mark is all that is left. */
static bool
is_lost(struct nb_str s, size_t at)
{
	const uint32_t after = nb_char_after(s, at + 1);

	return s.p[at] == '?' && nb_is_han(nb_char_before(s, at)) &&
	    !nb_asks_before(s, at) &&
	    (nb_is_han(after) || (after >= 'a' && after <= 'z') ||
		after == '?');
}

/* Between two that are not Chinese: 1,013 19:40 Word, Excel 98%,95%. */
static bool
is_foreign_point(char point, uint32_t before, uint32_t after)
{
	return !(before == '%' && after != 0 && (point == ',' || point == ';'));
}

static bool
is_chinese_point(const struct line *l, size_t at)
{
	const struct nb_str s = l->s;
	size_t left = 0, right;
	const uint32_t before = seen_before(s, at, &left);
	const uint32_t after = seen_after(s, at + 1, &right);

	if (is_lost(s, at))
		return false;
	if (nb_is_cjk(before) || (before == ')' && l->full[left]))
		return true;
	if (nb_is_cjk(after) || (after == '(' && l->full[right]))
		return true;
	if (before == 0 || !l->chinese)
		return false;
	if (after == 0)
		return !(s.p[at] == ':' && nb_is_digit(before));
	return !is_foreign_point(s.p[at], before, after);
}

static void
mark_points(struct line *l)
{
	for (size_t at = 0; at < l->s.n; at++) {
		at = MAX(at, address_end(l->s, at));
		if (at < l->s.n && l->s.p[at] != '\0' &&
		    strchr(",:;?!", l->s.p[at]) != NULL)
			l->full[at] = is_chinese_point(l, at);
	}
}

void
nb_repair_marks(struct nb_patch *p)
{
	const struct nb_str s = nb_patch_text(p);
	g_autofree bool *full = g_new0(bool, s.n + 1);
	struct line l = { s, full, nb_str_han(s) > 0 };

	mark_brackets(&l);
	mark_points(&l);
	for (size_t at = 0; at < s.n; at++)
		if (full[at])
			nb_patch_edit(
			    p, at, at + 1, nb_full_width_mark(s.p[at]), &rule);
	nb_patch_apply(p);
}
