nianbao diff base.yaml layout.yaml
nianbao diff base.yaml base.yaml
