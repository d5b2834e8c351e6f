nianbao diff base.yaml metadata.yaml
