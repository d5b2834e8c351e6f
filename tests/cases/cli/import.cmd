# One document on standard output; several into a folder; what is refused.
nianbao import old-report.text
nianbao import --mark --log log.jsonl old-report.text -o old-report-2024.yaml
nianbao import - < old-report.text
nianbao import old-report.text old-scan.text
nianbao import old-report.text old-scan.text -o .
nianbao import nothing-there.text
nianbao import --help
