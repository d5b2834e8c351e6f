# 核对版面：哪里按本单位样式，文件读不到，给程序读的一行
nianbao conform --template office-28pt --format concise good.yaml
nianbao conform nowhere.yaml
nianbao conform --template centred --format concise good.yaml
nianbao conform --format json good.yaml
