# 核对版面：哪里按本单位样式，文件读不到，给程序读的一行；现成的 PDF，扫描件，坏的；附在后面
nianbao conform --template office-28pt --format concise good.yaml
nianbao conform nowhere.yaml
nianbao conform no-text.yaml
nianbao conform --template centred --format concise good.yaml
nianbao conform --format json good.yaml
nianbao render --template office-28pt good.yaml -o good.pdf
nianbao conform --format concise good.pdf
nianbao conform --format concise --template office-28pt good.pdf good.yaml
nianbao conform scan.pdf cut.pdf
nianbao render --conform good.yaml -o sheet.pdf
nianbao conform --format concise sheet.pdf
