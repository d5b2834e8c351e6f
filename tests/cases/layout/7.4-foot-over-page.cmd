# a 版记 that no page holds is said when the pages are made
nianbao render --to=dump --out=foot.dump --format=concise 7.4-foot-over-page.yaml
