nianbao diff base.yaml chapters.yaml
