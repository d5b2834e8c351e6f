/*
 * import/next_figures.c - 指标 of the old year become those to compare with.
 */
#include "import/next_parts.h"

#include "base/arena.h"
#include "model/keys.h"
#include "source/write.h"

#include <glib.h>

/* 71件 of “71件 = 受理50 + 其他21”; nothing but a target gives nothing. */
static struct nb_str
figure_of(struct nb_str value)
{
	value.n = MIN(value.n, nb_str_find(value, NB_S("="), 0));
	value.n = MIN(value.n, nb_str_find(value, NB_S("＝"), 0));
	return nb_str_trim(value);
}

static struct nb_str
quoted(
    struct nb_carry *c, const char *before, struct nb_str s, const char *after)
{
	g_autoptr(GString) out = g_string_new(before);

	nb_write_value(out, s);
	g_string_append(out, after);
	return nb_arena_str(c->arena, (struct nb_str){ out->str, out->len });
}

#define NOTE "# 上年算式："

/* Behind a note of the year before, which begins at `at`; or `at`. */
static uint32_t
note_end(const struct nb_carry *c, uint32_t at)
{
	const struct nb_str rest = nb_str_from(c->text->bytes, at);
	size_t i = 0;

	while (i < rest.n && rest.p[i] == ' ')
		i++;
	if (!nb_str_starts(nb_str_from(rest, i), NB_S(NOTE)))
		return at;
	return at + (uint32_t)MIN(nb_str_find(rest, NB_S("\n"), i), rest.n);
}

/* How it was reckoned last year, where the line has room for a comment. */
static void
remember_formula(
    struct nb_carry *c, uint32_t at, struct nb_str value, struct nb_str figure)
{
	const uint32_t end = note_end(c, at);
	const struct nb_str rest = nb_str_from(c->text->bytes, end);
	struct nb_str note = NB_S("");

	if (rest.n > 0 && rest.p[0] != '\n')
		return;
	if (figure.n < value.n && !nb_str_has(value, NB_S("\n")))
		note =
		    nb_arena_printf(c->arena, "  " NOTE NB_FMT, NB_ARG(value));
	nb_carry_put(c, at, end, note);
}

static void
carry_scalar(struct nb_carry *c, const struct nb_node *node)
{
	const struct nb_str value = nb_str_trim(node->scalar.value);
	const struct nb_str figure = figure_of(value);

	if (node->scalar.style == NB_STYLE_LITERAL)
		return;
	nb_carry_put(c, node->span.begin, node->span.end,
	    quoted(c, "{值: , 上年: ", figure, "}"));
	remember_formula(c, node->span.end, value, figure);
}

/* 上年 gets the figure; the key is added where it is missing. */
static void
put_last(struct nb_carry *c, const struct nb_node *map,
    const struct nb_pair *value, const struct nb_pair *last,
    struct nb_str figure)
{
	const struct nb_span span = value->value->span;

	if (last != NULL && !nb_carry_is_empty(last->value))
		nb_carry_put(c, last->value->span.begin, last->value->span.end,
		    quoted(c, "", figure, ""));
	else if (last != NULL)
		nb_carry_put(c, last->key_span.end + 1, last->key_span.end + 1,
		    quoted(c, " ", figure, ""));
	else if (nb_carry_is_flow(c, map))
		nb_carry_put(
		    c, span.end, span.end, quoted(c, ", 上年: ", figure, ""));
	else
		nb_carry_add_lines(c, value->value,
		    nb_carry_column(c, value->key_span.begin),
		    quoted(c, "\n上年: ", figure, "").p);
}

static void
carry_map(struct nb_carry *c, const struct nb_node *map)
{
	const struct nb_object *object = &nb_object_indicator;
	const struct nb_pair *value = nb_carry_pair(map, object, "值");
	const struct nb_pair *last = nb_carry_pair(map, object, "上年");
	struct nb_str figure;

	nb_carry_blank(c, nb_carry_pair(map, object, "说明"));
	if (value == NULL || nb_carry_is_empty(value->value) ||
	    value->value->kind != NB_NODE_SCALAR) {
		nb_carry_blank(c, last);
		return;
	}
	figure = figure_of(nb_str_trim(value->value->scalar.value));
	nb_carry_blank(c, value);
	put_last(c, map, value, last, figure);
	if (nb_carry_is_flow(c, map))
		remember_formula(c, map->span.end,
		    nb_str_trim(value->value->scalar.value), figure);
}

void
nb_next_figures(struct nb_carry *c, const struct nb_pair *figures)
{
	if (figures == NULL || figures->value->kind != NB_NODE_MAP)
		return;
	for (uint32_t i = 0; i < figures->value->map.n; i++) {
		const struct nb_node *node = figures->value->map.pair[i].value;

		if (node->kind == NB_NODE_MAP)
			carry_map(c, node);
		else if (!nb_carry_is_empty(node) &&
		    node->kind == NB_NODE_SCALAR)
			carry_scalar(c, node);
	}
}
