# one street: kept, broken, carried over twice, a unit that changed, a year without a report
nianbao ledger liuxi
nianbao ledger liuxi/2023.yaml liuxi/2020.yaml
nianbao ledger --to json liuxi
nianbao ledger --to csv liuxi
nianbao ledger --color always liuxi/2023.yaml
