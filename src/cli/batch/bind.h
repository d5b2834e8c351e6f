/*
 * cli/batch/bind.h - --bind: one volume of all that a run has written.
 *
 * The documents are laid out anew, one after the other, with one set of
 * fonts, as those kept from an earlier run must be; all of their pages are in
 * memory at once.
 */
#pragma once

#include "cli/batch/work.h"

/* False, and the user has been told, when --bind is no fit place. */
NB_MUST_USE bool nb_bind_may(struct nb_cli *cli, const struct nb_args *args);

/*
 * in and record are arrays of const struct nb_input * and const struct
 * nb_record *, in the order of the volume; of these what has been written.
 */
enum nb_exit nb_bind_write(struct nb_cli *cli, const struct nb_work *w,
    const struct nb_data *data, const GPtrArray *in, const GPtrArray *record);
