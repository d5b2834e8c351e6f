nianbao preview absent.yaml
nianbao preview - < good.yaml
nianbao preview --port=70000 good.yaml
nianbao render --watch - < good.yaml
nianbao render --watch -o - good.yaml
nianbao render --watch absent/good.yaml
nianbao help preview
