nianbao diff base.yaml moved.yaml
