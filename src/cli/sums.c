#include "cli/sums.h"

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
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	const int fd = open(path, O_RDONLY | O_CLOEXEC);
	guchar piece[16384];
	ssize_t n = -1;

	if (fd >= 0) {
		while ((n = read(fd, piece, sizeof(piece))) > 0)
			g_checksum_update(sum, piece, n);
		close(fd);
	}
	return g_strdup(n == 0 ? g_checksum_get_string(sum) : "");
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
