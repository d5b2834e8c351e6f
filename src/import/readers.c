#include "import/raw.h"

const struct nb_reader *const nb_readers[] = {
	&nb_reader_docx,
	&nb_reader_html,
	&nb_reader_markdown,
	&nb_reader_text,
};
