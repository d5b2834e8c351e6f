/*
 * Property: documents made at random hold every rule of the pages, lose
 * nothing, come out the same twice and as sound PDFs.  The seed is fixed, so
 * that a failure can be had again; NIANBAO_SEED=n tries another.
 */
#include "base/arena.h"
#include "output/output.h"
#include "page_rules.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

enum { SEED = 9704, DOCUMENTS = 60 };

/* A document under way: its YAML, and what the pages must say in order. */
struct draft {
	GRand *rand;
	GString *yaml;
	GPtrArray *paragraph; /* char *, without blanks */
	GPtrArray *cell;      /* char *: somewhere, rows may be torn */
};

static guint32
seed(void)
{
	const char *said = g_getenv("NIANBAO_SEED");

	return said != NULL ? (guint32)g_ascii_strtoull(said, NULL, 10) : SEED;
}

static int
below(const struct draft *d, int n)
{
	return g_rand_int_range(d->rand, 0, n);
}

#define ONE_OF(d, array) (array)[below((d), (int)G_N_ELEMENTS(array))]

static const char *const plain[] = { "法治", "政府", "建设", "街道", "年度",
	"全面", "推进", "落实", "的", "和", "在", "对", "依法行政", "群众",
	"深入学习", "矛盾", "化解", "办", "实", "一件件" };
static const char *const marked[] = { "“谁执法谁普法”", "《条例》", "（试行）",
	"《法》《办法》《规定》", "《关于〈细则〉的说明》",
	"“《规定》（修订）”", "——也就是——", "……", "〔2024〕15号",
	"张·图尔迪·买买提", "5～6", "甲、乙、丙、丁", "“‘四个一’机制”", "1/3",
	"36.5℃", "7‰" };
static const char *const figures[] = { "2024年", "98.5%", "12件", "1,234.5万元",
	"12345", "第3季度", "3—5月", "0.1", "1234567890123456件", "－5" };
static const char *const latin[] = { "AI", "GB/T 9704", "COVID-19",
	"https://www.example.cn/zwgk/fzzf/2024/t20240120_1234567.html",
	"internationalization", "a@example.cn", "12345.gov.cn", "5G+" };
static const char *const points[] = { "，", "。", "；", "：", "、", "？",
	"！" };

/* A figure or a Latin word has Han characters on both sides. */
static void
add_between(const struct draft *d, GString *s, const char *word)
{
	g_string_append(s, ONE_OF(d, plain));
	g_string_append(s, word);
	g_string_append(s, ONE_OF(d, plain));
}

static void
add_word(const struct draft *d, GString *s)
{
	const int k = below(d, 20);

	if (k < 3)
		g_string_append(s, ONE_OF(d, marked));
	else if (k < 5)
		add_between(d, s, ONE_OF(d, figures));
	else if (k < 6)
		add_between(d, s, ONE_OF(d, latin));
	else
		g_string_append(s, ONE_OF(d, plain));
}

static char *
without_blanks(const char *s)
{
	GString *out = g_string_new(NULL);

	for (; *s != '\0'; s++)
		if (*s != ' ')
			g_string_append_c(out, *s);
	return g_string_free(out, FALSE);
}

static char *
sentence(const struct draft *d, int words)
{
	GString *s = g_string_new(ONE_OF(d, plain));

	for (int i = 0; i < words; i++) {
		add_word(d, s);
		if (below(d, 6) == 0) {
			g_string_append(s, ONE_OF(d, points));
			g_string_append(s, ONE_OF(d, plain));
		}
	}
	g_string_append(s, ONE_OF(d, plain));
	return g_string_free(s, FALSE);
}

static void
add_paragraphs(struct draft *d, const char *indent, int n, int words)
{
	for (int i = 0; i < n; i++) {
		g_autofree char *text = sentence(d, below(d, words) + 1);

		g_string_append_printf(
		    d->yaml, "%s%s%s。\n", i > 0 ? "\n" : "", indent, text);
		g_ptr_array_add(d->paragraph, without_blanks(text));
	}
}

static void
add_heading(struct draft *d, const char *indent, int words)
{
	g_autoptr(GString) title = g_string_new(NULL);

	for (int i = 0; i <= words; i++)
		g_string_append(title, ONE_OF(d, plain));
	g_string_append_printf(d->yaml, "%s- 标题: %s\n", indent, title->str);
	g_ptr_array_add(d->paragraph, g_strdup(title->str));
}

/* Every third cell is longer than its column. */
static void
add_table(struct draft *d, const char *indent)
{
	const int columns = 2 + below(d, 4), rows = 1 + below(d, 60);

	g_string_append_printf(
	    d->yaml, "%s  表:\n%s    标题: 任务\n", indent, indent);
	g_string_append_printf(d->yaml, "%s    列: [", indent);
	for (int c = 0; c < columns; c++)
		g_string_append_printf(
		    d->yaml, "%s第%d栏", c > 0 ? ", " : "", c);
	g_string_append_printf(d->yaml, "]\n%s    行:\n", indent);
	for (int r = 0; r < rows; r++) {
		g_string_append_printf(d->yaml, "%s    - [", indent);
		for (int c = 0; c < columns; c++) {
			const int length = below(d, 3) == 0 ? 30 : 4;
			g_autoptr(GString) text = g_string_new(NULL);

			for (int i = below(d, length); i >= 0; i--)
				g_string_append(text, ONE_OF(d, plain));
			g_string_append_printf(
			    d->yaml, "%s%s", c > 0 ? ", " : "", text->str);
			g_ptr_array_add(d->cell, g_strdup(text->str));
		}
		g_string_append(d->yaml, "]\n");
	}
}

static void
add_section(struct draft *d, int depth, int words)
{
	g_autofree char *indent = g_strnfill((gsize)depth * 2, ' ');
	g_autofree char *text = g_strconcat(indent, "    ", NULL);

	add_heading(d, indent, below(d, 12));
	if (depth == 3 || below(d, 3) > 0) {
		g_string_append_printf(d->yaml, "%s  正文: |\n", indent);
		add_paragraphs(d, text, 1 + below(d, 4), words);
	}
	if (below(d, 12) == 0)
		add_table(d, indent);
	if (depth == 3 || below(d, 2) == 0)
		return;
	g_string_append_printf(d->yaml, "%s  条目:\n", indent);
	for (int i = below(d, 4); i >= 0; i--)
		add_section(d, depth + 1, words);
}

static void
draft_make(struct draft *d, int chapters, int words)
{
	g_string_assign(
	    d->yaml, "年度: 2024\n机关: 云州市青荷区柳溪街道办事处\n");
	g_ptr_array_set_size(d->paragraph, 0);
	g_ptr_array_set_size(d->cell, 0);
	if (below(d, 2) == 0)
		g_string_append(d->yaml, "成文日期: 2025-02-26\n");
	if (below(d, 2) == 0)
		g_string_append(d->yaml, "主送: 区人民政府\n");
	g_string_append(d->yaml, "章节:\n");
	for (int i = 0; i < chapters; i++)
		add_section(d, 0, words);
}

static void
check_cells(const struct draft *d, const char *text)
{
	for (guint i = 0; i < d->cell->len; i++) {
		const char *want = d->cell->pdata[i];
		const char *found = strstr(text, want);

		if (found == NULL)
			fprintf(stderr, "# lost: %s\n", want);
		g_assert_nonnull(found);
	}
}

static void
check_text(const struct draft *d, const struct pages *p)
{
	g_autofree char *text = page_rules_text(p);
	const char *at = text;

	for (guint i = 0; i < d->paragraph->len; i++) {
		const char *want = d->paragraph->pdata[i];

		at = strstr(at, want);
		if (at == NULL)
			fprintf(stderr, "# lost: %s\n", want);
		g_assert_nonnull(at);
		at += strlen(want);
	}
	check_cells(d, text);
}

static GString *
pdf_of(const struct pages *p)
{
	GString *out = g_string_new(NULL);
	struct nb_diags d;

	nb_diags_init(&d, p->arena);
	g_assert_cmpint(
	    nb_output_find("pdf")->write(p->pages, 0, out, &d), ==, NB_OK);
	return out;
}

/* qpdf finds nothing wrong, where it is installed. */
static void
check_sound(const GString *pdf)
{
	g_autofree char *program = g_find_program_in_path("qpdf");
	g_autofree char *file = NULL;
	g_autofree char *said = NULL;
	int fd, status;

	if (program == NULL)
		return;
	fd = g_file_open_tmp("nianbao-XXXXXX.pdf", &file, NULL);
	g_assert_cmpint(fd, >=, 0);
	g_close(fd, NULL);
	g_assert_true(
	    g_file_set_contents(file, pdf->str, (gssize)pdf->len, NULL));
	g_assert_true(g_spawn_sync(NULL,
	    (char *[]){ program, (char *)"--check", file, NULL }, NULL,
	    G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &said, &status,
	    NULL));
	g_remove(file);
	if (status != 0)
		fprintf(stderr, "# qpdf: %s\n", said);
	g_assert_cmpint(status, ==, 0);
}

static void
check_same_twice(const struct draft *d, const struct pages *p)
{
	struct pages again = pages_make(d->yaml->str, -1);
	g_autoptr(GString) one = pdf_of(p);
	g_autoptr(GString) two = pdf_of(&again);

	g_assert_true(g_string_equal(one, two));
	check_sound(one);
	pages_release(&again);
}

/* What was seen of all documents. */
struct tally {
	uint32_t least, most; /* pages */
	uint32_t several;     /* documents of more than one */
	uint32_t poor;        /* of these, the last page of a few lines */
};

static void
tally_add(struct tally *t, const struct pages *p)
{
	const uint32_t n = p->pages->n_pages;

	t->least = MIN(t->least, n);
	t->most = MAX(t->most, n);
	t->several += n > 1;
	t->poor += n > 1 && page_rules_last_rows(p) < p->t->makeup.last_rows;
}

static void
check_document(const struct draft *d, bool twice, struct tally *t)
{
	struct pages p = pages_make(d->yaml->str, -1);

	page_rules_check(&p);
	check_text(d, &p);
	if (twice)
		check_same_twice(d, &p);
	tally_add(t, &p);
	pages_release(&p);
}

static void
draft_init(struct draft *d)
{
	d->rand = g_rand_new_with_seed(seed());
	d->yaml = g_string_new(NULL);
	d->paragraph = g_ptr_array_new_with_free_func(g_free);
	d->cell = g_ptr_array_new_with_free_func(g_free);
	g_test_message("NIANBAO_SEED=%u", seed());
}

static void
draft_clear(struct draft *d)
{
	g_rand_free(d->rand);
	g_string_free(d->yaml, TRUE);
	g_ptr_array_unref(d->paragraph);
	g_ptr_array_unref(d->cell);
}

static void
test_many(void)
{
	struct tally t = { .least = UINT32_MAX };
	struct draft d;

	if (!pages_ready())
		return;
	draft_init(&d);
	for (int i = 0; i < DOCUMENTS; i++) {
		draft_make(&d, 1 + below(&d, 9), 1 + i * 2);
		check_document(&d, i % 8 == 0, &t);
	}
	g_test_message("%u to %u pages, last page poor: %u of %u", t.least,
	    t.most, t.poor, t.several);
	g_assert_cmpuint(t.poor * 8, <=, t.several);
	draft_clear(&d);
}

static void
test_long(void)
{
	struct tally t = { .least = UINT32_MAX };
	struct draft d;

	if (!pages_ready())
		return;
	draft_init(&d);
	draft_make(&d, 60, 100);
	check_document(&d, false, &t);
	g_test_message("%u pages", t.most);
	g_assert_cmpuint(t.most, >, 250);
	draft_clear(&d);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/generated/many", test_many);
	g_test_add_func("/generated/long", test_long);
	return g_test_run();
}
