# what a chart cannot show is said when the pages are made
nianbao render --to=dump --out=mixed.dump --format=concise figure-mixed-units.yaml
