nianbao diff --format=json hans.yaml hant.yaml
