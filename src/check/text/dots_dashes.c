/*
 * T29 dots-dashes - an ellipsis or a dash of the wrong characters.
 */
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T29",
	.name = "dots-dashes",
	.severity = NB_WARNING,
	.title = "省略号、破折号的写法",
	.basis = "GB/T 15834—2011 4.10、4.11、5.1",
	.help = "省略号写“……”，破折号写“——”，各占两个字",
	.why = "省略号是六个点、占两个字，破折号占两个字，不能用英文句点、句号"
	       "或短横代替，也不能只写一半。\n"
	       "误：法治——...让生活更美好\n"
	       "正：法治——让生活更美好……",
	.fixable = true,
};

/* What is written, and what it stands for.  Longer ones first. */
static const struct {
	const char *wrong, *right;
} forms[] = {
	{ "。。。", "……" },
	{ "...", "……" },
	{ "--", "——" },
	{ "…", "……" },
};

/* The end of the run of the last character of a form. [byte] */
static size_t
run_end(struct nb_str s, size_t at, struct nb_str form)
{
	const uint32_t c = nb_str_last(form);

	while (at < s.n && nb_char_after(s, at) == c)
		nb_utf8_next(s, &at);
	return at;
}

/* “……” and “…………” are right; so is what stands among Latin letters. */
static bool
is_right(struct nb_str s, size_t begin, size_t end, struct nb_str form)
{
	if (nb_str_first(form) == U'…')
		return (end - begin) % (2 * form.n) == 0;
	if (nb_str_first(form) == U'。')
		return false;
	return !nb_is_cjk(nb_char_before(s, begin)) &&
	    !nb_is_cjk(nb_char_after(s, end));
}

static void
look_for(const struct nb_check *ck, const struct nb_prose *prose,
    struct nb_str wrong, struct nb_str right)
{
	const struct nb_str s = prose->text;
	size_t end;

	for (size_t at = nb_str_find(s, wrong, 0); at != SIZE_MAX;
	     at = nb_str_find(s, wrong, end)) {
		struct nb_diag *g;

		end = run_end(s, at + wrong.n, wrong);
		if (is_right(s, at, end, wrong))
			continue;
		g = nb_diag_add(ck->diags, &code, nb_prose_span(prose, at, end),
		    "“" NB_FMT "”应写作“" NB_FMT "”",
		    NB_ARG(nb_str_sub(s, at, end - at)), NB_ARG(right));
		nb_offer_fix(g, prose, at, end, right);
	}
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	for (size_t i = 0; i < NB_COUNT(forms); i++)
		look_for(ck, p->is.prose, nb_str_z(forms[i].wrong),
		    nb_str_z(forms[i].right));
}

const struct nb_rule nb_rule_dots_dashes = { .code = &code, .passage = look };
