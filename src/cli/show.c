#include "cli/show.h"

#include "cli/args.h"
#include "cli/baseline.h"
#include "cli/codes.h"
#include "cli/nearest.h"
#include "cli/sheet.h"
#include "diag/said.h"

static const struct nb_renderer *
find_renderer(struct nb_cli *cli, const char *name)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const struct nb_renderer *renderer;

	renderer = name != NULL ? nb_renderer_find(name) : &nb_renderers[0];
	for (size_t i = 0; i < nb_n_renderers; i++)
		g_ptr_array_add(names, (void *)nb_renderers[i].name);
	if (renderer == NULL)
		nb_nearest_complain(cli, "这种格式", name, names);
	return renderer;
}

/* From --level, --notes and --strict, which must agree. */
static bool
read_level(
    struct nb_cli *cli, const struct nb_args *args, enum nb_severity *ret)
{
	*ret = args->notes ? NB_NOTE : NB_WARNING;
	if (args->level == NULL)
		return true;
	if (!nb_severity_find(args->level, ret))
		nb_cli_complain(cli,
		    "--level 后面要写 error、warning 或 note"
		    "（错误、警告、提示也行），不是“%s”",
		    args->level);
	else if (args->notes && *ret != NB_NOTE)
		nb_cli_complain(cli,
		    "-v 就是 --level=note，不能又写 --level=%s", args->level);
	else if (args->strict && *ret == NB_ERROR)
		nb_cli_complain(cli,
		    "--strict 要看警告，不能和 --level=%s 一起用", args->level);
	else
		return true;
	return false;
}

bool
nb_show_init(
    struct nb_show *show, struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_rendering *r = &show->rendering;

	*show =
	    (struct nb_show){ .strict = args->strict, .sheet = args->sheet };
	show->codes = nb_codes_all();
	r->options.code = (const struct nb_code *const *)show->codes->pdata;
	r->options.n_codes = show->codes->len;
	r->renderer = find_renderer(cli, args->format);
	if (r->renderer == NULL || !read_level(cli, args, &r->options.least) ||
	    !nb_selection_read(
		&show->selection, cli, args->select, args->ignore))
		return false;
	if (!nb_sheet_is_sound(cli, args))
		return false;
	if (args->baseline == NULL)
		return true;
	show->baseline = nb_baseline_read(cli, args->baseline);
	return show->baseline != NULL;
}

void
nb_show_clear(struct nb_show *show)
{
	nb_baseline_free(show->baseline);
	nb_selection_clear(&show->selection);
	g_ptr_array_unref(show->codes);
}

bool
nb_show_is_plain(
    const struct nb_show *show, struct nb_cli *cli, const char *command)
{
	const enum nb_format format = nb_show_format(show);

	if (format != NB_FORMAT_SARIF && format != NB_FORMAT_CSV)
		return true;
	nb_cli_complain(cli, "%s 的格式只有 full、concise、json", command);
	return false;
}

enum nb_format
nb_show_format(const struct nb_show *show)
{
	return show->rendering.renderer->format;
}

void
nb_show_filter(const struct nb_show *show, const char *path, struct nb_diags *d)
{
	nb_selection_apply(&show->selection, d);
	if (show->baseline != NULL)
		nb_baseline_apply(show->baseline, path, &show->selection, d);
	nb_diags_heed(d);
}

void
nb_show_begin(struct nb_show *show, struct nb_sink *to)
{
	g_autoptr(GString) out = g_string_new(NULL);

	show->rendering.options.colour = to->colour;
	nb_render_begin(out, &show->rendering);
	nb_sink_string(to, out);
}

void
nb_show_end(struct nb_show *show, struct nb_sink *to)
{
	g_autoptr(GString) out = g_string_new(NULL);

	nb_render_end(out, &show->rendering);
	nb_sink_string(to, out);
}

void
nb_show_findings(struct nb_show *show, struct nb_sink *to, struct nb_diags *d)
{
	g_autoptr(GString) out = g_string_new(NULL);

	nb_diags_sort(d);
	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		nb_render_finding(out, &show->rendering, g);
	nb_sink_string(to, out);
}

void
nb_show_summary(
    struct nb_show *show, struct nb_sink *to, const struct nb_diags *d)
{
	g_autoptr(GString) out = g_string_new(NULL);

	nb_render_summary(out, &show->rendering, d);
	nb_sink_string(to, out);
}

void
nb_show_trouble(struct nb_cli *cli, struct nb_diags *d)
{
	struct nb_show show = {
		.rendering = {
			.renderer = &nb_renderers[0],
			.options = { .colour = cli->err.colour,
			    .least = NB_WARNING },
		},
	};

	nb_show_findings(&show, &cli->err, d);
}

enum nb_exit
nb_show_exit(const struct nb_show *show, const struct nb_diags *d)
{
	if (d->n[NB_ERROR] > 0 || (show->strict && d->n[NB_WARNING] > 0))
		return NB_EXIT_FINDINGS;
	return NB_EXIT_OK;
}

enum nb_exit
nb_exit_worse(enum nb_exit a, enum nb_exit b)
{
	return a > b ? a : b;
}
