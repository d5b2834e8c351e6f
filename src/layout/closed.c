#include "layout/closed.h"

#include "diag/diag.h"
#include "layout/codes.h"
#include "style/web.h"

/* In either script, whatever that of the report is. */
static bool
has_secrecy(const struct nb_web *web, const struct nb_prose *secrecy)
{
	return secrecy->text.n > 0 &&
	    !nb_words_have(&web->harmless, secrecy->text) &&
	    !nb_words_have(&web->traditional->harmless, secrecy->text);
}

static bool
is_inside(const struct nb_web *web, const struct nb_prose *remark)
{
	return nb_words_in(&web->closed, remark->text) ||
	    nb_words_in(&web->traditional->closed, remark->text);
}

bool
nb_closed_find(
    const struct nb_report *r, const struct nb_web *web, struct nb_diags *d)
{
	const enum nb_access access =
	    r->disclosure != NULL ? r->disclosure->access : NB_ACCESS_UNSAID;
	const bool secret =
	    r->head != NULL && has_secrecy(web, &r->head->secrecy);
	const bool inside = is_inside(web, &r->remark);
	const bool closed =
	    access == NB_ACCESS_REQUEST || access == NB_ACCESS_CLOSED;

	if (secret)
		nb_diag_add(d, &nb_code_H02, nb_prose_all(&r->head->secrecy),
		    "标有密级“" NB_FMT "”的公文不能上网公开",
		    NB_ARG(r->head->secrecy.text));
	if (inside)
		nb_diag_add(d, &nb_code_H02, nb_prose_all(&r->remark),
		    "附注写明“" NB_FMT "”的公文不能上网公开",
		    NB_ARG(r->remark.text))
		    ->hint = NB_S("确定可以公开的，先改附注，如“此件公开发布”；"
				  "不能公开的不要转成网页");
	if (closed)
		nb_diag_add(d, &nb_code_H02, r->disclosure->span,
		    "公开方式是“" NB_FMT "”的公文不能上网公开",
		    NB_ARG(nb_access_word(access)))
		    ->hint = NB_S("确定主动公开的，“公开方式”改为主动公开；"
				  "不能公开的不要转成网页");
	return secret || inside || closed;
}
