nianbao diff --color=always base.yaml word.yaml
