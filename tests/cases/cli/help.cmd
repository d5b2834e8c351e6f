nianbao
nianbao --help
nianbao --version
nianbao help check
nianbao check --help
nianbao render --help
nianbao fonts --help
nianbao explain --help
nianbao list --help
nianbao schema -h
nianbao conform --help
