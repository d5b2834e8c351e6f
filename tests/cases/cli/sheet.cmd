# what a person says of findings: kept beside the report, heeded by all
nianbao review bad.yaml --to=pdf
nianbao review bad.yaml
nianbao review bad.yaml
nianbao check --format=concise bad.yaml
nianbao check --format=full sheet/draft.yaml
nianbao check -v --format=concise sheet/draft.yaml
nianbao render --review --format=concise sheet/draft.yaml -o 稿.pdf
nianbao batch --review sheet/draft.yaml -o 存档
nianbao batch --format=concise sheet/draft.yaml bad.yaml -o 存档
nianbao check sheet
nianbao check --format=json sheet
nianbao review sheet/draft.yaml -o -
nianbao review sheet/draft.yaml -o 表.pdf
nianbao check --format=concise --sheet=sheet/broken.审核.yaml sheet/draft.yaml
nianbao check --format=concise --sheet=sheet/none.审核.yaml sheet/draft.yaml
nianbao check --format=concise --sheet=没有.yaml sheet/draft.yaml
nianbao check -v --format=concise --sheet=sheet/flow.审核.yaml good.yaml
nianbao check --sheet=sheet/draft.审核.yaml sheet/draft.yaml good.yaml
nianbao review sheet/draft.yaml --sheet=sheet/broken.审核.yaml
nianbao review sheet/draft.yaml --sheet=sheet/flow.审核.yaml
nianbao review sheet/draft.yaml --to=docx
nianbao review sheet/draft.yaml -o sheet/draft.yaml
nianbao review sheet/draft.审核.yaml
nianbao review 没有.yaml
