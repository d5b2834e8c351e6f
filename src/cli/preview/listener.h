/*
 * cli/preview/listener.h - an open page that is told of changes: server-sent
 * events.
 */
#pragma once

#include <glib.h>
#include <microhttpd.h>

/* Of struct nb_listener; whoever frees the queue has stopped the server. */
typedef GQueue nb_listeners;

/* An answer that goes on for ever; NULL when there are too many. */
struct MHD_Response *
nb_listener_new(nb_listeners *all, struct MHD_Connection *to);

/* Appends a message to what each of them is still to be sent. */
void nb_listeners_tell(nb_listeners *all, const char *message);

/* Lets those that wait end, before the server is stopped. */
void nb_listeners_wake(nb_listeners *all);
