/*
 * cli/batch/pool.h - threads that take items from one queue.
 *
 * Items are numbers from 0.  The thread that starts the pool takes back what
 * is done, in whatever order it gets done; all else that it does while the
 * pool runs may only read what the workers read.
 */
#pragma once

#include "base/base.h"

struct nb_pool;

/* Does an item; worker is the number of the thread, from 0. */
typedef void nb_pool_work(void *to, unsigned worker, uint32_t item);

struct nb_pool *
nb_pool_new(unsigned workers, uint32_t n_items, nb_pool_work *work, void *to);

/* Waits for the threads, which finish what they have in hand. */
void nb_pool_free(struct nb_pool *p);

/* No further item is begun. */
void nb_pool_stop(struct nb_pool *p);

enum nb_pool_news {
	NB_POOL_ITEM,  /* *item is done */
	NB_POOL_QUIET, /* nothing within the time */
	NB_POOL_OVER,  /* nothing is left to be done */
};

/* Waits no longer than so many milliseconds. */
enum nb_pool_news nb_pool_wait(struct nb_pool *p, unsigned ms, uint32_t *item);
