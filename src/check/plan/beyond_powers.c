/*
 * P07 beyond-powers - a street or a town does what only a government above it
 * may.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "P07",
	.name = "beyond-powers",
	.severity = NB_WARNING,
	.title = "写的事超出街道、乡镇的职权",
	.basis = "《立法法》；地方组织法（2022年）第八十六条",
	.help = "改写成街道、乡镇真正做的：清理规范性文件、配合征求意见",
	.why = "街道办事处是派出机关，乡镇是基层政府，都没有制定规章、地方性法"
	       "规的权力，也不对别人报送的文件作"
	       "备案审查。写上去多半是照抄上级的材料。\n"
	       "误：加强法规规章的制定和修订工作\n"
	       "正：配合做好法规规章的征求意见工作",
};

const struct nb_rule nb_rule_beyond_powers = { .code = &code,
	.wrong = "超出街道、乡镇的职权" };
