/*
 * A file appears whole or not at all, and nothing is left beside it.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "output/file.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOBODY = 65534 };

struct fixture {
	char *dir;
	struct nb_arena *arena;
	struct nb_diags diags;
};

static void
fixture_init(struct fixture *x)
{
	x->arena = nb_arena_new();
	x->dir = g_dir_make_tmp("nianbao-XXXXXX", NULL);
	nb_diags_init(&x->diags, x->arena);
}

static void
fixture_clear(struct fixture *x)
{
	GDir *dir = g_dir_open(x->dir, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(x->dir, name, NULL);

		g_assert_cmpint(g_remove(path), ==, 0);
	}
	g_dir_close(dir);
	g_rmdir(x->dir);
	g_free(x->dir);
	nb_arena_free(x->arena);
}

static char *
in(const struct fixture *x, const char *name)
{
	return g_build_filename(x->dir, name, NULL);
}

static void
put(const char *path, const char *text, mode_t mode)
{
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	g_assert_cmpint(chmod(path, mode), ==, 0);
}

static enum nb_status
write_text(struct fixture *x, const char *path, const char *text)
{
	return nb_file_write(path, text, strlen(text), &x->diags);
}

static void
assert_text(const char *path, const char *want)
{
	g_autofree char *text = NULL;

	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_assert_cmpstr(text, ==, want);
}

static void
assert_mode(const char *path, mode_t want)
{
	struct stat st;

	g_assert_cmpint(stat(path, &st), ==, 0);
	g_assert_cmpuint(st.st_mode & 07777, ==, want);
}

static void
assert_entries(const struct fixture *x, unsigned want)
{
	GDir *dir = g_dir_open(x->dir, 0, NULL);
	unsigned n = 0;

	while (g_dir_read_name(dir) != NULL)
		n++;
	g_dir_close(dir);
	g_assert_cmpuint(n, ==, want);
}

static void
assert_says(const struct fixture *x, const char *id, const char *words)
{
	g_assert_nonnull(x->diags.first);
	g_assert_null(x->diags.first->next);
	g_assert_cmpstr(x->diags.first->code->id, ==, id);
	g_assert_nonnull(strstr(x->diags.first->message.p, words));
}

static void
test_new(void)
{
	struct fixture x;
	g_autofree char *path = NULL;
	const mode_t before = umask(027);

	fixture_init(&x);
	path = in(&x, "年报.pdf");
	g_assert_cmpint(write_text(&x, path, "甲"), ==, NB_OK);
	umask(before);
	assert_text(path, "甲");
	assert_mode(path, 0640);
	assert_entries(&x, 1);
	fixture_clear(&x);
}

static void
test_replace(void)
{
	struct fixture x;
	g_autofree char *path = NULL;

	fixture_init(&x);
	path = in(&x, "年报.pdf");
	put(path, "旧", 0604);
	g_assert_cmpint(write_text(&x, path, "新"), ==, NB_OK);
	assert_text(path, "新");
	assert_mode(path, 0604);
	assert_entries(&x, 1);
	fixture_clear(&x);
}

/* 83 hanzi are 249 bytes: no room for a suffix. */
static void
test_long_name(void)
{
	struct fixture x;
	g_autoptr(GString) name = g_string_new(NULL);
	g_autofree char *path = NULL;

	fixture_init(&x);
	while (name->len < 249)
		g_string_append(name, "年");
	path = in(&x, name->str);
	g_assert_cmpint(write_text(&x, path, "旧"), ==, NB_OK);
	g_assert_cmpint(write_text(&x, path, "新"), ==, NB_OK);
	assert_text(path, "新");
	assert_entries(&x, 1);
	fixture_clear(&x);
}

static void
test_link(void)
{
	struct fixture x;
	g_autofree char *path = NULL;
	g_autofree char *target = NULL;

	fixture_init(&x);
	path = in(&x, "最新.pdf");
	target = in(&x, "2024.pdf");
	put(target, "旧", 0644);
	g_assert_cmpint(symlink("2024.pdf", path), ==, 0);
	g_assert_cmpint(write_text(&x, path, "新"), ==, NB_OK);
	g_assert_true(g_file_test(path, G_FILE_TEST_IS_SYMLINK));
	g_assert_false(g_file_test(target, G_FILE_TEST_IS_SYMLINK));
	assert_text(target, "新");
	assert_entries(&x, 2);
	fixture_clear(&x);
}

static void
test_dangling_link(void)
{
	struct fixture x;
	g_autofree char *path = NULL;
	g_autofree char *target = NULL;

	fixture_init(&x);
	path = in(&x, "最新.pdf");
	target = in(&x, "2024.pdf");
	g_assert_cmpint(symlink(target, path), ==, 0);
	g_assert_cmpint(write_text(&x, path, "新"), ==, NB_OK);
	g_assert_true(g_file_test(path, G_FILE_TEST_IS_SYMLINK));
	assert_text(target, "新");
	fixture_clear(&x);
}

static void
test_link_to_itself(void)
{
	struct fixture x;
	g_autofree char *path = NULL;

	fixture_init(&x);
	path = in(&x, "年报.pdf");
	g_assert_cmpint(symlink("年报.pdf", path), ==, 0);
	g_assert_cmpint(write_text(&x, path, "新"), ==, NB_FAILED);
	assert_says(&x, "A10", "符号链接");
	fixture_clear(&x);
}

static void
test_directory(void)
{
	struct fixture x;

	fixture_init(&x);
	g_assert_cmpint(write_text(&x, x.dir, "新"), ==, NB_FAILED);
	assert_says(&x, "A10", "这是一个文件夹");
	fixture_clear(&x);
}

static void
test_no_directory(void)
{
	struct fixture x;
	g_autofree char *path = NULL;

	fixture_init(&x);
	path = in(&x, "没有/年报.pdf");
	g_assert_cmpint(write_text(&x, path, "新"), ==, NB_FAILED);
	assert_says(&x, "A10", "所在的文件夹不存在");
	assert_entries(&x, 0);
	fixture_clear(&x);
}

static void
test_device(void)
{
	struct fixture x;

	fixture_init(&x);
	g_assert_cmpint(write_text(&x, "/dev/null", "新"), ==, NB_OK);
	g_assert_cmpint(write_text(&x, "/dev/full", "新"), ==, NB_FAILED);
	assert_says(&x, "A11", "磁盘已满");
	fixture_clear(&x);
}

/* A limit on the size of files breaks off a write as a full disk does. */
static void
test_breaks_off(gconstpointer data)
{
	const bool replaces = data != NULL;
	struct fixture x;
	g_autofree char *path = NULL;
	g_autofree char *bytes = g_malloc0(100000);
	struct rlimit before, small;
	enum nb_status status;

	fixture_init(&x);
	path = in(&x, "年报.pdf");
	if (replaces)
		put(path, "旧", 0644);
	g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &before), ==, 0);
	small = before;
	small.rlim_cur = 50000;
	signal(SIGXFSZ, SIG_IGN);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
	status = nb_file_write(path, bytes, 100000, &x.diags);
	g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &before), ==, 0);
	signal(SIGXFSZ, SIG_DFL);
	g_assert_cmpint(status, ==, NB_FAILED);
	assert_says(&x, "A11", "超过了允许的文件大小");
	assert_entries(&x, replaces ? 1 : 0);
	if (replaces)
		assert_text(path, "旧");
	fixture_clear(&x);
}

/* As a user who may not write there; root always may. */
static enum nb_status
write_as_nobody(struct fixture *x, const char *path)
{
	const bool root = geteuid() == 0;
	enum nb_status status;

	if (root)
		g_assert_cmpint(seteuid(NOBODY), ==, 0);
	status = write_text(x, path, "新");
	if (root)
		g_assert_cmpint(seteuid(0), ==, 0);
	return status;
}

static void
test_read_only_directory(void)
{
	struct fixture x;
	g_autofree char *path = NULL;

	fixture_init(&x);
	path = in(&x, "年报.pdf");
	g_assert_cmpint(chmod(x.dir, 0555), ==, 0);
	g_assert_cmpint(write_as_nobody(&x, path), ==, NB_FAILED);
	g_assert_cmpint(chmod(x.dir, 0755), ==, 0);
	assert_says(&x, "A10", "没有写的权限");
	assert_entries(&x, 0);
	fixture_clear(&x);
}

static void
test_read_only_file(void)
{
	struct fixture x;
	g_autofree char *path = NULL;

	fixture_init(&x);
	path = in(&x, "年报.pdf");
	put(path, "旧", 0444);
	g_assert_cmpint(chmod(x.dir, 0777), ==, 0);
	g_assert_cmpint(write_as_nobody(&x, path), ==, NB_FAILED);
	assert_says(&x, "A10", "没有写的权限");
	assert_text(path, "旧");
	assert_entries(&x, 1);
	fixture_clear(&x);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/file/new", test_new);
	g_test_add_func("/file/replace", test_replace);
	g_test_add_func("/file/long-name", test_long_name);
	g_test_add_func("/file/link", test_link);
	g_test_add_func("/file/dangling-link", test_dangling_link);
	g_test_add_func("/file/link-to-itself", test_link_to_itself);
	g_test_add_func("/file/directory", test_directory);
	g_test_add_func("/file/no-directory", test_no_directory);
	g_test_add_func("/file/device", test_device);
	g_test_add_data_func("/file/breaks-off-new", NULL, test_breaks_off);
	g_test_add_data_func(
	    "/file/breaks-off-old", GINT_TO_POINTER(1), test_breaks_off);
	g_test_add_func("/file/read-only-directory", test_read_only_directory);
	g_test_add_func("/file/read-only-file", test_read_only_file);
	return g_test_run();
}
