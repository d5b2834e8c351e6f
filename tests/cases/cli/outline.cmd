# outlines: what there is, a city's own, a wrong one; how headings were taken
nianbao list outlines
nianbao check --outline outline-own.yaml good.yaml
nianbao check --explain-outline good.yaml
nianbao check --explain-outline --outline=outline-own.yaml --format=json good.yaml
nianbao check --outline outline-bad.yaml good.yaml
nianbao check --outline outline-anual good.yaml
