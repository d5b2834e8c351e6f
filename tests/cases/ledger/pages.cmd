# on paper: tables, small charts, an overview of several organs
nianbao ledger --to dump liuxi
nianbao ledger --to dump streets/wangliu-east.yaml streets/wangliu-west.yaml
nianbao ledger liuxi -o 台账.pdf
