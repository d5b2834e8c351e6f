#include "import/part.h"

#include "base/arena.h"
#include "base/text.h"
#include "diag/diag.h"
#include "import/codes.h"
#include "import/draft_yaml.h"
#include "import/flat.h"
#include "import/furniture.h"
#include "import/legible.h"
#include "import/oneline.h"
#include "import/pages.h"
#include "import/parted.h"
#include "import/recognise.h"
#include "import/repair.h"
#include "import/spaced.h"
#include "import/unfold.h"
#include "source/codes.h"
#include "source/reader.h"

static const struct nb_reader *
find_reader(struct nb_str name, struct nb_str bytes)
{
	size_t i = 0;

	while (!nb_readers[i]->knows(name, bytes))
		i++;
	return nb_readers[i];
}

/* Before it is decoded. */
static bool
is_too_large(struct nb_arena *a, const struct nb_reader *reader,
    struct nb_str name, struct nb_str bytes, struct nb_diags *d)
{
	const size_t most = reader->most > 0 ? reader->most : NB_SOURCE_MAX;
	const struct nb_text *nothing;

	if (bytes.n <= most)
		return false;
	nothing = nb_text_new(a, name, NB_S(""));
	nb_diag_add(d, &nb_code_A02, (struct nb_span){ nothing, 0, 0 },
	    "“" NB_FMT "”超过 %zu MB，没有读", NB_ARG(name), most >> 20);
	return true;
}

/* What a reader told of bytes that are no words is not worth telling. */
static enum nb_status
refuse(const struct nb_raw *raw, struct nb_arena *a, struct nb_diags *d)
{
	const struct nb_text *nothing = nb_text_new(a, raw->name, NB_S(""));
	struct nb_diag *g =
	    nb_diag_add(d, &nb_code_A62, (struct nb_span){ nothing, 0, 0 },
		"“" NB_FMT "”里的不像是文字，没有读", NB_ARG(raw->name));

	g->hint = NB_S("确认选对了文件；真是旧稿，就在原来的程序里打开，"
		       "看得清字的，另存为 docx 或 UTF-8 的纯文本，再导入");
	return NB_FAILED;
}

static enum nb_status
read_raw(struct nb_arena *a, const struct nb_reader *reader, struct nb_str name,
    struct nb_str bytes, struct nb_import_log *log, struct nb_diags *d,
    struct nb_raw *ret)
{
	enum nb_status status;
	struct nb_diags found;

	nb_diags_init_like(&found, d);
	status = reader->read(a, name, bytes, log, &found, ret);
	if (status == NB_OK && !nb_legible(a, ret))
		return refuse(ret, a, d);
	nb_diags_move(d, &found);
	return status;
}

static enum nb_status
run(struct nb_arena *a, struct nb_str name, struct nb_str bytes,
    const struct nb_import_options *o, struct nb_diags *d,
    struct nb_imported *ret, GString *out)
{
	const struct nb_repair_options repair = { .simplify = o->simplify };
	struct nb_draft *draft = nb_new(a, struct nb_draft);
	struct nb_import_log *log = &ret->log;
	struct nb_raw raw;

	ret->reader = find_reader(name, bytes);
	if (is_too_large(a, ret->reader, name, bytes, d))
		return NB_FAILED;
	if (read_raw(a, ret->reader, name, bytes, log, d, &ret->raw) != NB_OK)
		return NB_FAILED;
	raw = nb_parted(a, &ret->raw, o->words);
	raw = nb_oneline(a, &raw, o->words, log);
	raw = nb_pages(a, &raw, o->words, log);
	raw = nb_flat(a, &raw, o->words, log);
	raw = nb_unfold(a, &raw, o->words, log);
	raw = nb_spaced(a, &raw, o->words, log);
	raw = nb_repair(a, &raw, &repair, log);
	raw = nb_furniture(a, &raw, o->words, draft, log);
	nb_recognise(a, &raw, o->words, draft, log);
	nb_draft_write(a, draft, name, raw.place, log, o->mark, out);
	return NB_OK;
}

const struct nb_import_part nb_import_part = { { NB_VERSION }, run };
