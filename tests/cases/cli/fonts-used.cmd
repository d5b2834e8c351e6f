# 用了哪些字体，哪些字换了备用字体
nianbao fonts --used fonts-used.yaml
nianbao fonts --used good.yaml fonts-used.yaml
nianbao fonts --used
nianbao fonts --used nowhere.yaml
