#include "cli/preview/server.h"

#include "cli/preview/answer.h"
#include "cli/preview/listener.h"
#include "cli/preview/page_key.h"
#include "cli/preview/pieces.h"
#include "cli/show.h"
#include "output/output.h"

#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>

enum {
	TOKEN_BYTES = 16,
	MOST_CONNECTIONS = 1200,
	FILES_BESIDE = 64, /* besides the connections */
	PATIENCE = 20,     /* [s] with a client that says nothing */
};

struct nb_server {
	struct MHD_Daemon *daemon;
	struct nb_desk *desk;
	struct nb_pieces *pieces;
	nb_listeners listeners;
	uint16_t port;
	char token[2 * TOKEN_BYTES + 1];
	char *address;
};

/* An answer in the making. */
struct answer {
	unsigned status;
	const char *type;
	bool keep;         /* it never changes under its address */
	const char *shows; /* what is asked for: a page's key, or NULL */
	GString *body;
};

static void
refuse(struct answer *a, unsigned status, const char *why)
{
	a->status = status;
	a->type = "text/plain; charset=utf-8";
	a->keep = false;
	g_string_assign(a->body, why);
	g_string_append_c(a->body, '\n');
}

/* The number that a segment of a path is; it ends with end. */
static bool
read_number(const char **at, char end, uint64_t *ret)
{
	char *behind;

	if (!g_ascii_isdigit(**at))
		return false;
	errno = 0;
	*ret = g_ascii_strtoull(*at, &behind, 10);
	if (errno != 0 || *behind != end)
		return false;
	*at = behind + (end != '\0');
	return true;
}

/* Whether the page still shows what the browser was told of. */
static bool
is_asked(const struct nb_page *page, const char *shows)
{
	g_autofree char *key = nb_page_key(page);

	return shows == NULL || g_str_equal(shows, key);
}

/* “3/7.svg”: page 7, from 0, of document 3. */
static void
answer_page(struct nb_server *s, const char *path, struct answer *a)
{
	const struct nb_output *svg = nb_output_find("svg");
	struct nb_desk_doc *doc = NULL;
	struct nb_desk_sheet *sheet;
	uint64_t number, page;
	struct nb_diags failure;

	if (read_number(&path, '/', &number) &&
	    read_number(&path, '.', &page) && g_str_equal(path, svg->name))
		doc = nb_desk_at(s->desk, number);
	sheet = doc != NULL ? nb_desk_open(s->desk, doc) : NULL;
	if (sheet == NULL || sheet->pages == NULL ||
	    page >= sheet->pages->n_pages ||
	    !is_asked(&sheet->pages->page[page], a->shows)) {
		refuse(a, MHD_HTTP_NOT_FOUND, "没有这一页");
		return;
	}
	nb_diags_init(&failure, sheet->doc.arena);
	a->type = "image/svg+xml";
	a->keep = a->shows != NULL;
	if (svg->write(sheet->pages, (uint32_t)page, a->body, &failure) ==
	    NB_OK)
		return;
	nb_show_trouble(s->desk->cli, &failure);
	refuse(a, MHD_HTTP_INTERNAL_SERVER_ERROR, "这一页没有画成，原因见终端");
}

static void
answer_doc(struct nb_server *s, const char *path, struct answer *a)
{
	struct nb_desk_doc *doc = NULL;
	uint64_t number;

	if (read_number(&path, '\0', &number))
		doc = nb_desk_at(s->desk, number);
	if (doc == NULL) {
		refuse(a, MHD_HTTP_NOT_FOUND, "没有这份文件");
		return;
	}
	s->desk->shown = doc;
	a->type = "application/json";
	nb_answer_doc(a->body, nb_desk_open(s->desk, doc));
}

static void
answer_list(struct nb_server *s, const char *path, struct answer *a)
{
	if (*path != '\0') {
		refuse(a, MHD_HTTP_NOT_FOUND, "没有这个地址");
		return;
	}
	a->type = "application/json";
	nb_answer_list(a->body, s->desk);
}

static void
answer_piece(struct nb_server *s, const char *path, struct answer *a)
{
	const char *type = nb_pieces_find(s->pieces, path, a->body);

	if (type != NULL)
		a->type = type;
	else
		refuse(a, MHD_HTTP_NOT_FOUND, "没有这个地址");
}

static void
find_answer(struct nb_server *s, const char *path, struct answer *a)
{
	static const struct {
		const char *begin;
		void (*answer)(
		    struct nb_server *s, const char *path, struct answer *a);
	} kinds[] = {
		{ "page/", answer_page },
		{ "doc/", answer_doc },
		{ "documents", answer_list },
		{ "", answer_piece },
	};

	for (size_t i = 0; i < NB_COUNT(kinds); i++) {
		if (!g_str_has_prefix(path, kinds[i].begin))
			continue;
		kinds[i].answer(s, path + strlen(kinds[i].begin), a);
		return;
	}
}

/* Behind the token; NULL when it is not there.  Takes the same time always. */
static const char *
behind_token(const struct nb_server *s, const char *path)
{
	const size_t n = strlen(s->token);
	unsigned other = 0;

	if (*path != '/' || strlen(path) < n + 2 || path[n + 1] != '/')
		return NULL;
	for (size_t i = 0; i < n; i++)
		other |= (unsigned)(path[i + 1] ^ s->token[i]);
	return other == 0 ? path + n + 2 : NULL;
}

static const char *
header(struct MHD_Connection *c, const char *name)
{
	return MHD_lookup_connection_value(c, MHD_HEADER_KIND, name);
}

/* Whether a browser on this machine asks, of a page that is ours. */
static bool
is_ours(const struct nb_server *s, struct MHD_Connection *c)
{
	const char *host = header(c, MHD_HTTP_HEADER_HOST);
	const char *site = header(c, "Sec-Fetch-Site");
	g_autofree char *number = g_strdup_printf("127.0.0.1:%u", s->port);
	g_autofree char *name = g_strdup_printf("localhost:%u", s->port);

	return host != NULL &&
	    (g_str_equal(host, number) || g_str_equal(host, name)) &&
	    (site == NULL || g_str_equal(site, "same-origin") ||
		g_str_equal(site, "none"));
}

static enum MHD_Result
send_response(struct MHD_Connection *c, unsigned status, const char *type,
    bool keep, struct MHD_Response *r)
{
	static const char *const always[][2] = {
		{ "Content-Security-Policy",
		    "default-src 'none'; script-src 'self'; style-src 'self'; "
		    "img-src 'self' data:; connect-src 'self'; base-uri "
		    "'none'; "
		    "form-action 'none'; frame-ancestors 'none'" },
		{ "Cross-Origin-Resource-Policy", "same-origin" },
		{ "Referrer-Policy", "no-referrer" },
		{ "X-Content-Type-Options", "nosniff" },
	};
	enum MHD_Result done;

	if (r == NULL)
		return MHD_NO;
	for (size_t i = 0; i < NB_COUNT(always); i++)
		MHD_add_response_header(r, always[i][0], always[i][1]);
	MHD_add_response_header(r, MHD_HTTP_HEADER_CONTENT_TYPE, type);
	MHD_add_response_header(r, MHD_HTTP_HEADER_CACHE_CONTROL,
	    keep ? "private, max-age=3600, immutable" : "no-store");
	done = MHD_queue_response(c, status, r);
	MHD_destroy_response(r);
	return done;
}

static enum MHD_Result
send_answer(struct MHD_Connection *c, struct answer *a)
{
	return send_response(c, a->status, a->type, a->keep,
	    MHD_create_response_from_buffer(
		a->body->len, a->body->str, MHD_RESPMEM_MUST_COPY));
}

static bool
is_read_only(const char *method)
{
	return g_str_equal(method, MHD_HTTP_METHOD_GET) ||
	    g_str_equal(method, MHD_HTTP_METHOD_HEAD);
}

static enum MHD_Result
answer(struct nb_server *s, struct MHD_Connection *c, const char *url,
    const char *method)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct answer a = { .status = MHD_HTTP_OK,
		.shows = MHD_lookup_connection_value(
		    c, MHD_GET_ARGUMENT_KIND, "shows"),
		.body = text };
	const char *path = behind_token(s, url);

	if (!is_read_only(method))
		refuse(&a, MHD_HTTP_METHOD_NOT_ALLOWED, "这里只能看");
	else if (!is_ours(s, c))
		refuse(&a, MHD_HTTP_FORBIDDEN, "只答本机浏览器自己打开的页面");
	else if (path == NULL)
		refuse(&a, MHD_HTTP_NOT_FOUND,
		    "地址不全：请用终端里给出的整个地址");
	else if (g_str_equal(path, "events"))
		return send_response(c, MHD_HTTP_OK, "text/event-stream", false,
		    nb_listener_new(&s->listeners, c));
	else
		find_answer(s, path, &a);
	return send_answer(c, &a);
}

/*
 * MHD asks when it has the head, with each piece of a body, and at the end.
 * Who is answered sooner is let go; a browser is to keep its connection.
 */
static enum MHD_Result
handle(void *of, struct MHD_Connection *c, const char *url, const char *method,
    const char *version, const char *body, size_t *n, void **seen)
{
	const bool begun = *seen != NULL;

	(void)version, (void)body;
	*seen = of;
	if (is_read_only(method) && (!begun || *n > 0)) {
		*n = 0;
		return MHD_YES;
	}
	return answer(of, c, url, method);
}

/* What it has to say of clients that go away is nobody's concern. */
static void
hush(void *of, const char *fmt, va_list args)
{
	(void)of, (void)fmt, (void)args;
}

static bool
make_token(struct nb_server *s)
{
	uint8_t bytes[TOKEN_BYTES];

	if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
		return false;
	for (size_t i = 0; i < sizeof bytes; i++)
		g_snprintf(s->token + 2 * i, 3, "%02x", bytes[i]);
	return true;
}

/* As many connections as the system lets us have, at most what we want. */
static unsigned
most_connections(void)
{
	struct rlimit files;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		return MOST_CONNECTIONS / 4;
	if (files.rlim_cur < MOST_CONNECTIONS + FILES_BESIDE) {
		files.rlim_cur =
		    MIN(files.rlim_max, MOST_CONNECTIONS + FILES_BESIDE);
		(void)setrlimit(RLIMIT_NOFILE, &files);
		(void)getrlimit(RLIMIT_NOFILE, &files);
	}
	return (unsigned)MIN(
	    files.rlim_cur - FILES_BESIDE, (rlim_t)MOST_CONNECTIONS);
}

static bool
listen_at(struct nb_server *s, uint16_t port)
{
	const struct sockaddr_in here = {
		.sin_family = AF_INET,
		.sin_port = htons(port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	const union MHD_DaemonInfo *bound;

	s->daemon = MHD_start_daemon(
	    MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, port,
	    NULL, NULL, handle, s, MHD_OPTION_EXTERNAL_LOGGER, hush, NULL,
	    MHD_OPTION_SOCK_ADDR, &here, MHD_OPTION_CONNECTION_LIMIT,
	    most_connections(), MHD_OPTION_CONNECTION_TIMEOUT,
	    (unsigned)PATIENCE, MHD_OPTION_END);
	if (s->daemon == NULL)
		return false;
	bound = MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT);
	s->port = bound->port;
	s->address =
	    g_strdup_printf("http://127.0.0.1:%u/%s/", s->port, s->token);
	return true;
}

struct nb_server *
nb_server_new(struct nb_cli *cli, struct nb_desk *desk, const char *data_dir,
    uint16_t port)
{
	struct nb_server *s = g_new(struct nb_server, 1);

	*s = (struct nb_server){ .desk = desk };
	g_queue_init(&s->listeners);
	s->pieces = nb_pieces_read(cli, data_dir);
	if (s->pieces != NULL && make_token(s) && listen_at(s, port))
		return s;
	if (s->pieces != NULL)
		nb_cli_complain(cli,
		    port > 0 ? "端口 %u 用不了，请换一个，或不写 --port"
			     : "本机没有空闲的端口（%u）",
		    port);
	nb_server_free(s);
	return NULL;
}

void
nb_server_free(struct nb_server *s)
{
	if (s == NULL)
		return;
	if (s->daemon != NULL) {
		nb_listeners_wake(&s->listeners);
		MHD_run(s->daemon);
		MHD_stop_daemon(s->daemon);
	}
	nb_pieces_free(s->pieces);
	g_free(s->address);
	g_free(s);
}

const char *
nb_server_address(const struct nb_server *s)
{
	return s->address;
}

int
nb_server_fd(const struct nb_server *s)
{
	return MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD)
	    ->epoll_fd;
}

int
nb_server_wait(const struct nb_server *s)
{
	MHD_UNSIGNED_LONG_LONG ms;

	if (MHD_get_timeout(s->daemon, &ms) != MHD_YES)
		return -1;
	return (int)MIN(ms, (MHD_UNSIGNED_LONG_LONG)INT32_MAX);
}

void
nb_server_run(struct nb_server *s)
{
	MHD_run(s->daemon);
}

void
nb_server_tell(struct nb_server *s, const char *line)
{
	g_autofree char *message =
	    line != NULL ? g_strdup_printf("data: %s\n\n", line) : NULL;

	nb_listeners_tell(
	    &s->listeners, message != NULL ? message : ": 在\n\n");
}
