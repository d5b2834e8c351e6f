"""A rule of ISO 19005-2 (“6.…”), ISO 14289-1 (“UA 7.…”) or ISO 32000-1
(“PDF 14.…”): a function that yields what is wrong with a file."""

import collections

Rule = collections.namedtuple("Rule", "name clause run")
RULES = []


def rule(clause):
    def add(function):
        RULES.append(Rule(function.__name__, clause, function))
        return function
    return add


def judge(file):
    """Yields the rule and what it finds.  A file in which a rule stumbles is
    no good, either."""
    for r in RULES:
        try:
            for problem in r.run(file):
                yield r, problem
        except Exception as error:  # whatever odd bytes lead to
            yield r, f"{type(error).__name__}: {error}"
