#include "cli/batch/manifest.h"

#include "output/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static const char stem[] = ".nianbao-batch";

struct nb_manifest {
	GHashTable *record; /* by key */
	char *path;
	int fd;
};

static char *
file_name(const struct nb_shard *shard)
{
	return shard->n == 1
	    ? g_strdup_printf("%s.jsonl", stem)
	    : g_strdup_printf("%s-%u-of-%u.jsonl", stem, shard->k, shard->n);
}

static void
free_record(void *p)
{
	nb_record_clear(p);
	g_free(p);
}

static void
read_file(struct nb_manifest *m, const char *path)
{
	g_autofree char *bytes = NULL;
	g_auto(GStrv) line = NULL;

	if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) ||
	    !g_file_get_contents(path, &bytes, NULL, NULL))
		return;
	line = g_strsplit(bytes, "\n", -1);
	for (char **l = line; *l != NULL; l++) {
		struct nb_record *r = g_new(struct nb_record, 1);

		if (nb_record_read(*l, r) && r->key != NULL)
			g_hash_table_replace(m->record, r->key, r);
		else
			free_record(r);
	}
}

/* Those of all parts: the number of parts may have changed. */
static void
read_folder(struct nb_manifest *m, const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (g_str_has_prefix(name, stem) &&
		    g_str_has_suffix(name, ".jsonl") &&
		    !g_str_equal(path, m->path))
			read_file(m, path);
	}
	read_file(m, m->path);
}

/* Of a run that was killed, the last line may lack its end. */
static int
end_last_line(int fd)
{
	const off_t size = lseek(fd, 0, SEEK_END);
	char last;

	if (size <= 0 || pread(fd, &last, 1, size - 1) != 1 || last == '\n')
		return 0;
	return nb_file_write_all(fd, "\n", 1);
}

static void
complain(struct nb_cli *cli, const char *path, int error)
{
	if (error == ENOSPC || error == EDQUOT || error == EFBIG)
		nb_cli_complain(cli, "写不成“%s”：磁盘已满", path);
	else if (error == EROFS)
		nb_cli_complain(cli, "写不成“%s”：磁盘是只读的", path);
	else if (error == EACCES || error == EPERM)
		nb_cli_complain(cli, "写不成“%s”：没有写的权限", path);
	else
		nb_cli_complain(cli, "写不成“%s”：系统错误 %d", path, error);
}

static bool
open_file(struct nb_manifest *m, struct nb_cli *cli, bool resume)
{
	int error;

	m->fd = open(m->path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (m->fd < 0) {
		complain(cli, m->path, errno);
		return false;
	}
	if (flock(m->fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
		nb_cli_complain(cli,
		    "另一个 nianbao batch 正在写这个文件夹（%s）", m->path);
		return false;
	}
	if (!resume && ftruncate(m->fd, 0) != 0)
		error = errno;
	else
		error = end_last_line(m->fd);
	if (error != 0)
		complain(cli, m->path, error);
	return error == 0;
}

struct nb_manifest *
nb_manifest_open(struct nb_cli *cli, const char *folder,
    const struct nb_shard *shard, bool resume)
{
	struct nb_manifest *m = g_new0(struct nb_manifest, 1);
	g_autofree char *name = file_name(shard);

	m->path = g_build_filename(folder, name, NULL);
	m->record =
	    g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_record);
	if (resume)
		read_folder(m, folder);
	if (open_file(m, cli, resume))
		return m;
	nb_manifest_close(m);
	return NULL;
}

void
nb_manifest_close(struct nb_manifest *m)
{
	if (m == NULL)
		return;
	if (m->fd >= 0)
		close(m->fd);
	g_hash_table_unref(m->record);
	g_free(m->path);
	g_free(m);
}

bool
nb_manifest_is_empty(const struct nb_manifest *m)
{
	return g_hash_table_size(m->record) == 0;
}

const struct nb_record *
nb_manifest_find(const struct nb_manifest *m, const char *key)
{
	return g_hash_table_lookup(m->record, key);
}

int
nb_manifest_add(struct nb_manifest *m, const struct nb_record *r)
{
	g_autoptr(GString) line = g_string_new(NULL);

	nb_record_write(line, r);
	return nb_file_write_all(m->fd, line->str, line->len);
}
