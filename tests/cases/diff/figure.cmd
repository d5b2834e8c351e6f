nianbao diff base.yaml figure.yaml
