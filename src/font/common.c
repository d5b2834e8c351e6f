#include "font/common.h"

#include "base/gb2312.h"

static bool
is_mark(uint32_t c)
{
	switch (c) {
	case U'·':
	case U'—':
	case U'‘':
	case U'’':
	case U'“':
	case U'”':
	case U'…':
	case U'　':
	case U'、':
	case U'。':
	case U'〈':
	case U'〉':
	case U'《':
	case U'》':
	case U'〔':
	case U'〕':
	case U'【':
	case U'】':
	case U'！':
	case U'％':
	case U'（':
	case U'）':
	case U'，':
	case U'：':
	case U'；':
	case U'？':
		return true;
	}
	return false;
}

bool
nb_font_is_common(uint32_t c)
{
	if (c < 0x80)
		return (c >= ' ' && c < 0x7F && c != '\\') || c == '\n';
	return nb_gb2312_has(c) || is_mark(c);
}

bool
nb_font_all_common(struct nb_str file)
{
	for (size_t at = 0; at < file.n;)
		if (!nb_font_is_common(nb_utf8_next(file, &at)))
			return false;
	return true;
}
