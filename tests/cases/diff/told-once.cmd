nianbao diff told-once-old.yaml told-once.yaml
