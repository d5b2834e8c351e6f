# which findings are shown, and what that makes of the exit status
nianbao check --format=concise -v ignore.yaml
nianbao check --format=concise -v --select=S,y61 ignore.yaml
nianbao check --format=concise -v --select=Y --ignore=Y60 ignore.yaml
nianbao check --format=concise --select=S08、S16 --select=T10 --ignore=S ignore.yaml
nianbao check --format=concise --level=error ignore.yaml
nianbao check --format=concise --level=警告 --strict ignore.yaml
nianbao check --format=concise --level note ignore.yaml
nianbao check --select=S15 --strict bad.yaml
nianbao check --level=error bad.yaml
nianbao check --select=S00 good.yaml
nianbao check --ignore=heading-punctuatet good.yaml
nianbao check --select= good.yaml
nianbao check --level=all good.yaml
nianbao check -v --level=error good.yaml
nianbao check --strict --level=错误 good.yaml
