#include "diag/mend.h"

void
nb_mends_init(struct nb_mends *m, const struct nb_text *text)
{
	*m = (struct nb_mends){
		.text = text,
		.diag = g_ptr_array_new(),
		.mend = g_array_new(FALSE, FALSE, sizeof(struct nb_mend)),
	};
}

void
nb_mends_clear(struct nb_mends *m)
{
	g_ptr_array_unref(m->diag);
	g_array_unref(m->mend);
}

static void
add(struct nb_mends *m, struct nb_span span, struct nb_str with)
{
	const struct nb_mend mend = { span.begin, span.end, with,
		m->diag->len };

	nb_assert(span.text == m->text && span.begin <= span.end &&
	    span.end <= m->text->bytes.n);
	g_array_append_val(m->mend, mend);
}

bool
nb_mends_add(struct nb_mends *m, const struct nb_diag *g)
{
	if (g->span.text != m->text || (g->fix.p == NULL && g->edit == NULL))
		return false;
	if (g->fix.p != NULL)
		add(m, g->span, g->fix);
	for (const struct nb_diag_edit *e = g->edit; e != NULL; e = e->next)
		add(m, e->span, e->text);
	g_ptr_array_add(m->diag, (void *)g);
	return true;
}

static int
compare(const void *pa, const void *pb)
{
	const struct nb_mend *a = pa, *b = pb;

	if (a->begin != b->begin)
		return a->begin < b->begin ? -1 : 1;
	if (a->end != b->end)
		return a->end < b->end ? -1 : 1;
	return (a->of > b->of) - (a->of < b->of);
}

static struct nb_mend *
at(const struct nb_mends *m, guint i)
{
	return &g_array_index(m->mend, struct nb_mend, i);
}

/* b does not begin before a.  Two that insert at one place meet, too. */
static bool
meet(const struct nb_mend *a, const struct nb_mend *b)
{
	return b->begin < a->end || (b->begin == a->begin && b->end == a->end);
}

/* Marks in out the findings that have to wait. */
static void
find_losers(const struct nb_mends *m, bool *out)
{
	const struct nb_mend *last = NULL;

	for (guint i = 0; i < m->mend->len; i++) {
		const struct nb_mend *mend = at(m, i);

		if (out[mend->of])
			continue;
		if (last != NULL && !out[last->of] && meet(last, mend)) {
			out[MAX(last->of, mend->of)] = true;
			if (mend->of >= last->of)
				continue;
		}
		last = mend;
	}
}

void
nb_mends_settle(struct nb_mends *m)
{
	g_autofree bool *out = g_new0(bool, m->diag->len + 1);
	guint kept = 0;

	g_array_sort(m->mend, compare);
	find_losers(m, out);
	for (guint i = 0; i < m->mend->len; i++)
		if (!out[at(m, i)->of])
			*at(m, kept++) = *at(m, i);
	g_array_set_size(m->mend, kept);
}

void
nb_mends_touching(const struct nb_mends *m, uint32_t begin, uint32_t end,
    guint *ret_first, guint *ret_next)
{
	guint low = 0, high = m->mend->len;

	while (low < high) {
		const guint mid = low + (high - low) / 2;

		if (at(m, mid)->end < begin)
			low = mid + 1;
		else
			high = mid;
	}
	*ret_first = low;
	while (low < m->mend->len && at(m, low)->begin <= end)
		low++;
	*ret_next = low;
}

void
nb_mends_apply(
    const struct nb_mends *m, uint32_t begin, uint32_t end, GString *out)
{
	const char *p = m->text->bytes.p;
	guint first, next;

	nb_mends_touching(m, begin, end, &first, &next);
	for (guint i = first; i < next; i++) {
		const struct nb_mend *mend = at(m, i);

		if (mend->begin > begin)
			g_string_append_len(
			    out, p + begin, (gssize)(mend->begin - begin));
		g_string_append_len(out, mend->with.p, (gssize)mend->with.n);
		begin = MAX(begin, mend->end);
	}
	if (end > begin)
		g_string_append_len(out, p + begin, (gssize)(end - begin));
}
