nianbao diff hans.yaml hant.yaml
nianbao diff hant.yaml hans.yaml
