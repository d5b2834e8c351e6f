#include "cli/select.h"

#include "cli/codes.h"

/* Puts what the word names into the set, or takes it out. */
struct change {
	GHashTable *unwanted;
	const GPtrArray *all;
	bool wanted;
};

static void
set_code(const struct change *c, const struct nb_code *code)
{
	if (c->wanted)
		g_hash_table_remove(c->unwanted, code);
	else
		g_hash_table_add(c->unwanted, (void *)code);
}

/* False when the word names nothing. */
static bool
take_word(const struct change *c, const char *word)
{
	const struct nb_code_group *group = nb_code_group_find(word);
	const struct nb_code *code = nb_codes_find(c->all, word);

	for (guint i = 0; group != NULL && i < c->all->len; i++)
		if (nb_code_group_has(group, c->all->pdata[i]))
			set_code(c, c->all->pdata[i]);
	if (code != NULL)
		set_code(c, code);
	return group != NULL || code != NULL;
}

/* One list; a comma may be of either keyboard. */
static bool
take_list(const struct change *c, struct nb_cli *cli, const char *list)
{
	g_autoptr(GString) plain = g_string_new(list);
	g_auto(GStrv) word = NULL;
	unsigned n = 0;

	g_string_replace(plain, "，", ",", 0);
	g_string_replace(plain, "、", ",", 0);
	g_string_replace(plain, " ", ",", 0);
	word = g_strsplit(plain->str, ",", -1);
	for (char **w = word; *w != NULL; w++) {
		if (**w == '\0')
			continue;
		if (!take_word(c, *w)) {
			nb_codes_complain(cli, c->all, *w);
			return false;
		}
		n++;
	}
	if (n == 0)
		nb_cli_complain(cli,
		    "--select、--ignore 后面要写编号或组，如 S、T01，逗号隔开");
	return n > 0;
}

static bool
take_lists(const struct change *c, struct nb_cli *cli, char *const *list)
{
	for (; *list != NULL; list++)
		if (!take_list(c, cli, *list))
			return false;
	return true;
}

bool
nb_selection_read(struct nb_selection *s, struct nb_cli *cli, char *const *only,
    char *const *never)
{
	g_autoptr(GPtrArray) all = nb_codes_all();
	struct change change = { NULL, all, only != NULL };

	*s = (struct nb_selection){ NULL };
	if (only == NULL && never == NULL)
		return true;
	s->unwanted = change.unwanted = g_hash_table_new(NULL, NULL);
	for (guint i = 0; only != NULL && i < all->len; i++)
		g_hash_table_add(s->unwanted, all->pdata[i]);
	if (only != NULL && !take_lists(&change, cli, only))
		return false;
	change.wanted = false;
	return never == NULL || take_lists(&change, cli, never);
}

void
nb_selection_clear(struct nb_selection *s)
{
	if (s->unwanted != NULL)
		g_hash_table_unref(s->unwanted);
}

bool
nb_selection_has(const struct nb_selection *s, const struct nb_code *code)
{
	return s->unwanted == NULL || !g_hash_table_contains(s->unwanted, code);
}

static bool
is_unwanted(void *to, const struct nb_diag *g)
{
	return !nb_selection_has(to, g->code);
}

void
nb_selection_apply(const struct nb_selection *s, struct nb_diags *d)
{
	if (s->unwanted != NULL)
		nb_diags_drop(d, is_unwanted, (void *)s);
}
