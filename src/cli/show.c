#include "cli/show.h"

#include "cli/args.h"
#include "cli/nearest.h"

bool
nb_show_init(
    struct nb_show *show, struct nb_cli *cli, const struct nb_args *args)
{
	const char *name =
	    args->format != NULL ? args->format : nb_renderers[0].name;
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	*show = (struct nb_show){
		.renderer = nb_renderer_find(name),
		.least = args->notes ? NB_NOTE : NB_WARNING,
		.strict = args->strict,
	};
	if (show->renderer != NULL)
		return true;
	for (size_t i = 0; i < nb_n_renderers; i++)
		g_ptr_array_add(names, (void *)nb_renderers[i].name);
	nb_nearest_complain(cli, "这种格式", name, names);
	return false;
}

void
nb_show_findings(
    const struct nb_show *show, struct nb_sink *to, struct nb_diags *d)
{
	const struct nb_render_options o = {
		.colour = to->colour,
		.least = show->least,
	};
	g_autoptr(GString) out = g_string_new(NULL);

	nb_diags_sort(d);
	for (const struct nb_diag *g = d->first; g != NULL; g = g->next)
		show->renderer->finding(out, g, &o);
	nb_sink_string(to, out);
}

void
nb_show_summary(
    const struct nb_show *show, struct nb_sink *to, const struct nb_diags *d)
{
	const struct nb_render_options o = {
		.colour = to->colour,
		.least = show->least,
	};
	g_autoptr(GString) out = g_string_new(NULL);

	show->renderer->summary(out, d, &o);
	nb_sink_string(to, out);
}

void
nb_show_trouble(struct nb_cli *cli, struct nb_diags *d)
{
	const struct nb_show show = {
		.renderer = &nb_renderers[0],
		.least = NB_WARNING,
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
