# 本单位版式：写错的键、值、所依照的名字；用文件名，用文件夹里的文件，用样式名
nianbao render --template house-bad.yaml good.yaml -o x.txt
nianbao render --template house-lost.yaml good.yaml -o x.txt
nianbao render --template house-tight.yaml good.yaml -o x.txt
nianbao render --template office-28 good.yaml -o x.txt
nianbao render --template house-values.yaml good.yaml -o x.txt
nianbao render --template house-chain.yaml good.yaml -o x.txt
nianbao conform --template 本街道.yaml --format concise good.yaml
nianbao conform --template ../cli/本街道.yaml --format concise good.yaml
nianbao conform --template street-bold-kai --format concise good.yaml
nianbao render --template house-forms.yaml --to txt -o - forms.yaml
