#include "layout/notice.h"

#include "layout/addressee.h"
#include "layout/body.h"
#include "layout/head.h"
#include "layout/sign.h"
#include "layout/title.h"

bool
nb_notice_set(
    struct nb_galley *g, const struct nb_report *r, const struct nb_prose *day)
{
	const struct nb_notice *n = r->notice;
	const struct nb_signing signing = { &n->organ, &r->joint, &n->date, day,
		&r->remark, r->seal };
	const nb_len top = r->head != NULL ? nb_head_set(g, r->head) : 0;
	bool fits = true;

	nb_title_set(g, &n->title, n->organ.text, top);
	if (n->addressee.text.n != 0)
		fits = nb_addressee_set(g, &n->addressee);
	nb_body_paras(g, &n->body);
	nb_sign_set(g, &signing, nb_galley_rows(g));
	return fits;
}
