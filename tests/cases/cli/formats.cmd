# one document for a run, whatever happens
nianbao check --format=csv -v bad.yaml 没有.yaml ignore.yaml
nianbao check --format=csv good.yaml
nianbao conform --format=csv good.yaml
nianbao render --format=csv --to=txt -o /dev/null -v bad.yaml
