# findings, matrix, counts; the exit status
nianbao check good.yaml
nianbao check --strict bad.yaml
nianbao check bad.yaml good.yaml
nianbao check --format=concise - < bad.yaml
nianbao check --format json -v bad.yaml
nianbao check 没有.yaml --format=concise bad.yaml
nianbao check 没有.yaml
nianbao check -- -x.yaml
