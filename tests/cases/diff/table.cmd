nianbao diff base.yaml table.yaml
