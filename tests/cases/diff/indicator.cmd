nianbao diff base.yaml indicator.yaml
