nianbao diff base.yaml
nianbao diff base.yaml absent.yaml
nianbao diff - -
nianbao diff --format=xml base.yaml word.yaml
nianbao diff base.yaml - < base.yaml
nianbao diff hans.yaml broken.yaml
nianbao help diff
nianbao diff --to=pdf base.yaml word.yaml
nianbao diff --to=png -o x.png base.yaml word.yaml
nianbao diff --to=html -o x.html base.yaml word.yaml
nianbao diff -o x.docx base.yaml word.yaml
nianbao diff --format=json -o x.pdf base.yaml word.yaml
nianbao diff -o x.pdf base.yaml word.yaml
nianbao diff --to=pdf -o word.yaml base.yaml word.yaml
