# One that has its source, one that has not, others
nianbao render --pdfa=3a good.yaml -o good.pdf
nianbao verify good.pdf
nianbao verify --format=concise good.pdf
nianbao render good.yaml -o plain.pdf
nianbao verify plain.pdf good.pdf
nianbao verify cut.pdf
nianbao verify good.yaml
nianbao verify none.pdf
nianbao verify empty-folder
nianbao verify --format=csv good.pdf
nianbao verify
# A style of the user's own
nianbao render --pdfa=3a --template=house-forms.yaml good.yaml -o own.pdf
nianbao verify own.pdf
nianbao verify --template=house-forms.yaml own.pdf
# What --pdfa takes
nianbao render --pdfa=2a good.yaml -o plain.pdf
nianbao render --pdfa=1b good.yaml
nianbao render --pdfa=3a good.yaml -o good.png
nianbao batch --pdfa=3a --to=txt good.yaml -o out
