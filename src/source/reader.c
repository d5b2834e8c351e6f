#include "source/reader.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/clean.h"
#include "source/codes.h"
#include "source/decode.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <sys/stat.h>
#include <unistd.h>

/* So many places of one kind are told one by one. */
enum { EACH_MAX = 20 };

/* The file as a whole, by its name. */
static struct nb_span
whole(const struct nb_text *t)
{
	return (struct nb_span){ t, 0, 0 };
}

/* A file of which nothing was read. */
static const struct nb_text *
unread(struct nb_arena *a, const char *path)
{
	const struct nb_str name = nb_arena_str(a, nb_str_z(path));

	return nb_text_new(a, name, NB_S(""));
}

static void
report_size(const struct nb_text *t, size_t most, struct nb_diags *d)
{
	nb_diag_add(d, &nb_code_A02, whole(t),
	    "“" NB_FMT "”超过 %zu MB，没有读", NB_ARG(t->name),
	    most / 1024 / 1024);
}

static const char *
why_not(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR:
		return "没有这个文件";
	case EACCES:
	case EPERM:
		return "没有读取权限";
	case EISDIR:
		return "这是文件夹，不是文件";
	case ENAMETOOLONG:
		return "文件名太长";
	case EMFILE:
	case ENFILE:
		return "打开的文件太多";
	case EIO:
		return "磁盘读取出错";
	default:
		return NULL;
	}
}

static enum nb_status
cannot_read(struct nb_arena *a, const char *path, struct nb_diags *d, int error)
{
	const char *why = why_not(error);

	if (why != NULL)
		nb_diag_add(d, &nb_code_A01, whole(unread(a, path)),
		    "读不了“%s”：%s", path, why);
	else
		nb_diag_add(d, &nb_code_A01, whole(unread(a, path)),
		    "读不了“%s”：系统错误 %d", path, error);
	return NB_FAILED;
}

/* 0 or an errno.  Stops one byte beyond the limit. */
static int
read_all(int fd, size_t most, GByteArray *to)
{
	guint8 buf[64 * 1024];
	ssize_t n;

	do {
		n = read(fd, buf, sizeof(buf));
		if (n > 0)
			g_byte_array_append(to, buf, (guint)n);
	} while ((n > 0 && to->len <= most) || (n < 0 && errno == EINTR));
	return n < 0 ? errno : 0;
}

/* Whether the file is said to be larger, so that none of it need be read. */
static bool
is_larger(const struct stat *st, size_t most)
{
	return S_ISREG(st->st_mode) && st->st_size > 0 &&
	    (size_t)st->st_size > most;
}

/* 0 or an errno; EFBIG: beyond the limit. */
static int
read_path(const char *path, size_t most, GByteArray *to)
{
	struct stat st;
	int fd, error;

	if (g_str_equal(path, "-"))
		return read_all(STDIN_FILENO, most, to);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return errno;
	error = fstat(fd, &st) < 0 ? errno
	    : S_ISDIR(st.st_mode)  ? EISDIR
	    : is_larger(&st, most) ? EFBIG
				   : read_all(fd, most, to);
	close(fd);
	return error;
}

enum nb_status
nb_source_read(struct nb_arena *a, const char *path, size_t most,
    struct nb_diags *d, struct nb_str *ret)
{
	g_autoptr(GByteArray) all = g_byte_array_new();
	const int error = read_path(path, most, all);

	*ret = NB_S("");
	if (error == EFBIG || all->len > most) {
		report_size(unread(a, path), most, d);
		return NB_FAILED;
	}
	if (error != 0)
		return cannot_read(a, path, d, error);
	*ret = nb_arena_str(
	    a, (struct nb_str){ (const char *)all->data, all->len });
	return NB_OK;
}

/* Text has no NUL bytes, or a damaged one or two; UTF-16 has many. */
static bool
is_binary(struct nb_str bytes)
{
	const size_t look = MIN(bytes.n, 4096), most = 8;
	size_t n = 0;

	if (nb_is_utf16(bytes))
		return false;
	for (size_t i = 0; i < look; i++)
		n += bytes.p[i] == '\0';
	return n > most;
}

/* What a file that is no text is, and what to do with it. */
struct format {
	struct nb_str magic;
	const char *what, *help;
};

#define COPY \
	"打开它，把文字复制出来存成 txt（扫描件先识别文字），再用 nianbao " \
	"import 转成 YAML"
#define SAVE "用 Word 或 WPS 另存为 docx，再用 nianbao import 转成 YAML"

/* By its first bytes, or NULL. */
static const struct format *
other_format(struct nb_str bytes)
{
	static const struct format format[] = {
		{ { "PK\3\4", 4 }, " Word（docx）、WPS 或压缩文件",
		    "Word 文档先转成 YAML：nianbao import 旧稿.docx -o "
		    "新稿.yaml" },
		{ { "\xD0\xCF\x11\xE0", 4 }, "旧版 Word（doc）或 WPS 文件",
		    SAVE },
		{ { "%PDF-", 5 }, " PDF 文件", COPY },
		{ { "{\\rtf", 5 }, " RTF 文件", SAVE },
		{ { "\x89PNG", 4 }, "图片", COPY },
		{ { "\xFF\xD8\xFF", 3 }, "图片", COPY },
		{ { "\x1F\x8B", 2 }, "压缩文件", "先解压，再用里面的文件" },
	};
	static const struct format binary = { { "", 0 }, "二进制文件",
		"确认选对了文件" };

	for (size_t i = 0; i < NB_COUNT(format); i++)
		if (nb_str_starts(bytes, format[i].magic))
			return &format[i];
	return is_binary(bytes) ? &binary : NULL;
}

enum nb_status
nb_source_use(struct nb_arena *a, const char *path, struct nb_str bytes,
    struct nb_diags *d, const struct nb_text **ret)
{
	const struct format *other = other_format(bytes);
	struct nb_diag *g;

	*ret = unread(a, path);
	if (bytes.n > NB_SOURCE_MAX) {
		report_size(*ret, NB_SOURCE_MAX, d);
		return NB_FAILED;
	}
	if (other != NULL) {
		g = nb_diag_add(d, &nb_code_A03, whole(*ret),
		    "“%s”是%s，不是文本", path, other->what);
		g->hint = nb_str_z(other->help);
		return NB_FAILED;
	}
	*ret = nb_source_text(a, (*ret)->name, bytes, d);
	return NB_OK;
}

enum nb_status
nb_source_open(struct nb_arena *a, const char *path, struct nb_diags *d,
    const struct nb_text **ret)
{
	struct nb_str bytes;

	*ret = unread(a, path);
	if (nb_source_read(a, path, NB_SOURCE_MAX, d, &bytes) != NB_OK)
		return NB_FAILED;
	return nb_source_use(a, path, bytes, d, ret);
}

static void
report_encoding(
    const struct nb_text *t, struct nb_diags *d, enum nb_encoding encoding)
{
	struct nb_diag *g;

	switch (encoding) {
	case NB_UTF8:
		return;
	case NB_UTF8_BOM:
		g = nb_diag_add(d, &nb_code_G01, whole(t),
		    "文件开头有 UTF-8 的字节序标记（BOM），已略过");
		nb_diag_set_severity(d, g, NB_NOTE);
		g->hint = NB_S("另存时选“UTF-8”，不选“带 BOM 的 UTF-8”");
		return;
	case NB_UTF16LE:
	case NB_UTF16BE:
		nb_diag_add(d, &nb_code_G01, whole(t),
		    "文件是 UTF-16（“Unicode”）编码，已按此读入");
		return;
	case NB_GB18030:
		nb_diag_add(d, &nb_code_G01, whole(t),
		    "文件是 GBK（GB18030）编码，已按此读入");
		return;
	case NB_BIG5:
		nb_diag_add(d, &nb_code_G01, whole(t),
		    "文件是 Big5（大五码）编码，已按此读入");
		return;
	}
	NB_UNREACHABLE();
}

static void
report_line_ends(
    const struct nb_text *t, struct nb_diags *d, const struct nb_clean *c)
{
	struct nb_diag *g;

	if (!c->crlf && !c->cr)
		return;
	g = nb_diag_add(d, &nb_code_G01, whole(t),
	    "行尾是 Windows 或旧式的回车（%s），已当作换行",
	    c->crlf ? "CRLF" : "CR");
	nb_diag_set_severity(d, g, NB_NOTE);
	g->hint = NB_S("不改也能用；要改就另存为行尾 LF");
}

static void
report_replaced(
    const struct nb_text *t, struct nb_diags *d, const struct nb_replaced *r)
{
	struct nb_span span = { t, (uint32_t)r->at, (uint32_t)r->at + 1 };

	if (nb_is_separator(r->c)) {
		nb_diag_add(d, &nb_code_Y24, span,
		    "这里有看不见的换行符 U+%04X，已当作空格", r->c);
		return;
	}
	span.end += 2; /* U+FFFD */
	nb_diag_add(d, &nb_code_Y23, span,
	    "这里有看不见的控制字符 U+%04X，已换成“\uFFFD”", r->c);
}

static void
report_damage(
    const struct nb_text *t, struct nb_diags *d, const struct nb_damage *one)
{
	const uint32_t at = (uint32_t)one->at;

	nb_diag_add(d, &nb_code_Y25, (struct nb_span){ t, at, at + 3 },
	    "文件第 %zu 字节起有 %zu 个字节（0x%02X…）不成文字，"
	    "已换成“\uFFFD”",
	    one->from + 1, one->n, one->first);
}

/* One by one, and beyond EACH_MAX by their number. */
static void
report_places(const struct nb_text *t, struct nb_diags *d,
    const GArray *replaced, const GArray *damage)
{
	for (guint i = 0; i < MIN(replaced->len, EACH_MAX); i++)
		report_replaced(
		    t, d, &g_array_index(replaced, struct nb_replaced, i));
	for (guint i = 0; i < MIN(damage->len, EACH_MAX); i++)
		report_damage(
		    t, d, &g_array_index(damage, struct nb_damage, i));
	if (replaced->len > EACH_MAX)
		nb_diag_add(d, &nb_code_Y23, whole(t),
		    "另有 %u 处看不见的字符，未逐一列出",
		    replaced->len - EACH_MAX);
	if (damage->len > EACH_MAX)
		nb_diag_add(d, &nb_code_Y25, whole(t),
		    "另有 %u 处不成文字的字节，未逐一列出",
		    damage->len - EACH_MAX);
}

static void
report_text(const struct nb_text *t, struct nb_diags *d,
    const struct nb_decoded *decoded, const struct nb_clean *c)
{
	report_encoding(t, d, decoded->encoding);
	report_line_ends(t, d, c);
	report_places(t, d, c->replaced, decoded->damage);
}

const struct nb_text *
nb_source_text(struct nb_arena *a, struct nb_str name, struct nb_str bytes,
    struct nb_diags *d)
{
	struct nb_decoded decoded;
	struct nb_clean c;
	const struct nb_text *t;
	struct nb_str clean;
	bool fits;

	if (bytes.n <= NB_SOURCE_MAX && nb_is_clean(bytes))
		return nb_text_new(a, name, nb_arena_str(a, bytes));
	decoded = nb_decode(bytes);
	c = nb_clean((struct nb_str){ decoded.text->str, decoded.text->len },
	    decoded.damage);
	clean = (struct nb_str){ c.text->str, c.text->len };
	fits = clean.n <= NB_SOURCE_MAX;
	t = nb_text_new(a, name, fits ? nb_arena_str(a, clean) : NB_S(""));
	if (fits)
		report_text(t, d, &decoded, &c);
	else
		report_size(t, NB_SOURCE_MAX, d);
	nb_clean_free(&c);
	nb_decoded_free(&decoded);
	return t;
}
