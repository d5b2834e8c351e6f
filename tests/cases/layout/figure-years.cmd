nianbao render --to=dump --out=years.dump --format=concise --notes --select=L figure-years.yaml
