# names of what is written; findings leave standard output to the document
nianbao render good.yaml
nianbao render good.yaml -o 送审.png
nianbao render --format=concise good.yaml bad.yaml --to=txt -o .
nianbao render --format=concise --to=txt -o - bad.yaml
nianbao render --to=txt - < good.yaml
nianbao render --to=txt good.yaml -o 送审/定稿/
