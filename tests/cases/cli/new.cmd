nianbao new --organ 青荷区柳溪街道办事处 --year 2024
nianbao new --organ 青荷区柳溪街道办事处 --year 2024 -o 2024.yaml
nianbao check --format=concise -v 2024.yaml
nianbao new --year 2024 -o 2024.yaml
nianbao new --force --kind 工作方案 --level 区县 --organ 青荷区人民政府 --year 2024 -o 2024.yaml
nianbao check --format=concise -v 2024.yaml
nianbao new --kind 实施纲要 --level 部门 --organ '青荷区司法局: 办公室' --year 2021—2025 -o 纲要.yaml
nianbao check --format=concise -v 纲要.yaml
nianbao new -o 空白.yaml
nianbao check --format=concise 空白.yaml
# what is not understood
nianbao new --kind 年报
nianbao new --year 去年
nianbao new --kind 工作方案 --year 2021—2025
nianbao new --kind 实施纲要 --year 2025—2021
nianbao new --level=乡
