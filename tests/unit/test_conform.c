/*
 * The conformance sheet: sound pages pass, and every kind of fault put into
 * them by hand is seen in its row; in the pages, and in the PDF of them.
 */
#include "conform/conform.h"

#include "base/arena.h"
#include "conform/recognise.h"
#include "output/output.h"
#include "pages.h"

#include <string.h>

static const char yaml[] =
    "年度: 2024\n机关: 云州市青荷区柳溪街道办事处\n主送: 青荷区人民政府\n"
    "成文日期: 2025-02-26\n章节:\n- 标题: 总\n  条目:\n  - 标题: 分\n"
    "    正文: |\n"
    "      "
    "街道把依法行政落到社区，全年主持会议研究法治工作六次，听取执法、信访、"
    "合同管理情况汇报，交办问题全部办结，群众看得见信得过，没有一件被撤销或者确"
    "认"
    "违法，对轻微违法行为先提醒再指导后处罚，依法不予处罚的都写明了理由。\n"
    "- 标题: 总\n  正文: 街道把依法行政落到社区。\n";

/* The pages' items may be changed: they are ours. */
static struct nb_item *
item_of(const struct pages *p, enum nb_item_role role, uint32_t skip)
{
	const struct nb_page *page = p->pages->page;

	for (uint32_t i = 0; i < page->n_items; i++)
		if (page->item[i].role == role && skip-- == 0)
			return (struct nb_item *)&page->item[i];
	g_assert_not_reached();
}

static void
shift_all(const struct pages *p)
{
	struct nb_item *item = (struct nb_item *)p->pages->page->item;

	for (uint32_t i = 0; i < p->pages->page->n_items; i++)
		item[i].x += NB_MM(2);
}

static void
lower_all(const struct pages *p)
{
	struct nb_item *item = (struct nb_item *)p->pages->page->item;

	for (uint32_t i = 0; i < p->pages->page->n_items; i++)
		item[i].y += NB_MM(2);
}

static void
widen_paper(const struct pages *p)
{
	((struct nb_page *)p->pages->page)->w += NB_MM(6);
}

static void
shrink_body(const struct pages *p)
{
	item_of(p, NB_ROLE_BODY, 4)->run.size -= NB_PT(1);
}

static void
change_heading(const struct pages *p)
{
	item_of(p, NB_ROLE_HEADING, 0)->run.face =
	    item_of(p, NB_ROLE_SIGNATURE, 0)->run.face;
}

static void
shift_title(const struct pages *p)
{
	item_of(p, NB_ROLE_TITLE, 0)->x += NB_MM(3);
}

static void
colour_body(const struct pages *p)
{
	item_of(p, NB_ROLE_BODY, 4)->rgb = 0xff0000;
}

static void
shift_date(const struct pages *p)
{
	item_of(p, NB_ROLE_SIGNATURE, 1)->x += NB_MM(1);
}

static void
lower_folio(const struct pages *p)
{
	for (uint32_t i = 0; i < 3; i++)
		item_of(p, NB_ROLE_FOLIO, i)->y += NB_MM(1);
}

static void
shift_folio(const struct pages *p)
{
	for (uint32_t i = 0; i < 3; i++)
		item_of(p, NB_ROLE_FOLIO, i)->x -= NB_MM(20);
}

static void
renumber_folio(const struct pages *p)
{
	item_of(p, NB_ROLE_FOLIO, 1)->run.text = nb_str_z("2");
}

static void
begin_with_mark(const struct pages *p)
{
	item_of(p, NB_ROLE_TITLE, 0)->run.text = nb_str_z("，云州");
}

static void
leave_paper(const struct pages *p)
{
	item_of(p, NB_ROLE_SIGNATURE, 0)->x += NB_MM(40);
}

static const struct fault {
	const char *name, *row;
	void (*make)(const struct pages *p);
} faults[] = {
	{ "paper", "纸张幅面", widen_paper },
	{ "inner", "订口", shift_all },
	{ "top", "天头", lower_all },
	{ "size", "正文字体字号", shrink_body },
	{ "heading", "一级标题字体", change_heading },
	{ "title", "标题位置", shift_title },
	{ "colour", "文字颜色", colour_body },
	{ "date", "日期首字错后", shift_date },
	{ "folio-drop", "页码一字线距版心", lower_folio },
	{ "folio-side", "页码位置", shift_folio },
	{ "folio-number", "页码形式", renumber_folio },
	{ "edge", "行首行末", begin_with_mark },
	{ "outside", "版心之外", leave_paper },
};

static enum nb_verdict
verdict_of(const struct nb_conform *sheet, const char *what)
{
	for (uint32_t i = 0; i < sheet->n; i++)
		if (nb_str_eq(sheet->row[i].what, nb_str_z(what)))
			return sheet->row[i].verdict;
	g_assert_not_reached();
}

static void
test_fault(gconstpointer data)
{
	const struct fault *fault = data;
	struct nb_conform sheet;
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	sheet = nb_conform_measure(p.arena, p.pages, p.t, p.fonts);
	g_assert_cmpint(verdict_of(&sheet, fault->row), ==, NB_VERDICT_GOOD);
	fault->make(&p);
	sheet = nb_conform_measure(p.arena, p.pages, p.t, p.fonts);
	g_assert_cmpint(verdict_of(&sheet, fault->row), ==, NB_VERDICT_BAD);
	pages_release(&p);
}

/* Text that no glyph shows is not in the PDF. */
static bool
is_text_only(const struct fault *fault)
{
	return fault->make == renumber_folio || fault->make == begin_with_mark;
}

/* The sheet of the PDF that the pages become. */
static struct nb_conform
measure_pdf(struct pages *p)
{
	g_autoptr(GString) bytes = g_string_new(NULL);
	const struct nb_pages *seen;

	g_assert_cmpint(
	    nb_output_find("pdf")->write(p->pages, 0, bytes, &p->diags), ==,
	    NB_OK);
	seen = nb_recognise_pdf(p->arena, "test.pdf",
	    (struct nb_str){ bytes->str, bytes->len }, p->t, p->fonts,
	    &p->diags);
	g_assert_nonnull(seen);
	g_assert_cmpuint(seen->n_pages, ==, p->pages->n_pages);
	return nb_conform_measure(p->arena, seen, p->t, p->fonts);
}

static void
test_pdf_fault(gconstpointer data)
{
	const struct fault *fault = data;
	struct nb_conform sheet;
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	fault->make(&p);
	sheet = measure_pdf(&p);
	g_assert_cmpint(verdict_of(&sheet, fault->row), ==, NB_VERDICT_BAD);
	pages_release(&p);
}

static void
assert_same(struct nb_str a, struct nb_str b)
{
	g_autofree char *x = g_strndup(a.p, a.n), *y = g_strndup(b.p, b.n);

	g_assert_cmpstr(x, ==, y);
}

static void
test_pdf_sound(void)
{
	struct nb_conform own, seen;
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	own = nb_conform_measure(p.arena, p.pages, p.t, p.fonts);
	seen = measure_pdf(&p);
	g_assert_cmpuint(own.n, ==, seen.n);
	for (uint32_t i = 0; i < own.n; i++) {
		assert_same(own.row[i].what, seen.row[i].what);
		assert_same(own.row[i].measured, seen.row[i].measured);
		g_assert_cmpint(own.row[i].verdict, ==, seen.row[i].verdict);
	}
	pages_release(&p);
}

static void
test_sound(void)
{
	struct nb_conform sheet;
	struct pages p;

	if (!pages_ready())
		return;
	p = pages_make(yaml, -1);
	sheet = nb_conform_measure(p.arena, p.pages, p.t, p.fonts);
	g_assert_cmpuint(sheet.count[NB_VERDICT_BAD], ==, 0);
	g_assert_cmpuint(sheet.count[NB_VERDICT_HOUSE], ==, 0);
	g_assert_cmpuint(sheet.count[NB_VERDICT_GOOD], >, 20);
	g_assert_cmpuint(sheet.count[NB_VERDICT_HAND], >, 3);
	for (uint32_t i = 0; i < sheet.n; i++) {
		g_assert_cmpuint(sheet.row[i].clause.n, >, 0);
		g_assert_cmpuint(sheet.row[i].asked.n, >, 0);
	}
	pages_release(&p);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/conform/sound", test_sound);
	g_test_add_func("/conform/pdf/sound", test_pdf_sound);
	for (size_t i = 0; i < NB_COUNT(faults); i++) {
		g_autofree char *name =
		    g_strdup_printf("/conform/fault/%s", faults[i].name);
		g_autofree char *in_pdf =
		    g_strdup_printf("/conform/pdf/fault/%s", faults[i].name);

		g_test_add_data_func(name, &faults[i], test_fault);
		if (!is_text_only(&faults[i]))
			g_test_add_data_func(
			    in_pdf, &faults[i], test_pdf_fault);
	}
	return g_test_run();
}
