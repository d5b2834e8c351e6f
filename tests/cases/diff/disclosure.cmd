nianbao diff disclosure-old.yaml disclosure.yaml
