#include "cli/batch/pool.h"

#include <glib.h>
#include <pthread.h>
#include <time.h>

/* Behind `next` all under the lock. */
struct nb_pool {
	nb_pool_work *work;
	void *to;
	uint32_t n_items;
	pthread_mutex_t lock;
	pthread_cond_t news;
	uint32_t next; /* to be begun */
	unsigned busy; /* items in hand */
	GArray *done;  /* of uint32_t */
	guint told;    /* of done */
	pthread_t *thread;
	struct seat *seat;
	unsigned n_threads;
};

/* What a thread starts from. */
struct seat {
	struct nb_pool *pool;
	unsigned worker;
};

static bool
take(struct nb_pool *p, uint32_t *item)
{
	bool is_left;

	pthread_mutex_lock(&p->lock);
	is_left = p->next < p->n_items;
	if (is_left) {
		*item = p->next++;
		p->busy++;
	}
	pthread_mutex_unlock(&p->lock);
	return is_left;
}

static void
give_back(struct nb_pool *p, uint32_t item)
{
	pthread_mutex_lock(&p->lock);
	g_array_append_val(p->done, item);
	p->busy--;
	pthread_cond_signal(&p->news);
	pthread_mutex_unlock(&p->lock);
}

static void *
run(void *from)
{
	const struct seat *seat = from;
	uint32_t item;

	while (take(seat->pool, &item)) {
		seat->pool->work(seat->pool->to, seat->worker, item);
		give_back(seat->pool, item);
	}
	return NULL;
}

struct nb_pool *
nb_pool_new(unsigned workers, uint32_t n_items, nb_pool_work *work, void *to)
{
	struct nb_pool *p = g_new0(struct nb_pool, 1);
	pthread_condattr_t monotonic;

	nb_assert(workers > 0);
	p->work = work;
	p->to = to;
	p->n_items = n_items;
	p->done = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	p->thread = g_new0(pthread_t, workers);
	p->seat = g_new0(struct seat, workers);
	pthread_mutex_init(&p->lock, NULL);
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_cond_init(&p->news, &monotonic);
	pthread_condattr_destroy(&monotonic);
	for (unsigned i = 0; i < workers; i++) {
		p->seat[i] = (struct seat){ p, i };
		if (pthread_create(&p->thread[i], NULL, run, &p->seat[i]) != 0)
			break;
		p->n_threads++;
	}
	if (p->n_threads == 0)
		nb_out_of_memory();
	return p;
}

void
nb_pool_free(struct nb_pool *p)
{
	if (p == NULL)
		return;
	nb_pool_stop(p);
	for (unsigned i = 0; i < p->n_threads; i++)
		pthread_join(p->thread[i], NULL);
	pthread_cond_destroy(&p->news);
	pthread_mutex_destroy(&p->lock);
	g_array_unref(p->done);
	g_free(p->thread);
	g_free(p->seat);
	g_free(p);
}

void
nb_pool_stop(struct nb_pool *p)
{
	pthread_mutex_lock(&p->lock);
	p->next = p->n_items;
	pthread_mutex_unlock(&p->lock);
}

static struct timespec
in_ms(unsigned ms)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	t.tv_sec += ms / 1000;
	t.tv_nsec += (long)(ms % 1000) * 1000000;
	if (t.tv_nsec >= 1000000000) {
		t.tv_sec++;
		t.tv_nsec -= 1000000000;
	}
	return t;
}

/* What there is to tell, under the lock. */
static enum nb_pool_news
look(const struct nb_pool *p)
{
	if (p->told < p->done->len)
		return NB_POOL_ITEM;
	return p->next == p->n_items && p->busy == 0 ? NB_POOL_OVER
						     : NB_POOL_QUIET;
}

enum nb_pool_news
nb_pool_wait(struct nb_pool *p, unsigned ms, uint32_t *item)
{
	const struct timespec end = in_ms(ms);
	enum nb_pool_news news;

	pthread_mutex_lock(&p->lock);
	for (int error = 0; (news = look(p)) == NB_POOL_QUIET && error == 0;)
		error = pthread_cond_timedwait(&p->news, &p->lock, &end);
	if (news == NB_POOL_ITEM)
		*item = g_array_index(p->done, uint32_t, p->told++);
	pthread_mutex_unlock(&p->lock);
	return news;
}
