nianbao ledger two-texts
nianbao ledger --to csv two-texts
nianbao ledger two-texts/2025.yaml
