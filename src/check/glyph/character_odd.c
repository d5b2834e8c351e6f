/*
 * G07 character-odd - compatibility characters, radicals, private use.
 */
#include "base/arena.h"
#include "check/near.h"
#include "check/rule.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "G07",
	.name = "character-odd",
	.severity = NB_ERROR,
	.title = "兼容字、部首或私用区字",
	.basis = "GB 18030；GB/T 9704—2012",
	.help = "换成通用的字；私用区的字请改用正式编码或拆字说明",
	.why = "兼容汉字、部首符号看着像字，其实是另一个编码，检索不到，换了字"
	       "体就变样；私用区的字在别的机器上显示不出来。多从 PDF "
	       "或旧造字软件粘贴而来。\n"
	       "误：⽣态（部首“⽣”）\n"
	       "正：生态",
	.fixable = true,
};

static void
look_at(const struct nb_check *ck, const struct nb_prose *prose, size_t begin,
    size_t end, uint32_t c)
{
	const struct nb_str s = nb_str_sub(prose->text, begin, end - begin);
	const struct nb_span span = nb_prose_span(prose, begin, end);
	g_autofree char *plain = NULL;
	struct nb_diag *g;

	if (nb_is_private_use(c)) {
		nb_diag_add(ck->diags, &code, span,
		    "私用区的字 U+%04X，别的机器上显示不出来", c);
		return;
	}
	plain = g_utf8_normalize(s.p, (gssize)s.n, G_NORMALIZE_NFKC);
	if (plain == NULL || nb_str_eq(nb_str_z(plain), s))
		return;
	g = nb_diag_add(ck->diags, &code, span,
	    "“" NB_FMT "”是兼容字（U+%04X），应写作“%s”", NB_ARG(s), c, plain);
	nb_offer_fix(
	    g, prose, begin, end, nb_arena_str(ck->arena, nb_str_z(plain)));
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_str s = p->is.prose->text;

	for (size_t at = 0; (at = nb_skip_han(s, at)) < s.n;) {
		const size_t here = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (c >= 0x2E80 &&
		    (nb_is_private_use(c) || nb_is_compatibility(c)))
			look_at(ck, p->is.prose, here, at, c);
	}
}

const struct nb_rule nb_rule_character_odd = { .code = &code, .passage = look };
