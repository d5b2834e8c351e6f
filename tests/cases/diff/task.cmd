nianbao diff base.yaml task.yaml
