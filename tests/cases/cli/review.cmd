# a draft for review: named as one, only where it can be shown, not in place of the text
nianbao render --review --level=error --format=concise bad.yaml good.yaml
nianbao render --review bad.yaml -o 年报.txt
nianbao render --review --level=error bad.yaml --to=svg -o 送审/
nianbao batch bad.yaml -o 存档 --review --to=txt
nianbao batch bad.yaml -o 存档 --review
