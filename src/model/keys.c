#include "model/keys.h"

const struct nb_object *const nb_objects[] = {
	&nb_object_report,
	&nb_object_section,
	&nb_object_table,
	&nb_object_row,
	&nb_object_cell,
	&nb_object_chart,
	&nb_object_indicator,
	&nb_object_problems,
	&nb_object_problem,
	&nb_object_tasks,
	&nb_object_task,
	&nb_object_task_table,
	&nb_object_task_group,
	&nb_object_task_row,
	&nb_object_notice,
	&nb_object_numbering,
	&nb_object_head,
	&nb_object_foot,
	&nb_object_archive,
	&nb_object_disclosure,
	&nb_object_ignore,
};
const size_t nb_n_objects = NB_COUNT(nb_objects);

const struct nb_choice nb_yes_no[] = {
	{ "是", true },
	{ "否", false },
	{ "true", true },
	{ "false", false },
	{ NULL, 0 },
};

static bool
is_synonym(const struct nb_key *key, struct nb_str name)
{
	const char *const *synonym = key->synonym;

	for (; synonym != NULL && *synonym != NULL; synonym++)
		if (nb_str_eq(name, nb_str_z(*synonym)))
			return true;
	return false;
}

const struct nb_key *
nb_key_find(const struct nb_object *object, struct nb_str name)
{
	for (size_t i = 0; i < object->n_keys; i++)
		if (nb_str_eq(name, nb_str_z(object->key[i].name)) ||
		    is_synonym(&object->key[i], name))
			return &object->key[i];
	return NULL;
}

/* How many characters may be wrong in a word of this length. [char] */
static unsigned
most_wrong(struct nb_str word)
{
	const size_t chars = nb_str_chars(word);

	return chars < 2 ? 0 : chars < 4 ? 1 : 2;
}

static unsigned
distance(struct nb_str typed, const char *known)
{
	return nb_str_distance(typed, nb_str_z(known), most_wrong(typed) + 1);
}

const struct nb_key *
nb_key_nearest(const struct nb_object *object, struct nb_str name)
{
	const struct nb_key *nearest = NULL;
	unsigned least = most_wrong(name) + 1;

	for (size_t i = 0; i < object->n_keys; i++) {
		const struct nb_key *key = &object->key[i];
		const char *const *synonym = key->synonym;
		unsigned far = distance(name, key->name);

		for (; synonym != NULL && *synonym != NULL; synonym++) {
			const unsigned other = distance(name, *synonym);

			far = other < far ? other : far;
		}
		if (far < least) {
			least = far;
			nearest = key;
		}
	}
	return nearest;
}

const struct nb_object *
nb_key_home(struct nb_str name)
{
	for (size_t i = 0; i < nb_n_objects; i++)
		for (size_t j = 0; j < nb_objects[i]->n_keys; j++)
			if (nb_str_eq(
				name, nb_str_z(nb_objects[i]->key[j].name)))
				return nb_objects[i];
	return NULL;
}

const struct nb_choice *
nb_choice_find(const struct nb_choice *choice, struct nb_str word)
{
	for (; choice->word != NULL; choice++)
		if (nb_str_eq(word, nb_str_z(choice->word)))
			return choice;
	return NULL;
}

struct nb_str
nb_choice_word(const struct nb_choice *choice, unsigned value)
{
	for (; choice->word != NULL; choice++)
		if (choice->value == value)
			return nb_str_z(choice->word);
	return NB_S("");
}

const struct nb_choice *
nb_choice_nearest(const struct nb_choice *choice, struct nb_str word)
{
	const struct nb_choice *nearest = NULL;
	unsigned least = most_wrong(word) + 1;

	for (; choice->word != NULL; choice++) {
		const unsigned far = distance(word, choice->word);

		if (far < least) {
			least = far;
			nearest = choice;
		}
	}
	return nearest;
}

bool
nb_key_is_faulty(
    const struct nb_object *object, nb_faults faults, const char *name)
{
	const struct nb_key *key = nb_key_find(object, nb_str_z(name));

	nb_assert(key != NULL);
	return (faults >> (key - object->key) & 1) != 0;
}
