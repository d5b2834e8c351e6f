#include "layout/facts.h"

#include "base/arena.h"
#include "model/archive.h"
#include "model/report.h"
#include "style/template.h"

/* What is looked up in a report. */
struct looking {
	struct nb_arena *arena;
	const struct nb_report *r;
	const struct nb_template *t;
};

/* Fills fact with the one value, if it is one. */
static bool
take_text(struct nb_arena *a, struct nb_str value, struct nb_fact *fact)
{
	struct nb_str *own;

	if (value.n == 0)
		return false;
	own = nb_new(a, struct nb_str);
	*own = value;
	fact->value = own;
	fact->n = 1;
	return true;
}

static bool
take_date(struct nb_arena *a, const struct nb_date *date, struct nb_fact *fact)
{
	const struct nb_str month =
	    nb_arena_printf(a, "%04d-%02d", date->year, date->month);

	fact->type = NB_FACT_DATE;
	if (date->year == 0 || date->month == 0)
		return false;
	return take_text(a,
	    date->day == 0
		? month
		: nb_arena_printf(a, NB_FMT "-%02d", NB_ARG(month), date->day),
	    fact);
}

/* The first name, if it is one, and those of a list. */
static bool
take_names(struct nb_arena *a, struct nb_str first,
    const struct nb_names *names, struct nb_fact *fact)
{
	struct nb_str *value = nb_new_n(a, struct nb_str, names->n + 1);
	uint32_t n = 0;

	if (first.n > 0)
		value[n++] = first;
	for (uint32_t i = 0; i < names->n; i++)
		if (names->name[i].text.n > 0)
			value[n++] = names->name[i].text;
	fact->type = NB_FACT_LIST;
	fact->value = value;
	fact->n = n;
	return n > 0;
}

static bool
take_kind(const struct looking *l, struct nb_fact *fact)
{
	const struct nb_words *kind = &l->t->metadata.kind;
	const uint32_t i =
	    l->r->notice != NULL ? kind->n - 1 : (uint32_t)l->r->kind;

	return take_text(l->arena, kind->word[i], fact);
}

static bool
take_mark(const struct looking *l, struct nb_fact *fact)
{
	return l->r->head != NULL &&
	    take_names(l->arena, NB_S(""), &l->r->head->mark, fact);
}

static bool
take_signer(const struct looking *l, struct nb_fact *fact)
{
	return l->r->head != NULL &&
	    take_names(l->arena, NB_S(""), &l->r->head->signer, fact);
}

static bool
take_attachments(const struct looking *l, struct nb_fact *fact)
{
	return take_names(l->arena, NB_S(""), &l->r->attachment, fact);
}

static bool
take_organs(const struct looking *l, struct nb_fact *fact)
{
	return take_names(l->arena, l->r->organ.text, &l->r->joint, fact);
}

static bool
take_number(const struct looking *l, struct nb_fact *fact)
{
	const struct nb_head *head = l->r->head;

	return (head != NULL &&
		   take_text(l->arena, head->doc_number.text, fact)) ||
	    take_text(l->arena, l->r->doc_number.text, fact);
}

/* With a notice it is the notice that is addressed, and dated. */
static bool
take_addressee(const struct looking *l, struct nb_fact *fact)
{
	const struct nb_notice *notice = l->r->notice;

	return take_text(l->arena,
	    notice != NULL ? notice->addressee.text : l->r->addressee.text,
	    fact);
}

static bool
take_issued(const struct looking *l, struct nb_fact *fact)
{
	const struct nb_notice *notice = l->r->notice;

	return take_date(
	    l->arena, notice != NULL ? &notice->date : &l->r->issued, fact);
}

static bool
take_printed(const struct looking *l, struct nb_fact *fact)
{
	return l->r->foot != NULL &&
	    take_date(l->arena, &l->r->foot->printed, fact);
}

static bool
take_code(const struct looking *l, struct nb_fact *fact)
{
	return nb_archive_is_whole(l->r) &&
	    take_text(l->arena, nb_archive_code(l->arena, l->r), fact);
}

static bool
take_years(const struct looking *l, struct nb_fact *fact)
{
	return take_text(l->arena, nb_archive_years(l->arena, l->r), fact);
}

static bool
take_keywords(const struct looking *l, struct nb_fact *fact)
{
	const struct nb_disclosure *d = l->r->disclosure;

	return d != NULL && take_names(l->arena, NB_S(""), &d->keyword, fact);
}

static bool
take_access(const struct looking *l, struct nb_fact *fact)
{
	const struct nb_disclosure *d = l->r->disclosure;

	return d != NULL && d->access != NB_ACCESS_UNSAID &&
	    take_text(
		l->arena, l->t->metadata.access.word[d->access - 1], fact);
}

static bool
take_published(const struct looking *l, struct nb_fact *fact)
{
	return take_date(l->arena, &l->r->published, fact);
}

enum part { REPORT, HEAD, FOOT, ARCHIVE, DISCLOSURE };

/* Where a field is: a prose in a part of the report, or what a function takes.
 */
static const struct {
	enum part part;
	size_t at;
	bool (*take)(const struct looking *l, struct nb_fact *fact);
} places[NB_FIELD_SOURCES] = {
#define OF(part, type, member) \
	{ \
		part, offsetof(struct type, member), NULL \
	}
#define BY(function) \
	{ \
		REPORT, 0, function \
	}
	[NB_FIELD_KIND] = BY(take_kind),
	[NB_FIELD_COPY_NUMBER] = OF(HEAD, nb_head, copy_number),
	[NB_FIELD_SECRECY] = OF(HEAD, nb_head, secrecy),
	[NB_FIELD_URGENCY] = OF(HEAD, nb_head, urgency),
	[NB_FIELD_MARK] = BY(take_mark),
	[NB_FIELD_DOC_NUMBER] = BY(take_number),
	[NB_FIELD_SIGNER] = BY(take_signer),
	[NB_FIELD_TITLE] = OF(REPORT, nb_report, title),
	[NB_FIELD_ADDRESSEE] = BY(take_addressee),
	[NB_FIELD_ATTACHMENTS] = BY(take_attachments),
	[NB_FIELD_ORGANS] = BY(take_organs),
	[NB_FIELD_ISSUED] = BY(take_issued),
	[NB_FIELD_REMARK] = OF(REPORT, nb_report, remark),
	[NB_FIELD_COPIES] = OF(FOOT, nb_foot, copies),
	[NB_FIELD_PRINTER] = OF(FOOT, nb_foot, printer),
	[NB_FIELD_PRINTED] = BY(take_printed),
	[NB_FIELD_CODE] = BY(take_code),
	[NB_FIELD_FONDS] = OF(ARCHIVE, nb_archive, fonds),
	[NB_FIELD_CATEGORY] = OF(ARCHIVE, nb_archive, category),
	[NB_FIELD_YEARS] = BY(take_years),
	[NB_FIELD_RETENTION] = OF(ARCHIVE, nb_archive, retention),
	[NB_FIELD_ORGAN_CODE] = OF(ARCHIVE, nb_archive, organ_code),
	[NB_FIELD_ITEM] = OF(ARCHIVE, nb_archive, item),
	[NB_FIELD_INDEX] = OF(DISCLOSURE, nb_disclosure, index),
	[NB_FIELD_TOPIC] = OF(DISCLOSURE, nb_disclosure, topic),
	[NB_FIELD_KEYWORDS] = BY(take_keywords),
	[NB_FIELD_ACCESS] = BY(take_access),
	[NB_FIELD_SUMMARY] = OF(DISCLOSURE, nb_disclosure, summary),
	[NB_FIELD_PUBLISHED] = BY(take_published),
#undef BY
#undef OF
};

/* NULL: the report does not have that part. */
static const void *
part_of(const struct nb_report *r, enum part part)
{
	const void *const parts[] = {
		[REPORT] = r,
		[HEAD] = r->head,
		[FOOT] = r->foot,
		[ARCHIVE] = r->archive,
		[DISCLOSURE] = r->disclosure,
	};

	return parts[part];
}

/* Whether the report has what the field asks for. */
static bool
take(const struct looking *l, enum nb_field_source source, struct nb_fact *fact)
{
	const char *part = part_of(l->r, places[source].part);
	const struct nb_prose *prose;

	if (places[source].take != NULL)
		return places[source].take(l, fact);
	if (part == NULL)
		return false;
	prose =
	    (const struct nb_prose *)(const void *)(part + places[source].at);
	return take_text(l->arena, prose->text, fact);
}

static uint32_t
count_fields(const struct nb_metadata_style *style)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < style->n; i++)
		n += style->fields[i].n;
	return n;
}

void
nb_layout_facts(struct nb_arena *a, const struct nb_report *r,
    const struct nb_template *t, struct nb_pages *pages)
{
	const struct looking l = { a, r, t };
	const struct nb_metadata_style *style = &t->metadata;
	struct nb_fact *fact = nb_new_n(a, struct nb_fact, count_fields(style));
	uint32_t n = 0;

	for (uint32_t i = 0; i < style->n; i++) {
		const struct nb_fields_style *of = &style->fields[i];
		struct nb_fact_schema *schema =
		    nb_new(a, struct nb_fact_schema);

		*schema = (struct nb_fact_schema){ of->standard, of->space,
			of->prefix };
		for (uint32_t k = 0; k < of->n; k++) {
			fact[n] = (struct nb_fact){ .schema = schema,
				.name = of->field[k].name };
			n += take(&l, of->field[k].source, &fact[n]);
		}
	}
	pages->fact = fact;
	pages->n_facts = n;
}
