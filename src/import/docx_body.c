/*
 * import/docx_body.c - the text of a Word document: paragraphs with their
 * runs, as it reads when all revisions are accepted.
 */
#include "import/docx.h"

#include "base/arena.h"
#include "import/log.h"

#include <glib.h>
#include <string.h>

/* A paragraph under way. */
struct para {
	struct nb_docx *x;
	struct nb_lines *to;
	uint32_t row;
	GString *text;
	GPtrArray *box; /* its text boxes, of struct nb_markup */
	uint64_t field; /* a bit for each open field, the innermost lowest:
			   set in the instruction, clear in the result */
	struct nb_docx_props props;
	struct nb_str label;
	bool gap, open;   /* open: goes on in the next one */
	uint32_t section; /* the first line of the one under way */
};

static void inlines(struct para *p, const struct nb_markup *e);
static void blocks(struct para *p, const struct nb_markup *e);

static struct nb_str
text_of(const struct para *p)
{
	return (struct nb_str){ p->text->str, p->text->len };
}

static void
add_words(GString *out, const struct nb_markup *e)
{
	const bool words = nb_markup_is(e, "t") || nb_markup_is(e, "delText") ||
	    nb_markup_is(e, "m:t");

	if (nb_markup_is(e, "p") && out->len > 0)
		g_string_append_c(out, '\n');
	if (nb_markup_is(e, "mc:Fallback"))
		return;
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		if (words && c->kind == NB_MARKUP_TEXT)
			g_string_append_len(out, c->text.p, (gssize)c->text.n);
		add_words(out, c);
	}
}

struct nb_str
nb_docx_words(struct nb_arena *a, const struct nb_markup *e)
{
	g_autoptr(GString) out = g_string_new(NULL);

	add_words(out, e);
	return nb_arena_str(
	    a, nb_str_trim((struct nb_str){ out->str, out->len }));
}

static void
log_out(struct nb_docx *x, struct nb_str was, uint32_t row, uint32_t at,
    const char *rule, const char *why)
{
	if (was.n > 0)
		nb_log_add(x->log,
		    (struct nb_log_entry){ .what = NB_LOG_LEFT_OUT,
			.row = row,
			.at = at,
			.was = was,
			.now = NB_S(""),
			.rule = rule,
			.why = why });
}

static uint32_t
count_paragraphs(const struct nb_markup *e)
{
	uint32_t n = nb_markup_is(e, "p");

	for (const struct nb_markup *c = e->child; c != NULL; c = c->next)
		n += count_paragraphs(c);
	return n;
}

void
nb_docx_leave_out(struct nb_docx *x, const struct nb_markup *e,
    const char *rule, const char *why)
{
	log_out(x, nb_docx_words(x->arena, e), x->row + 1, 0, rule, why);
	x->row += count_paragraphs(e);
}

static void
leave_out(struct para *p, const struct nb_markup *e, const char *rule,
    const char *why)
{
	log_out(p->x, nb_docx_words(p->x->arena, e), p->x->row,
	    (uint32_t)nb_str_chars(text_of(p)), rule, why);
}

static void
doubt_words(
    struct para *p, struct nb_str was, const char *rule, const char *why)
{
	nb_log_add(p->x->log,
	    (struct nb_log_entry){ .what = NB_LOG_DOUBT,
		.row = p->x->row,
		.at = (uint32_t)nb_str_chars(text_of(p)),
		.was = was,
		.now = NB_S(""),
		.rule = rule,
		.why = why });
}

static void
doubt(struct para *p, const char *rule, const char *why)
{
	doubt_words(p, NB_S(""), rule, why);
}

static struct nb_str
style_name(const struct para *p)
{
	const struct nb_docx_style *style =
	    nb_docx_style(&p->x->styles, p->props.style);

	return style == NULL ? NB_S("") : style->name;
}

/* Ends a line of the paragraph; only the first has its ordinal. */
static void
flush(struct para *p)
{
	const struct nb_str text = nb_str_trim(text_of(p));
	const int outline = p->props.outline;

	if (text.n > 0) {
		nb_lines_add(p->to,
		    (struct nb_raw_line){
			.text = nb_arena_str(p->x->arena, text),
			.label = p->label,
			.row = p->row,
			.level = outline >= 0 && outline < 9
			    ? (unsigned)outline + 1
			    : 0,
			.style = style_name(p),
			.align = (enum nb_raw_align)MAX(p->props.align, 0),
			.gap = p->gap,
		    });
		p->label = NB_S("");
	}
	p->gap = text.n == 0 && p->to->n > 0;
	g_string_truncate(p->text, 0);
}

/* XML line ends are blanks. */
static void
add_text(struct para *p, const struct nb_markup *t)
{
	for (const struct nb_markup *c = t->child; c != NULL; c = c->next)
		for (size_t i = 0; c->kind == NB_MARKUP_TEXT && i < c->text.n;
		     i++)
			g_string_append_c(
			    p->text, c->text.p[i] == '\n' ? ' ' : c->text.p[i]);
}

/* A character of a font that has its own set, such as Wingdings. */
static void
add_symbol(struct para *p, const struct nb_markup *sym)
{
	const struct nb_str hex = nb_markup_attr(sym, "char");
	const gunichar c =
	    hex.n == 0 ? 0 : (gunichar)g_ascii_strtoull(hex.p, NULL, 16);
	const bool own = c >= 0xE000 && c < 0xF900;

	if (c >= 0x20 && c < 0xFFFE && !own && g_unichar_validate(c)) {
		g_string_append_unichar(p->text, c);
		return;
	}
	doubt(p, "symbol-font",
	    "这里有一个符号字体（如 Wingdings）的字，没有通用的编码，"
	    "已记作“\uFFFD”");
	g_string_append(p->text, "\uFFFD");
}

static void
field_mark(struct para *p, const struct nb_markup *mark)
{
	const struct nb_str type = nb_markup_attr(mark, "fldCharType");

	if (nb_str_eq(type, NB_S("begin")))
		p->field = p->field << 1 | 1;
	else if (nb_str_eq(type, NB_S("separate")))
		p->field &= ~(uint64_t)1;
	else
		p->field >>= 1;
}

/* notes: the part with the notes; ref: in the text. */
static const struct nb_markup *
find_note(const struct nb_markup *notes, const struct nb_markup *ref)
{
	const struct nb_str id = nb_markup_attr(ref, "id");
	const struct nb_markup *n = notes == NULL ? NULL : notes->child;

	while (n != NULL &&
	    (n->kind != NB_MARKUP_ELEMENT ||
		!nb_str_eq(nb_markup_attr(n, "id"), id)))
		n = n->next;
	return n;
}

/* A note may well be of the report: a person decides. */
static void
leave_note(struct para *p, const struct nb_markup *note, const char *rule)
{
	if (note == NULL)
		return;
	leave_out(p, note, rule, "脚注、尾注没有读入");
	doubt_words(p, nb_docx_words(p->x->arena, note), rule,
	    "这里有脚注或尾注，没有读入：要紧的请写进正文");
}

static void
leave_comment(struct para *p, const struct nb_markup *comment)
{
	if (comment != NULL)
		leave_out(p, comment, "comment", "批注没有读入");
}

/* Text boxes in a drawing; old programs' copies of them are skipped. */
static void
look_into(struct para *p, const struct nb_markup *e)
{
	static const char picture[] = "图片没有读入，这是它的说明文字";

	if (nb_markup_is(e, "wp:docPr"))
		log_out(p->x, nb_str_trim(nb_markup_attr(e, "descr")),
		    p->x->row, (uint32_t)nb_str_chars(text_of(p)), "picture",
		    picture);
	if (nb_markup_is(e, "pic:pic") || nb_markup_is(e, "v:imagedata"))
		doubt(p, "picture-dropped", "这里有一幅图片，没有读入");
	if (nb_markup_is(e, "txbxContent"))
		g_ptr_array_add(p->box, (void *)e);
	else if (!nb_markup_is(e, "mc:Fallback"))
		for (const struct nb_markup *c = e->child; c != NULL;
		     c = c->next)
			look_into(p, c);
}

static void
ruby(struct para *p, const struct nb_markup *e)
{
	const struct nb_markup *base = nb_markup_child(e, "rubyBase");
	const struct nb_markup *above = nb_markup_child(e, "rt");

	if (base != NULL)
		inlines(p, base);
	if (above != NULL)
		leave_out(p, above, "ruby", "字上面的注音");
}

/* Whether the run is said to be so: hidden, struck out. */
static bool
has(const struct nb_markup *run, const char *property)
{
	const struct nb_markup *e =
	    nb_markup_child(nb_markup_child(run, "rPr"), property);
	const struct nb_str val =
	    e == NULL ? NB_S("0") : nb_markup_attr(e, "val");

	return !nb_str_eq(val, NB_S("0")) && !nb_str_eq(val, NB_S("false")) &&
	    !nb_str_eq(val, NB_S("off"));
}

/* A line through words may mean that they are to go; only a person knows. */
static void
doubt_struck(struct para *p, const struct nb_markup *run)
{
	const struct nb_str words = nb_docx_words(p->x->arena, run);

	if (words.n == 0 || (!has(run, "strike") && !has(run, "dstrike")))
		return;
	doubt_words(p, words, "struck-out",
	    "这几个字上画着删除线，照样留下了：要删的请删");
}

/* The parts of a run that are letters. */
static bool
add_letters(struct para *p, const struct nb_markup *c)
{
	if (nb_markup_is(c, "t") || nb_markup_is(c, "m:t"))
		add_text(p, c);
	else if (nb_markup_is(c, "tab") || nb_markup_is(c, "ptab"))
		g_string_append_c(p->text, '\t');
	else if (nb_markup_is(c, "br") || nb_markup_is(c, "cr"))
		flush(p);
	else if (nb_markup_is(c, "noBreakHyphen"))
		g_string_append_c(p->text, '-');
	else if (nb_markup_is(c, "sym"))
		add_symbol(p, c);
	else
		return false;
	return true;
}

/* What stands beside the text, or is no letter. */
static void
add_others(struct para *p, const struct nb_markup *c)
{
	const struct nb_docx *x = p->x;

	if (nb_markup_is(c, "footnoteReference"))
		leave_note(p, find_note(x->footnotes, c), "footnote");
	else if (nb_markup_is(c, "endnoteReference"))
		leave_note(p, find_note(x->endnotes, c), "endnote");
	else if (nb_markup_is(c, "commentReference"))
		leave_comment(p, find_note(x->comments, c));
	else if (nb_markup_is(c, "ruby"))
		ruby(p, c);
	else if (nb_markup_is(c, "mc:AlternateContent") ||
	    nb_markup_is(c, "drawing") || nb_markup_is(c, "pict") ||
	    nb_markup_is(c, "object"))
		look_into(p, c);
}

static void
run(struct para *p, const struct nb_markup *r)
{
	if (has(r, "vanish")) {
		leave_out(p, r, "hidden", "Word 里设为隐藏的文字");
		return;
	}
	if (p->field == 0)
		doubt_struck(p, r);
	for (const struct nb_markup *c = r->child; c != NULL; c = c->next) {
		if (nb_markup_is(c, "fldChar"))
			field_mark(p, c);
		else if (p->field == 0 && !add_letters(p, c))
			add_others(p, c);
	}
}

static bool
is_deleted(const struct nb_markup *e)
{
	return nb_markup_is(e, "del") || nb_markup_is(e, "moveFrom");
}

static bool
is_properties(const struct nb_markup *e)
{
	static const char *const names[] = { "pPr", "sdtPr", "sdtEndPr",
		"tblPr", "tblGrid", "tcPr", "sectPr", "fldData", "mc:Fallback",
		"m:ctrlPr" };

	for (size_t i = 0; i < NB_COUNT(names); i++)
		if (nb_markup_is(e, names[i]))
			return true;
	return false;
}

static void
inlines(struct para *p, const struct nb_markup *e)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		if (is_deleted(c))
			leave_out(p, c, "deleted", "修订里已删去的文字");
		else if (nb_markup_is(c, "r"))
			run(p, c);
		else if (nb_markup_is(c, "m:t"))
			add_text(p, c);
		else if (!is_properties(c))
			inlines(p, c);
	}
}

/* The table of contents, by the names of its styles. */
static bool
is_contents(const struct para *p)
{
	const struct nb_str name = style_name(p);

	return nb_str_starts(name, NB_S("toc ")) ||
	    nb_str_starts(name, NB_S("TOC "));
}

/* After the paragraph that they hang on. */
static void
take_boxes(struct para *p)
{
	g_autoptr(GPtrArray) box = g_steal_pointer(&p->box);

	p->box = g_ptr_array_new();
	for (guint i = 0; i < box->len; i++) {
		doubt(p, "text-box",
		    "文本框里的文字，排在它所在的段落后面：请看位置对不对");
		blocks(p, box->pdata[i]);
	}
}

/* What stands in a section is known when it ends. */
static void
end_section(struct para *p, const struct nb_markup *sect)
{
	const struct nb_markup *paper = nb_markup_child(sect, "pgSz");
	const bool lies = paper != NULL &&
	    nb_str_eq(nb_markup_attr(paper, "orient"), NB_S("landscape"));

	while (p->section < p->to->n)
		p->to->line[p->section++].lies = lies;
}

static bool
is_mark_deleted(const struct nb_markup *ppr)
{
	const struct nb_markup *rpr = nb_markup_child(ppr, "rPr");

	return nb_markup_child(rpr, "del") != NULL ||
	    nb_markup_child(rpr, "moveFrom") != NULL;
}

static void
paragraph(struct para *p, const struct nb_markup *e)
{
	const struct nb_markup *ppr = nb_markup_child(e, "pPr");

	p->x->row++;
	if (!p->open)
		p->row = p->x->row;
	p->open = is_mark_deleted(ppr);
	p->props = nb_docx_props(ppr);
	nb_docx_inherit(&p->x->styles, &p->props);
	if (is_contents(p)) {
		leave_out(p, e, "contents", "目录，可由标题重新生成");
		return;
	}
	if (!p->open)
		p->label = nb_docx_numbering_next(p->x->numbering, &p->props);
	inlines(p, e);
	if (p->open)
		return;
	flush(p);
	take_boxes(p);
	if (nb_markup_child(ppr, "sectPr") != NULL)
		end_section(p, nb_markup_child(ppr, "sectPr"));
}

static bool
is_contents_control(const struct nb_markup *sdt)
{
	const struct nb_markup *part =
	    nb_markup_child(nb_markup_child(sdt, "sdtPr"), "docPartObj");
	const struct nb_str gallery = nb_docx_val(part, "docPartGallery");

	return nb_str_eq(gallery, NB_S("Table of Contents"));
}

static void
blocks(struct para *p, const struct nb_markup *e)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		if (nb_markup_is(c, "p"))
			paragraph(p, c);
		else if (nb_markup_is(c, "tbl"))
			nb_docx_table(p->x, c, p->to);
		else if (nb_markup_is(c, "sectPr"))
			end_section(p, c);
		else if (is_contents_control(c))
			nb_docx_leave_out(
			    p->x, c, "contents", "目录，可由标题重新生成");
		else if (is_deleted(c))
			nb_docx_leave_out(
			    p->x, c, "deleted", "修订里已删去的文字");
		else if (nb_markup_is(c, "altChunk"))
			doubt(p, "other-file", "这里嵌着另一个文件，没有读入");
		else if (!is_properties(c))
			blocks(p, c);
	}
}

void
nb_docx_blocks(
    struct nb_docx *x, const struct nb_markup *e, struct nb_lines *to)
{
	struct para p = { .x = x,
		.to = to,
		.text = g_string_new(NULL),
		.box = g_ptr_array_new() };

	blocks(&p, e);
	flush(&p);
	g_string_free(p.text, TRUE);
	g_ptr_array_unref(p.box);
}
