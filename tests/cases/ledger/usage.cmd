# what cannot be written
nianbao ledger
nianbao ledger --help
nianbao ledger liuxi --to pdf
nianbao ledger liuxi --to png
nianbao ledger liuxi --to xls
nianbao ledger liuxi -o liuxi
nianbao ledger liuxi/2020.yaml -o liuxi/2020.yaml --to txt
nianbao ledger liuxi -o 没有/台账.csv
nianbao ledger liuxi -o 台账
