nianbao explain S01
nianbao explain s01 full-width-colon
