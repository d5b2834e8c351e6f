#include "layout/reading.h"

#include "base/arena.h"

struct nb_reading
nb_reading_new(void)
{
	return (struct nb_reading){ .block = g_array_new(FALSE, TRUE,
					sizeof(struct nb_page_block)) };
}

static enum nb_block_kind
kind_of(enum nb_item_role role)
{
	switch (role) {
	case NB_ROLE_TITLE:
	case NB_ROLE_HEADING:
		return NB_BLOCK_HEADING;
	case NB_ROLE_ADDRESSEE:
	case NB_ROLE_BODY:
	case NB_ROLE_SIGNATURE:
	case NB_ROLE_HEAD:
	case NB_ROLE_FOOT:
	case NB_ROLE_ATTACHMENT:
		return NB_BLOCK_TEXT;
	case NB_ROLE_LIST:
		return NB_BLOCK_LIST;
	case NB_ROLE_CELL:
		return NB_BLOCK_CELL;
	case NB_ROLE_TABLE_CAPTION:
	case NB_ROLE_FIGURE_CAPTION:
		return NB_BLOCK_CAPTION;
	case NB_ROLE_FIGURE:
		return NB_BLOCK_FIGURE;
	case NB_ROLE_FOLIO:
	case NB_ROLE_REVIEW:
		return NB_BLOCK_ARTIFACT;
	}
	NB_UNREACHABLE();
}

/* The first is 1, and no level is left out (ISO 14289-1, 7.4.2). */
static uint8_t
heading_level(struct nb_reading *r, enum nb_item_role role, uint8_t level)
{
	const int want = role == NB_ROLE_TITLE ? 1 : level + r->titled;

	r->titled = r->titled || role == NB_ROLE_TITLE;
	r->level = (uint8_t)MIN(MAX(want, 1), r->level + 1);
	return r->level;
}

uint32_t
nb_reading_add(struct nb_reading *r, enum nb_item_role role, uint8_t level)
{
	struct nb_page_block block = { .kind = kind_of(role) };

	if (block.kind == NB_BLOCK_HEADING)
		block.level = heading_level(r, role, level);
	g_array_append_val(r->block, block);
	return r->block->len;
}

struct nb_page_block *
nb_reading_at(const struct nb_reading *r, uint32_t paragraph)
{
	nb_assert(paragraph > 0 && paragraph <= r->block->len);
	return &g_array_index(r->block, struct nb_page_block, paragraph - 1);
}

void
nb_reading_finish(
    struct nb_reading *r, struct nb_arena *a, struct nb_pages *pages)
{
	pages->n_blocks = r->block->len;
	pages->block = nb_arena_take(a, r->block);
}
