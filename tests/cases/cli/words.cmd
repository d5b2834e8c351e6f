nianbao check words.yaml
nianbao check -v --words=words-own.yaml words.yaml
nianbao check --words=words-bad.yaml words.yaml
nianbao check --words=no-such-file.yaml words.yaml
nianbao render --words=words-own.yaml --out=words.txt words.yaml
