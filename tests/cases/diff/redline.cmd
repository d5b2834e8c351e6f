nianbao diff --to=dump -o - hans.yaml hans-new.yaml
