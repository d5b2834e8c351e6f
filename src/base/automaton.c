/*
 * base/automaton.c - a trie of code points with links to the longest proper
 * suffix.
 *
 * Nodes are numbered breadth first over the sorted words, so that the
 * children of a node are neighbours, sorted by character: a node is a range
 * of nodes.  The root alone has many children and has a table for them.
 */
#include "base/automaton.h"

#include "base/arena.h"

enum {
	PAGE = 256,              /* code points of one page */
	PAGES = 0x110000 / PAGE, /* pages there are */
};

#define NO_WORD UINT32_MAX /* of a node where none ends */

struct node {
	uint32_t c;        /* the character that leads here */
	uint32_t child, n; /* children: node[child, child + n) */
	uint32_t fail;     /* longest proper suffix that is a node */
	uint32_t found;    /* itself or nearest suffix that is a word,
			      0: none */
	uint32_t word;     /* that ends here, or NO_WORD */
	uint32_t shorter;  /* nearest suffix that is a word, 0: none */
};

struct nb_automaton {
	struct node *node; /* 0: the root */
	uint32_t n_nodes;
	const uint32_t *page[PAGES]; /* children of the root by character, NULL
					pages have none */
};

/* The words under a node while the trie is built. */
struct range {
	uint32_t begin, end;
};

struct builder {
	struct nb_arena *a;
	struct nb_automaton *m;
	const struct nb_str *word;
	size_t *at; /* of each word: behind the prefix its node stands for */
	struct range *range; /* by node */
};

static uint32_t
root_child(const struct nb_automaton *m, uint32_t c)
{
	const uint32_t *page = m->page[c / PAGE % PAGES];

	return page != NULL ? page[c % PAGE] : 0;
}

/* The child of a node that is not the root, or 0. */
static uint32_t
find_child(const struct nb_automaton *m, uint32_t node, uint32_t c)
{
	uint32_t low = m->node[node].child;
	uint32_t high = low + m->node[node].n;

	while (low < high) {
		const uint32_t mid = low + (high - low) / 2;

		if (m->node[mid].c == c)
			return mid;
		if (m->node[mid].c < c)
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}

/* Where the search goes from a state by a character. */
static uint32_t
step(const struct nb_automaton *m, uint32_t state, uint32_t c)
{
	while (state != 0) {
		const uint32_t child = find_child(m, state, c);

		if (child != 0)
			return child;
		state = m->node[state].fail;
	}
	return root_child(m, c);
}

static void
set_root_child(struct builder *b, uint32_t c, uint32_t child)
{
	const uint32_t **page = &b->m->page[c / PAGE % PAGES];

	if (*page == NULL)
		*page = nb_new_n(b->a, uint32_t, PAGE);
	((uint32_t *)*page)[c % PAGE] = child;
}

/* Makes the child of parent that the words of range lead to by c. */
static void
add_child(struct builder *b, uint32_t parent, uint32_t c, struct range range)
{
	struct nb_automaton *m = b->m;
	const uint32_t self = m->n_nodes++;
	struct node *node = &m->node[self];

	node->c = c;
	node->word = NO_WORD;
	node->fail = parent == 0 ? 0 : step(m, m->node[parent].fail, c);
	node->shorter = m->node[node->fail].found;
	node->found = node->shorter;
	/* Sorted: the word that ends here is the first of the range. */
	if (b->at[range.begin] == b->word[range.begin].n) {
		node->word = range.begin++;
		node->found = self;
	}
	b->range[self] = range;
	if (parent == 0)
		set_root_child(b, c, self);
}

static void
add_children(struct builder *b, uint32_t parent)
{
	const struct range range = b->range[parent];
	uint32_t i = range.begin;

	b->m->node[parent].child = b->m->n_nodes;
	while (i < range.end) {
		const uint32_t first = i;
		const uint32_t c = nb_utf8_next(b->word[i], &b->at[i]);

		while (++i < range.end) {
			size_t next = b->at[i];

			if (nb_utf8_next(b->word[i], &next) != c)
				break;
			b->at[i] = next;
		}
		add_child(b, parent, c, (struct range){ first, i });
	}
	b->m->node[parent].n = b->m->n_nodes - b->m->node[parent].child;
}

const struct nb_automaton *
nb_automaton_new(struct nb_arena *a, const struct nb_str *word, uint32_t n)
{
	struct nb_automaton *m = nb_new(a, struct nb_automaton);
	struct builder b = { .a = a, .m = m, .word = word };
	size_t most = 1;

	for (uint32_t i = 0; i < n; i++)
		most += nb_str_chars(word[i]);
	m->node = nb_new_n(a, struct node, most);
	b.range = nb_new_n(a, struct range, most);
	b.at = nb_new_n(a, size_t, n);
	m->n_nodes = 1;
	m->node[0].word = NO_WORD;
	b.range[0] = (struct range){ 0, n };
	for (uint32_t i = 0; i < m->n_nodes; i++)
		add_children(&b, i);
	return m;
}

bool
nb_automaton_next(struct nb_automaton_search *s, uint32_t *ret_word)
{
	const struct nb_automaton *m = s->automaton;

	while (s->found == 0) {
		if (s->at >= s->text.n)
			return false;
		s->state = step(m, s->state, nb_utf8_next(s->text, &s->at));
		s->found = m->node[s->state].found;
	}
	*ret_word = m->node[s->found].word;
	s->found = m->node[s->found].shorter;
	return true;
}
