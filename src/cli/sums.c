#include "cli/sums.h"

#include "base/sha256.h"

#include <fcntl.h>
#include <glib.h>
#include <unistd.h>

struct nb_sums {
	GMutex lock;
	GHashTable *of; /* char * path -> char * sum */
};

struct nb_sums *
nb_sums_new(void)
{
	struct nb_sums *s = g_new0(struct nb_sums, 1);

	g_mutex_init(&s->lock);
	s->of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return s;
}

void
nb_sums_free(struct nb_sums *s)
{
	g_hash_table_unref(s->of);
	g_mutex_clear(&s->lock);
	g_free(s);
}

/* Piece by piece: a mapped font would count as memory in use. */
static char *
sum_file(const char *path)
{
	const int fd = open(path, O_RDONLY | O_CLOEXEC);
	char piece[16384];
	struct nb_sha256 sum;
	ssize_t n = -1;

	nb_sha256_begin(&sum);
	if (fd >= 0) {
		while ((n = read(fd, piece, sizeof(piece))) > 0)
			nb_sha256_add(&sum, piece, (size_t)n);
		close(fd);
	}
	return n == 0 ? nb_sha256_end(&sum) : g_strdup("");
}

const char *
nb_sums_file(struct nb_sums *s, const char *path)
{
	char *sum;

	g_mutex_lock(&s->lock);
	sum = g_hash_table_lookup(s->of, path);
	if (sum == NULL) {
		sum = sum_file(path);
		g_hash_table_insert(s->of, g_strdup(path), sum);
	}
	g_mutex_unlock(&s->lock);
	return sum;
}
