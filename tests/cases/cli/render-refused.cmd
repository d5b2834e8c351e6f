# what would overwrite or cannot be
nianbao render
nianbao render good.yaml --to=doc
nianbao render good.yaml -o 年报.doc
nianbao render good.yaml -o 没有/年报.pdf
nianbao render good.yaml -o good.yaml/送审/
nianbao render good.yaml --to=pdf -o ./good.yaml
nianbao render good.yaml bad.yaml -o 年报.pdf
nianbao render good.yaml bad.yaml -o -
nianbao render good.yaml ./good.yaml
nianbao render good.yaml -o - --to=png
nianbao render good.yaml --template=gbt9704
nianbao render 没有.yaml
nianbao render --strict --format=concise bad.yaml
nianbao render --format=concise empty.yaml
