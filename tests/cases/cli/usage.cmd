# words that are not understood
nianbao chekc good.yaml
nianbao good.yaml
nianbao help rander
nianbao --halp
nianbao check
nianbao check --formt=json good.yaml
nianbao check --wholly-unlike good.yaml
nianbao check -x good.yaml
nianbao check --format
nianbao check --format=jsno good.yaml
nianbao check --strict=no good.yaml
nianbao check --outline=没有 good.yaml
nianbao fonts good.yaml
nianbao list
nianbao list rule
nianbao list rules outputs
nianbao explain S00
nianbao explain section-misssing
nianbao explain 大纲
