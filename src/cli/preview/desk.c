#include "cli/preview/desk.h"

#include "cli/folder.h"
#include "cli/preview/answer.h"
#include "cli/sheet.h"
#include "cli/target.h"
#include "cli/typeset.h"
#include "layout/locate.h"

#include <string.h>

enum { MOST_SHEETS = 4 };

static void
free_doc(void *p)
{
	struct nb_desk_doc *doc = p;

	g_free(doc->path);
	g_free(doc->name);
	g_free(doc->sheet);
	g_free(doc->place);
	g_free(doc->real);
	g_free(doc->row);
	g_free(doc);
}

static void
free_sheet(void *p)
{
	struct nb_desk_sheet *sheet = p;

	nb_document_clear(&sheet->doc);
	g_free(sheet);
}

static void
add(struct nb_desk *desk, const char *path)
{
	struct nb_desk_doc *doc = g_new(struct nb_desk_doc, 1);
	g_autofree char *sheet = nb_sheet_path(path, NULL);
	const char *name = path;

	if (desk->folder != NULL && g_str_has_prefix(path, desk->folder))
		for (name += strlen(desk->folder); *name == '/';)
			name++;
	*doc = (struct nb_desk_doc){
		.path = g_strdup(path),
		.name = g_filename_display_name(name),
		.place = g_canonicalize_filename(path, NULL),
		.real = nb_target_canonical(path),
		.sheet = g_canonicalize_filename(sheet, NULL),
		.number = desk->doc->len,
		.news = true,
		.listed = desk->folder == NULL,
	};
	g_ptr_array_add(desk->doc, doc);
}

static bool
has(const struct nb_desk *desk, const char *path)
{
	g_autofree char *place = g_canonicalize_filename(path, NULL);

	for (guint i = 0; i < desk->doc->len; i++) {
		const struct nb_desk_doc *doc = desk->doc->pdata[i];

		if (g_str_equal(doc->place, place))
			return true;
	}
	return false;
}

/* Takes in what is new in the folder.  False: the user has been told. */
static bool
read_folder(struct nb_desk *desk)
{
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	const bool ok = nb_folder_files(desk->cli, desk->folder, files);

	for (guint i = 0; i < files->len; i++)
		if (!has(desk, files->pdata[i]))
			add(desk, files->pdata[i]);
	return ok;
}

bool
nb_desk_init(struct nb_desk *desk, struct nb_cli *cli,
    const struct nb_data *data, const struct nb_show *show, const char *path)
{
	*desk = (struct nb_desk){
		.cli = cli,
		.data = data,
		.show = show,
		.doc = g_ptr_array_new_with_free_func(free_doc),
		.named = g_ptr_array_new_with_free_func(g_free),
	};
	g_queue_init(&desk->sheet);
	if (nb_folder_is(path)) {
		desk->folder = g_strdup(path);
		return read_folder(desk);
	}
	if (nb_target_is_stdout(path))
		nb_cli_complain(cli, "标准输入没法边写边看，请写文件名");
	else if (!g_file_test(path, G_FILE_TEST_EXISTS))
		nb_cli_complain(cli, "没有“%s”这个文件或文件夹", path);
	else {
		add(desk, path);
		return true;
	}
	return false;
}

void
nb_desk_clear(struct nb_desk *desk)
{
	g_queue_clear_full(&desk->sheet, free_sheet);
	g_ptr_array_unref(desk->doc);
	g_ptr_array_unref(desk->named);
	g_free(desk->folder);
}

struct nb_desk_doc *
nb_desk_at(const struct nb_desk *desk, uint64_t number)
{
	return number < desk->doc->len ? desk->doc->pdata[number] : NULL;
}

static void
name_past(struct nb_desk *desk, const struct nb_report *r)
{
	char *path;

	if (r == NULL || r->source == NULL)
		return;
	path = g_strndup(r->source->name.p, r->source->name.n);
	if (g_ptr_array_find_with_equal_func(
		desk->named, path, g_str_equal, NULL))
		g_free(path);
	else
		g_ptr_array_add(desk->named, path);
	name_past(desk, r->past.plan.report);
	name_past(desk, r->past.last.report);
}

static void
typeset(struct nb_desk *desk, struct nb_desk_sheet *sheet)
{
	const struct nb_typesetting how = {
		.data = desk->data,
		.show = desk->show,
	};
	struct nb_document *doc = &sheet->doc;
	const struct nb_typeset set = nb_typeset(doc, &how);

	nb_diags_sort(&doc->diags);
	sheet->pages = set.pages;
	sheet->refusal = set.refusal;
	sheet->locator = nb_locator_new(doc->arena, set.pages, doc->root);
	name_past(desk, doc->report->past.plan.report);
	name_past(desk, doc->report->past.last.report);
}

static enum nb_desk_state
read_sheet(struct nb_desk *desk, struct nb_desk_sheet *sheet)
{
	const char *path = sheet->of->path;

	if (nb_document_load(&sheet->doc, path, desk->data) != NB_OK)
		return g_file_test(path, G_FILE_TEST_EXISTS) ? NB_DESK_UNREAD
							     : NB_DESK_GONE;
	typeset(desk, sheet);
	sheet->of->listed |= nb_report_is_meant(sheet->doc.report);
	return sheet->of->listed ? NB_DESK_READ : NB_DESK_OTHER;
}

static struct nb_desk_sheet *
find_sheet(struct nb_desk *desk, const struct nb_desk_doc *doc)
{
	for (GList *i = desk->sheet.head; i != NULL; i = i->next) {
		struct nb_desk_sheet *sheet = i->data;

		if (sheet->of != doc)
			continue;
		g_queue_unlink(&desk->sheet, i);
		g_queue_push_head_link(&desk->sheet, i);
		return sheet;
	}
	return NULL;
}

struct nb_desk_sheet *
nb_desk_open(struct nb_desk *desk, struct nb_desk_doc *doc)
{
	struct nb_desk_sheet *sheet = find_sheet(desk, doc);

	if (sheet != NULL)
		return sheet;
	sheet = g_new0(struct nb_desk_sheet, 1);
	sheet->of = doc;
	doc->state = read_sheet(desk, sheet);
	g_free(doc->row);
	doc->row = nb_answer_row(sheet);
	g_queue_push_head(&desk->sheet, sheet);
	if (desk->sheet.length > MOST_SHEETS)
		free_sheet(g_queue_pop_tail(&desk->sheet));
	return sheet;
}

static struct nb_desk_doc *
find_news(const struct nb_desk *desk)
{
	for (guint i = 0; i < desk->doc->len; i++) {
		struct nb_desk_doc *doc = desk->doc->pdata[i];

		if (doc->news)
			return doc;
	}
	return NULL;
}

struct nb_desk_doc *
nb_desk_look(struct nb_desk *desk)
{
	struct nb_desk_doc *doc = desk->shown;

	if (doc == NULL || !doc->news)
		doc = find_news(desk);
	if (doc == NULL)
		return NULL;
	doc->news = false;
	return nb_desk_open(desk, doc)->of;
}

static void
set_waiting(struct nb_desk *desk, struct nb_desk_doc *doc)
{
	struct nb_desk_sheet *sheet = find_sheet(desk, doc);

	doc->state = NB_DESK_WAITING;
	doc->news = true;
	doc->changes++;
	g_free(doc->real);
	doc->real = nb_target_canonical(doc->path);
	if (sheet == NULL)
		return;
	g_queue_remove(&desk->sheet, sheet);
	free_sheet(sheet);
}

static bool
is_named(const struct nb_desk *desk, const char *path)
{
	for (guint i = 0; i < desk->named->len; i++)
		if (nb_target_is_same(path, desk->named->pdata[i]))
			return true;
	return false;
}

/* At the place or in it, linked to it, or with its 审核意见 there. */
static bool
is_at(const struct nb_desk_doc *doc, const char *place)
{
	const size_t n = strlen(place);

	return g_str_equal(doc->place, place) ||
	    g_str_equal(doc->real, place) || g_str_equal(doc->sheet, place) ||
	    (strncmp(doc->place, place, n) == 0 && doc->place[n] == '/');
}

/* What others draw on changes all of them. */
static bool
touch(struct nb_desk *desk, const char *path)
{
	g_autofree char *place = g_canonicalize_filename(path, NULL);
	const bool all = is_named(desk, path);
	bool touched = false;

	for (guint i = 0; i < desk->doc->len; i++) {
		struct nb_desk_doc *doc = desk->doc->pdata[i];

		if (!all && !is_at(doc, place))
			continue;
		set_waiting(desk, doc);
		touched = true;
	}
	return touched;
}

bool
nb_desk_touch(struct nb_desk *desk, const GPtrArray *paths)
{
	const guint n = desk->doc->len;
	bool touched = false;

	for (guint i = 0; i < paths->len; i++)
		touched |= touch(desk, paths->pdata[i]);
	if (desk->folder != NULL)
		touched |= read_folder(desk) && desk->doc->len > n;
	return touched;
}

static void
add_folder(GPtrArray *folders, const char *path)
{
	g_autofree char *place = g_canonicalize_filename(path, NULL);
	g_autofree char *folder = g_path_get_dirname(place);

	if (!g_ptr_array_find_with_equal_func(
		folders, folder, g_str_equal, NULL))
		g_ptr_array_add(folders, g_steal_pointer(&folder));
}

GPtrArray *
nb_desk_folders(const struct nb_desk *desk)
{
	GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);

	if (desk->folder != NULL) {
		g_autofree char *place =
		    g_canonicalize_filename(desk->folder, NULL);

		nb_folder_tree(place, folders);
	}
	for (guint i = 0; i < desk->doc->len; i++) {
		const struct nb_desk_doc *doc = desk->doc->pdata[i];

		add_folder(folders, doc->place);
		add_folder(folders, doc->real);
	}
	for (guint i = 0; i < desk->named->len; i++)
		add_folder(folders, desk->named->pdata[i]);
	return folders;
}
