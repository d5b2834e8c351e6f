/*
 * cli/preview/server.h - answers a browser on this machine, and no other.
 *
 * It listens on 127.0.0.1.  What has not the token in its path, or asks by
 * another name of this machine (a page elsewhere that had its own name point
 * here), or comes from another page, gets nothing.  No path of a request ever
 * becomes a path of a file.
 */
#pragma once

#include "cli/preview/desk.h"

struct nb_server;

/* port 0: any that is free.  NULL: the user has been told. */
struct nb_server *nb_server_new(struct nb_cli *cli, struct nb_desk *desk,
    const char *data_dir, uint16_t port);
void nb_server_free(struct nb_server *s);

/* Where to look: http://127.0.0.1:PORT/TOKEN/ */
const char *nb_server_address(const struct nb_server *s);

/* Run it when this can be read, or after so many ms; -1: no need. */
int nb_server_fd(const struct nb_server *s);
int nb_server_wait(const struct nb_server *s);
void nb_server_run(struct nb_server *s);

/* Sends a line of JSON to every page that is open; NULL: a sign of life. */
void nb_server_tell(struct nb_server *s, const char *line);
