# a folder: a row a document, the worst first; copied sentences
nianbao check folder
nianbao check -v folder/第二片 folder/柳溪.yaml folder/望柳.yaml
nianbao check --format=json folder
nianbao check --format=concise folder
nianbao check folder 没有.yaml ./folder/柳溪.yaml
nianbao check empty-folder
