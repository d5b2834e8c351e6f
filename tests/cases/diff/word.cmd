nianbao diff base.yaml word.yaml
