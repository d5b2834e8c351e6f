nianbao list words
