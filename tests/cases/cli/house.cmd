# 本单位版式：写错的键、值、所依照的名字
nianbao render --template house-bad.yaml good.yaml -o x.txt
nianbao render --template house-lost.yaml good.yaml -o x.txt
nianbao render --template house-tight.yaml good.yaml -o x.txt
nianbao render --template office-28 good.yaml -o x.txt
