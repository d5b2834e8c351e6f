# a page has no pages; what is secret, or closed, is not for the web
nianbao render --select H good.yaml --to html
nianbao render --select H --format=concise secret.yaml -o 网页/
nianbao render --select H --format=concise secret.yaml --to html
nianbao render --ignore H --level=error --format=concise secret.yaml --to html
nianbao render --select H --format=concise inside.yaml inside-hant.yaml closed.yaml open.yaml --to html -o 网页/
nianbao batch --select H secret.yaml inside.yaml open.yaml -o 网页 --to html
nianbao render --conform good.yaml --to html
nianbao batch --select H good.yaml -o 网页 --to html
nianbao batch good.yaml -o 网页 --to pdf --bind 网页/汇编.html
nianbao batch good.yaml -o 网页 --to html --name index
nianbao batch --select H good.yaml -o 网页 --bind 网页/汇编
nianbao ledger good.yaml -o 台账.html
