# what would be mended, the mends themselves, nothing the second time
nianbao fix mend.yaml good.yaml
nianbao fix --select=Y mend.yaml
nianbao fix --ignore=Y,S16 --color=always mend.yaml
nianbao fix - < mend.yaml
nianbao fix --apply mend.yaml
nianbao fix --apply mend.yaml
nianbao check --select=Y,S08,S13,S16 mend.yaml
nianbao fix 没有.yaml
nianbao fix --color=never --select=Z01 mend.yaml
nianbao fix --color=sometimes mend.yaml
