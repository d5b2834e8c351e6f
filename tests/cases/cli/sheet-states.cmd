# what each state of an opinion does; what is wrong with a sheet is told, and hides nothing
nianbao check -v --format=concise --sheet=sheet-states/mended.审核.yaml good.yaml
nianbao check --format=concise --sheet=sheet-states/disputed.审核.yaml bad.yaml
nianbao check --format=concise --sheet=sheet-states/twice.审核.yaml bad.yaml
nianbao check --format=concise --sheet=sheet-states/again.审核.yaml bad.yaml
nianbao check --format=json --sheet=sheet-states/twice.审核.yaml bad.yaml
nianbao check --format=concise --sheet=sheet-states/vague.审核.yaml bad.yaml
nianbao check --format=concise --sheet=sheet-states/unknown.审核.yaml bad.yaml
nianbao check --format=concise --sheet=sheet-states/other.审核.yaml bad.yaml
nianbao check --format=concise --sheet=sheet-states/damaged.审核.yaml bad.yaml
nianbao review --sheet=sheet-states/other.审核.yaml bad.yaml -o 新.审核.yaml
nianbao check --format=csv --sheet=sheet-states/disputed.审核.yaml bad.yaml
nianbao check --select T --sheet=sheet/draft.审核.yaml sheet/draft.yaml
nianbao check --format=concise --strict --select A bad.yaml sheet/draft.yaml sheet/draft.审核.yaml
nianbao check sheet/draft.审核.yaml
nianbao review folder
nianbao review good.yaml bad.yaml --to=pdf
nianbao review folder -o 意见.yaml
