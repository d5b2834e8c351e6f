# a folder: by organ, in either script, by short names; what is told
nianbao ledger streets
nianbao ledger streets/liuxi-2024.yaml streets/liuxi-2023.yaml ./streets/liuxi-2023.yaml
nianbao ledger -o 台账.csv streets/liuxi-2023.yaml 没有.yaml
nianbao ledger streets/存档
nianbao ledger streets/存档/words.yaml
