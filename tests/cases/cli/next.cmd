# what is kept stays as it was written, comments and all
nianbao next last.yaml
# the file may stand where it is wanted; nothing is lost to it
nianbao next last.yaml -o 2025.yaml
nianbao check --format=concise -v 2025.yaml
nianbao next last.yaml -o 2025.yaml
nianbao next 2025.yaml -o 2025.yaml
nianbao next 2025.yaml --force -o 2026.yaml
nianbao next 2026.yaml
# what cannot be carried over
nianbao next nowhere.yaml
nianbao next empty.yaml
nianbao next tab.yaml
