nianbao diff base.yaml sentences.yaml
