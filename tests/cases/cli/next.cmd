# what is kept stays as it was written, comments and all
nianbao next last.yaml
# the file may stand where it is wanted; nothing is lost to it
nianbao next last.yaml -o 2025.yaml
nianbao check --format=concise -v 2025.yaml
nianbao next last.yaml -o 2025.yaml
nianbao next 2025.yaml -o 2025.yaml
nianbao next 2025.yaml --force -o 2026.yaml
nianbao next 2026.yaml
# what was carried over and filled in is carried over again
nianbao next last-filled.yaml
# no row says how far it got: all stay; said once, not year after year
nianbao next last-plan.yaml
nianbao next last-plan.yaml -o plan-2025.yaml
nianbao next plan-2025.yaml -o -
nianbao next last-gb.yaml
# --force does not lose the only copy of last year's
nianbao next last.yaml --force -o ./last.yaml
# what cannot be carried over
nianbao next last-outline.yaml
nianbao next cut.pdf
nianbao next nowhere.yaml
nianbao next empty.yaml
nianbao next tab.yaml
