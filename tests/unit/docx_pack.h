/*
 * docx_pack.h - a Word document written as text: “=== NAME” begins each part
 * on a line of its own; without one all is word/document.xml.
 */
#pragma once

#include "base/str.h"

#include <glib.h>

/* The zip archive of the parts, stored as they are or deflated. */
GString *docx_pack(struct nb_str text, bool deflate);
