/*
 * What is printed of a 花脸稿 and is not its text: 版头, 标题, 主送, 印发,
 * 署名, 附件说明, 版记, each with the words of both drafts.  What the new draft
 * has no place for stays in the list at the end.
 */
#include "base/arena.h"
#include "cli/diff_pages.h"
#include "model/date.h"

/* The words of a field of both drafts; it need not be listed. */
static struct nb_prose
field(struct nb_diff_pages *w, const char *name)
{
	nb_diff_pages_field(w, w->d->entry, nb_str_z(name));
	g_ptr_array_add(w->drawn, (gpointer)name);
	return nb_diff_pages_prose(w);
}

static struct nb_prose
words(struct nb_diff_pages *w, struct nb_str text, enum nb_revision revision)
{
	nb_diff_pages_words(w, text, revision);
	return nb_diff_pages_prose(w);
}

static bool
has_name(const struct nb_names *names, struct nb_str text)
{
	for (uint32_t i = 0; i < names->n; i++)
		if (nb_str_eq(names->name[i].text, text))
			return true;
	return false;
}

/* Names of the new draft, by which they are numbered, then what has gone. */
static struct nb_names
all_names(struct nb_diff_pages *w, const struct nb_names *old,
    const struct nb_names *now)
{
	struct nb_prose *name =
	    nb_new_n(w->arena, struct nb_prose, (size_t)old->n + now->n);
	uint32_t n = 0;

	for (uint32_t i = 0; i < now->n; i++)
		name[n++] = words(w, now->name[i].text,
		    has_name(old, now->name[i].text) ? NB_REVISION_NONE
						     : NB_REVISION_INSERTED);
	for (uint32_t i = 0; i < old->n; i++)
		if (!has_name(now, old->name[i].text))
			name[n++] =
			    words(w, old->name[i].text, NB_REVISION_DELETED);
	return (struct nb_names){ name, n };
}

static bool
is_changed(const struct nb_diff_pages *w, struct nb_str name)
{
	const struct nb_diff_change *c = w->d->entry->change;

	return c != NULL && nb_diff_text_of(c, name) != NULL;
}

/* What stands on one side alone. */
static enum nb_revision
revision_of(bool old, bool now)
{
	return old == now ? NB_REVISION_NONE
	    : now         ? NB_REVISION_INSERTED
			  : NB_REVISION_DELETED;
}

/* The red mark is too large to stand there twice: what it was is listed. */
static struct nb_names
head_mark(struct nb_diff_pages *w, const struct nb_names *mark)
{
	struct nb_prose *name = nb_new_n(w->arena, struct nb_prose, mark->n);

	if (!is_changed(w, NB_S("版头·发文机关标志")))
		return *mark;
	for (uint32_t i = 0; i < mark->n; i++)
		name[i] = words(w, mark->name[i].text, NB_REVISION_BESIDE);
	return (struct nb_names){ name, mark->n };
}

/* 文号 is written outside 版头 too, and there is another. */
static bool
is_own_number(const struct nb_diff_pages *w)
{
	const struct nb_report *now = w->d->now.report;

	return !nb_str_eq(now->head->doc_number.text, now->doc_number.text);
}

static const struct nb_head *
make_head(struct nb_diff_pages *w)
{
	const struct nb_head *old = w->d->old.report->head;
	const struct nb_head *now = w->d->now.report->head;
	const struct nb_names none = { 0 };
	struct nb_head *head;

	if (now == NULL)
		return NULL;
	head = nb_new(w->arena, struct nb_head);
	*head = *now;
	head->copy_number = field(w, "版头·份号");
	head->secrecy = field(w, "版头·密级");
	head->urgency = field(w, "版头·紧急程度");
	head->doc_number = field(w, is_own_number(w) ? "版头·文号" : "文号");
	head->mark = head_mark(w, &now->mark);
	if (now->form == NB_HEAD_LETTER)
		return head;
	head->signer =
	    all_names(w, old != NULL ? &old->signer : &none, &now->signer);
	g_ptr_array_add(w->drawn, (gpointer) "版头·签发人");
	return head;
}

/* “2025年2月28日印发”, if the day has changed. */
static struct nb_prose
make_printed(struct nb_diff_pages *w)
{
	const struct nb_foot *old = w->d->old.report->foot;
	const struct nb_foot *now = w->d->now.report->foot;

	if (!is_changed(w, NB_S("版记·印发日期")))
		return (struct nb_prose){ 0 };
	nb_diff_pages_field(w, w->d->entry, NB_S("版记·印发日期"));
	nb_diff_pages_words(w, w->t->foot.printed,
	    revision_of(
		old != NULL && old->printed.year != 0, now->printed.year != 0));
	g_ptr_array_add(w->drawn, (gpointer) "版记·印发日期");
	return nb_diff_pages_prose(w);
}

static const struct nb_foot *
make_foot(struct nb_diff_pages *w, struct nb_prose *printed)
{
	const struct nb_report *now = w->d->now.report;
	struct nb_foot *foot;

	if (now->foot == NULL)
		return NULL;
	foot = nb_new(w->arena, struct nb_foot);
	*foot = *now->foot;
	foot->copies = field(w, "版记·抄送");
	if (now->head != NULL && now->head->form == NB_HEAD_LETTER)
		return foot;
	foot->printer = field(w, "版记·印发机关");
	*printed = make_printed(w);
	return foot;
}

/* The paragraphs of the notice. */
static struct nb_paras
notice_body(struct nb_diff_pages *w)
{
	GArray *para = g_array_new(FALSE, TRUE, sizeof(struct nb_prose));
	struct nb_paras body;

	for (uint32_t i = 0; i < w->d->n_entries; i++) {
		const struct nb_diff_entry *e = &w->d->entry[i];
		struct nb_prose p;

		if (nb_diff_pages_row(w, e)->kind != NB_DIFF_NOTICE ||
		    nb_diff_pages_is_away(w, e))
			continue;
		nb_diff_pages_origin(w, e);
		nb_diff_pages_field(w, e, NB_S("正文"));
		p = nb_diff_pages_prose(w);
		g_array_append_val(para, p);
	}
	body.n = para->len;
	body.para = nb_arena_take(w->arena, para);
	return body;
}

/* The day as both drafts have it; empty where they have the same. */
static struct nb_prose
day_of(struct nb_diff_pages *w, const char *name)
{
	return is_changed(w, nb_str_z(name)) ? field(w, name)
					     : (struct nb_prose){ 0 };
}

static const struct nb_notice *
make_notice(struct nb_diff_pages *w, struct nb_prose *day)
{
	const struct nb_notice *now = w->d->now.report->notice;
	struct nb_notice *notice;

	if (now == NULL)
		return NULL;
	notice = nb_new(w->arena, struct nb_notice);
	*notice = *now;
	notice->title = field(w, "印发·标题");
	notice->addressee = field(w, "印发·主送");
	notice->body = notice_body(w);
	if (now->date.year == 0)
		return notice;
	if (nb_date_cmp(&now->date, &w->d->now.report->issued) == 0)
		g_ptr_array_add(w->drawn, (gpointer) "成文日期");
	notice->organ = field(w, "印发·机关");
	*day = day_of(w, "印发·日期");
	return notice;
}

static struct nb_names
joint_names(struct nb_diff_pages *w, const struct nb_names *joint,
    enum nb_revision revision)
{
	struct nb_prose *name = nb_new_n(w->arena, struct nb_prose, joint->n);

	for (uint32_t i = 0; i < joint->n; i++)
		name[i] = words(w, joint->name[i].text, revision);
	return (struct nb_names){ name, joint->n };
}

/* 署名, which is there when 成文日期 is. */
static void
make_signature(
    struct nb_diff_pages *w, struct nb_report *form, struct nb_redline *ret)
{
	const struct nb_report *old = w->d->old.report;
	const struct nb_report *now = w->d->now.report;
	const enum nb_revision revision =
	    revision_of(old->issued.year != 0, now->issued.year != 0);
	const struct nb_report *side =
	    revision == NB_REVISION_DELETED ? old : now;

	if (side->issued.year == 0)
		return;
	ret->day = day_of(w, "成文日期");
	if (revision == NB_REVISION_NONE) {
		ret->organ = field(w, "机关");
		form->joint = all_names(w, &old->joint, &now->joint);
		g_ptr_array_add(w->drawn, (gpointer) "联合机关");
		return;
	}
	ret->organ = words(w, side->organ.text, revision);
	form->joint = joint_names(w, &side->joint, revision);
	form->issued = side->issued;
}

void
nb_diff_pages_form(struct nb_diff_pages *w, struct nb_redline *ret)
{
	const struct nb_report *old = w->d->old.report;
	const struct nb_report *now = w->d->now.report;
	struct nb_report *form = nb_new(w->arena, struct nb_report);

	*form = *now;
	form->title = field(w, "标题");
	form->head = make_head(w);
	form->foot = make_foot(w, &ret->printed);
	form->notice = make_notice(w, &ret->notice_day);
	form->remark = field(w, "附注");
	form->attachment = all_names(w, &old->attachment, &now->attachment);
	g_ptr_array_add(w->drawn, (gpointer) "附件");
	if (now->notice == NULL) {
		form->addressee = field(w, "主送");
		make_signature(w, form, ret);
	}
	ret->form = form;
}
