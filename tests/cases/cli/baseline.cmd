# known findings: listed, passed over, missed when they are gone
nianbao check --write-baseline=- bad.yaml ignore.yaml
nianbao check --write-baseline=known.txt ignore.yaml bad.yaml
nianbao check -v --baseline=known.txt --format=concise bad.yaml ignore.yaml
nianbao check --baseline=known.txt --format=concise bad.yaml mend.yaml
nianbao fix --apply --select=Y01 bad.yaml
nianbao check -v --baseline=known.txt bad.yaml
nianbao check -v --baseline=known.txt --select=T bad.yaml
nianbao check --baseline=没有.txt bad.yaml
nianbao check --baseline=bad.yaml bad.yaml
nianbao check --baseline=known.txt --write-baseline=known.txt bad.yaml
nianbao check --write-baseline=没有/known.txt bad.yaml
nianbao check --write-baseline=bad.yaml good.yaml
nianbao check --write-baseline=known.txt good.yaml
