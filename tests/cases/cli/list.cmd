nianbao list outputs
nianbao list formats
nianbao list templates
