#include "source/node.h"

const struct nb_node *
nb_node_get(const struct nb_node *node, struct nb_str key)
{
	if (node == NULL || node->kind != NB_NODE_MAP)
		return NULL;
	for (uint32_t i = 0; i < node->map.n; i++)
		if (nb_str_eq(node->map.pair[i].key, key))
			return node->map.pair[i].value;
	return NULL;
}

struct nb_str
nb_node_text(const struct nb_node *node)
{
	return node != NULL && node->kind == NB_NODE_SCALAR ? node->scalar.value
							    : NB_S("");
}

/* Number of pieces that begin at or before the place in the value. */
static uint32_t
pieces_to(const struct nb_node *scalar, size_t at)
{
	uint32_t low = 0, high = scalar->scalar.n_seg;

	while (low < high) {
		const uint32_t mid = low + (high - low) / 2;

		if (scalar->scalar.seg[mid].at <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static uint32_t
begin_in_file(const struct nb_node *scalar, size_t at)
{
	const uint32_t n = pieces_to(scalar, at);
	const struct nb_seg *seg;

	if (n == 0)
		return scalar->span.begin;
	seg = &scalar->scalar.seg[n - 1];
	return seg->src +
	    (uint32_t)(at - seg->at < seg->n ? at - seg->at : seg->n);
}

/* Behind the byte before the place. */
static uint32_t
end_in_file(const struct nb_node *scalar, size_t at)
{
	const uint32_t n = pieces_to(scalar, at - 1);
	const struct nb_seg *seg = &scalar->scalar.seg[n];

	if (n > 0 && at - seg[-1].at <= seg[-1].n)
		return seg[-1].src + (uint32_t)(at - seg[-1].at);
	return n < scalar->scalar.n_seg ? seg->src : scalar->span.end;
}

struct nb_span
nb_node_span(const struct nb_node *scalar, size_t begin, size_t end)
{
	struct nb_span span = scalar->span;

	if (scalar->kind != NB_NODE_SCALAR || scalar->scalar.n_seg == 0)
		return span;
	span.begin = begin_in_file(scalar, begin);
	span.end = end <= begin ? span.begin : end_in_file(scalar, end);
	if (span.end < span.begin)
		span.end = span.begin;
	return span;
}
