#include "output/file.h"

#include "diag/diag.h"
#include "output/codes.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_LINKS = 40 };

/* The bytes and where they go. */
struct job {
	const char *bytes;
	size_t n;
	const char *path, *dir; /* without a symbolic link at the end */
	mode_t mode;            /* of the file that is replaced */
	bool replaces;
};

static void
report(struct nb_diags *d, const char *path, int error)
{
	static const struct {
		int error;
		const struct nb_code *code;
		const char *words;
	} reason[] = {
		{ ENOENT, &nb_code_A10, "所在的文件夹不存在" },
		{ ENOTDIR, &nb_code_A10, "路径中有一段不是文件夹" },
		{ EISDIR, &nb_code_A10, "这是一个文件夹" },
		{ EACCES, &nb_code_A10, "没有写的权限" },
		{ EPERM, &nb_code_A10, "没有写的权限" },
		{ EROFS, &nb_code_A10, "磁盘是只读的" },
		{ ENAMETOOLONG, &nb_code_A10, "文件名太长" },
		{ ELOOP, &nb_code_A10, "符号链接绕成了圈" },
		{ ETXTBSY, &nb_code_A10, "文件正被使用" },
		{ ENOSPC, &nb_code_A11, "磁盘已满" },
		{ EDQUOT, &nb_code_A11, "磁盘配额已用完" },
		{ EFBIG, &nb_code_A11, "超过了允许的文件大小" },
		{ EPIPE, &nb_code_A12, "接收的程序已经退出" },
		{ EIO, &nb_code_A12, "磁盘读写出错" },
	};
	const bool out = strcmp(path, "-") == 0;

	if (out)
		path = "标准输出";
	for (size_t i = 0; i < NB_COUNT(reason); i++)
		if (reason[i].error == error) {
			nb_diag_add(d, reason[i].code, (struct nb_span){ 0 },
			    "写不成“%s”：%s", path, reason[i].words);
			return;
		}
	nb_diag_add(d, &nb_code_A12, (struct nb_span){ 0 },
	    "写不成“%s”：系统错误 %d（%s）", path, error, g_strerror(error));
}

int
nb_file_write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		const ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return errno;
		bytes += done;
		n -= (size_t)done;
	}
	return 0;
}

/*
 * All that has to be done before anyone may see the file.  0 or an errno, like
 * all that follows.
 */
static int
fill(int fd, const struct job *job)
{
	int error = nb_file_write_all(fd, job->bytes, job->n);

	if (error == 0 && job->replaces && fchmod(fd, job->mode) != 0)
		error = errno;
	return error;
}

/* A name in the directory that nobody has; short, as path's may be long. */
static char *
spare_name(const struct job *job, unsigned attempt)
{
	g_autofree char *name =
	    g_strdup_printf(".nianbao-%ld-%u", (long)getpid(), attempt);

	return g_build_filename(job->dir, name, NULL);
}

static int
move_over(const char *spare, const struct job *job)
{
	int error;

	if (rename(spare, job->path) == 0)
		return 0;
	error = errno;
	unlink(spare);
	return error;
}

/* Gives the nameless file a name; straight its own if that is free. */
static int
publish(int fd, const struct job *job)
{
	g_autofree char *source = g_strdup_printf("/proc/self/fd/%d", fd);
	const char *name = job->path;
	g_autofree char *spare = NULL;

	for (unsigned i = 0;; i++) {
		if (linkat(AT_FDCWD, source, AT_FDCWD, name,
			AT_SYMLINK_FOLLOW) == 0)
			return name == job->path ? 0 : move_over(spare, job);
		if (errno != EEXIST)
			return errno;
		g_free(spare);
		name = spare = spare_name(job, i);
	}
}

/* ENOTSUP where nameless files, or naming them, are not supported. */
static int
write_nameless(const struct job *job)
{
	const int fd = open(job->dir, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
	int error;

	if (fd < 0)
		return errno == EISDIR || errno == EINVAL ? ENOTSUP : errno;
	error = fill(fd, job);
	if (error == 0 && publish(fd, job) != 0)
		error = ENOTSUP;
	close(fd);
	return error;
}

static int
write_spare(const struct job *job)
{
	g_autofree char *spare = NULL;
	int fd = -1, error;

	for (unsigned i = 0; fd < 0; i++) {
		g_free(spare);
		spare = spare_name(job, i);
		fd = open(spare, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
		if (fd < 0 && errno != EEXIST)
			return errno;
	}
	error = fill(fd, job);
	if (close(fd) != 0 && error == 0)
		error = errno;
	if (error != 0) {
		unlink(spare);
		return error;
	}
	return move_over(spare, job);
}

/* A device or a pipe cannot be replaced. */
static int
write_into(const char *path, const char *bytes, size_t n)
{
	const int fd = open(path, O_WRONLY | O_CLOEXEC);
	int error;

	if (fd < 0)
		return errno;
	error = nb_file_write_all(fd, bytes, n);
	if (close(fd) != 0 && error == 0)
		error = errno;
	return error;
}

/* Where path leads, link by link; what it names need not exist. */
static int
follow(const char *path, char **ret)
{
	g_autofree char *at = g_strdup(path);

	for (int i = 0; i < MOST_LINKS; i++) {
		g_autofree char *to = g_file_read_link(at, NULL);
		g_autofree char *dir = NULL;

		if (to == NULL) {
			*ret = g_steal_pointer(&at);
			return 0;
		}
		dir = g_path_get_dirname(at);
		g_free(at);
		at = g_path_is_absolute(to) ? g_steal_pointer(&to)
					    : g_build_filename(dir, to, NULL);
	}
	return ELOOP;
}

static int
write_whole(const char *path, struct job *job)
{
	g_autofree char *target = NULL;
	g_autofree char *dir = NULL;
	int error = follow(path, &target);

	if (error != 0)
		return error;
	dir = g_path_get_dirname(target);
	job->path = target;
	job->dir = dir;
	error = write_nameless(job);
	return error == ENOTSUP ? write_spare(job) : error;
}

static int
write_path(const char *path, const char *bytes, size_t n)
{
	struct job job = { .bytes = bytes, .n = n };
	struct stat st;

	if (stat(path, &st) != 0)
		return write_whole(path, &job);
	if (S_ISDIR(st.st_mode))
		return EISDIR;
	if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
		return errno;
	if (!S_ISREG(st.st_mode))
		return write_into(path, bytes, n);
	job.replaces = true;
	job.mode = st.st_mode & 07777;
	return write_whole(path, &job);
}

enum nb_status
nb_file_write(const char *path, const void *bytes, size_t n, struct nb_diags *d)
{
	const int error = strcmp(path, "-") == 0
	    ? nb_file_write_all(STDOUT_FILENO, bytes, n)
	    : write_path(path, bytes, n);

	if (error == 0)
		return NB_OK;
	report(d, path, error);
	return NB_FAILED;
}
