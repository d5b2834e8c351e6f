#!/usr/bin/env python3
"""Sums, rates and 同比 of random figures, written in every way that is known,
against fractions: what is right has no finding, what is wrong has one with the
right number in it.

usage: figures.py NIANBAO
"""

import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap, has_fonts

FILES, EACH = 56, 100  # 5600 sums, 5600 rates, 5600 changes
POWERS = {"": 0, "万": 4, "亿": 8}
SHARES = {"%": 100, "‰": 1000, "次": 1}
FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")
HEAD = "年度: 2024\n机关: 柳溪街道办事处\n成文日期: 2025-02-26\n"


class Figure:
    """n / 10^places × 10^power, and how it is written."""

    def __init__(self, n, places=0, power="", unit="件"):
        self.n, self.places, self.power, self.unit = n, places, power, unit

    def value(self):
        return Fraction(self.n, 10 ** self.places) * 10 ** POWERS[self.power]

    def rounded(self):
        """Half a unit of the last digit; a whole number is exact."""
        if self.places == 0 and self.power == "":
            return Fraction(0)
        return Fraction(10 ** POWERS[self.power], 2 * 10 ** self.places)

    def text(self, rng):
        digits = str(self.n).rjust(self.places + 1, "0")
        whole = digits[:len(digits) - self.places]
        if rng.random() < 0.3:
            whole = f"{int(whole):,}"
        text = whole + ("." + digits[-self.places:] if self.places else "")
        if rng.random() < 0.1:
            text = text.replace(",", "").translate(FULL)
        return text + self.power + self.unit


def any_figure(rng, unit="件"):
    """Of at most 13 digits before the point and 3 behind: 17 are read."""
    power = rng.choice(["", "", "", "万", "亿"])
    most = rng.choice([9, 100, 5000, 10 ** (13 - POWERS[power])])
    return Figure(rng.randrange(most), rng.choice([0, 0, 1, 2, 3]), power, unit)


def whole_near(rng, exact, unit="件"):
    """A figure near an exact number, so that right and wrong both come up."""
    power = rng.choice(["", "", "万"]) if exact > 10 ** 4 else ""
    places = rng.choice([0, 0, 1, 2])
    scaled = exact / 10 ** POWERS[power] * 10 ** places
    return Figure(max(0, round(scaled) + rng.choice([0, 0, 0, 1, -1, 7])),
                  places, power, unit)


def a_sum(rng):
    """(text behind the name, whether it is right, the exact sum)."""
    parts = [any_figure(rng) for _ in range(rng.randint(2, 6))]
    exact = sum(p.value() for p in parts)
    whole = whole_near(rng, exact)
    slack = whole.rounded() + sum(p.rounded() for p in parts)
    over = exact - whole.value()
    bound, right = rng.choice([("", abs(over) <= slack)] * 4 + [
        ("≥", over >= -slack), ("不少于", over >= -slack),
        ("不超过", over <= slack), ("超过", over >= -slack)])
    plus = rng.choice([" + ", "+", "＋"])
    terms = plus.join(name + p.text(rng) for name, p in zip("甲乙丙丁戊己", parts))
    text = f"{bound}{whole.text(rng)} {rng.choice('=＝')} {terms}"
    unit = 10 ** POWERS[whole.power]
    return text, right, exact / unit


def a_rate(rng):
    part, base = any_figure(rng), any_figure(rng)
    unit = rng.choice(["%", "%", "%", "‰", "次"])
    if base.n == 0:
        base.n = 1
    exact = part.value() / base.value() * SHARES[unit]
    if exact > 10 ** 12:
        return a_rate(rng)
    places = rng.choice([0, 1, 2, 3, 4])
    rate = Figure(round(exact * 10 ** places) + rng.choice([0, 0, 0, 1, -1]),
                  places, "", unit)
    rate.n = max(0, rate.n)
    half = Fraction(1, 2 * 10 ** places)
    right = abs(exact - rate.value()) <= half
    text = (f"{rate.text(rng)} = 甲{part.text(rng)} "
            f"{rng.choice('/／')} 乙{base.text(rng)}")
    return text, right, exact


def half_up(x, places):
    return Fraction(int(abs(x) * 10 ** places + Fraction(1, 2)), 10 ** places)


def plain(x):
    """As short as it can be: 8.70 is 8.7."""
    digits = 0
    while x.denominator != 1:
        x *= 10
        digits += 1
    text = str(x.numerator).rjust(digits + 1, "0")
    return text[:len(text) - digits] + ("." + text[-digits:] if digits else "")


def change_words(now, last):
    """What {名.同比} is to print behind “同比”."""
    by = now.value() - last.value()
    if by == 0:
        return "持平"
    if now.unit == "%":
        return ("提高" if by > 0 else "下降") + plain(abs(by)) + "个百分点"
    if last.value() >= 100:
        percent = half_up(by / last.value() * 100, 2)
        if percent != 0:
            return ("增长" if by > 0 else "下降") + plain(percent) + "%"
    return (("增加" if by > 0 else "减少")
            + plain(abs(by) / 10 ** POWERS[now.power]) + now.power + now.unit)


def a_change(rng):
    unit = rng.choice(["件", "件", "%"])
    now, last = any_figure(rng, unit), any_figure(rng, unit)
    if unit == "%":
        now.power = last.power = ""
    if rng.random() < 0.2:
        last = Figure(now.n, now.places, now.power, unit)
    text = f"{{值: {now.text(rng).replace(',', '')}, 上年: {last.text(rng).replace(',', '')}}}"
    return text, change_words(now, last)


def run(nianbao, *args):
    done = subprocess.run([nianbao, *args], capture_output=True, timeout=120)
    assert done.returncode in (0, 1), done.stderr.decode(errors="replace")
    return done.stdout.decode()


def findings(nianbao, path, code):
    """The message of that code by line."""
    found = {}
    for line in run(nianbao, "check", "--format=json", f"--select={code}",
                    str(path)).splitlines():
        one = json.loads(line)
        if one["type"] == "finding":
            found[one["line"]] = one["message"]
    return found


def number_behind(message, word):
    rest = message.split(word, 1)[1]
    digits = ""
    for c in rest:
        if c not in "0123456789.":
            break
        digits += c
    return Fraction(digits), len(digits.partition(".")[2])


def judged(nianbao, folder, rng, make, code, word):
    """A file of figures, and what is wrong with what is said of them."""
    rows = [make(rng) for _ in range(EACH)]
    path = folder / "x.yaml"
    path.write_text(HEAD + "指标:\n" + "".join(
        f"  丑{i}: {text}\n" for i, (text, _, _) in enumerate(rows)))
    found = findings(nianbao, path, code)
    for i, (text, right, exact) in enumerate(rows):
        message = found.get(i + HEAD.count("\n") + 2)
        if right != (message is None):
            yield f"{text}: {message or 'no finding'}, exactly {exact}"
        elif message is not None:
            number, places = number_behind(message, word)
            if abs(number - exact) > Fraction(1, 2 * 10 ** places):
                yield f"{text}: {message}, exactly {exact}"


def printed(nianbao, folder, rng):
    rows = [a_change(rng) for _ in range(EACH)]
    path = folder / "x.yaml"
    path.write_text(
        HEAD + "指标:\n"
        + "".join(f"  丑{i}: {text}\n" for i, (text, _) in enumerate(rows))
        + "章节:\n- 标题: 一\n  正文: |\n"
        + "\n".join(f"    同比{{丑{i}.同比}}。\n" for i in range(EACH)))
    lines = run(nianbao, "render", "--to=txt", "--out=-", str(path)).splitlines()
    got = [line.removeprefix("同比").removesuffix("。") for line in lines
           if line.startswith("同比")]
    if len(got) != EACH:
        yield f"{len(got)} lines"
    for (text, want), said in zip(rows, got):
        if said != want:
            yield f"{text}: {said}, not {want}"


def main():
    nianbao, tap = os.path.abspath(sys.argv[1]), Tap()
    rng = random.Random(6)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        tap.check("sums", [p for _ in range(FILES) for p in judged(
            nianbao, folder, rng, a_sum, "N01", "分项之和是")][:20])
        tap.check("rates", [p for _ in range(FILES) for p in judged(
            nianbao, folder, rng, a_rate, "N02", "=")][:20])
        if has_fonts():
            tap.check("同比", [p for _ in range(FILES) for p in printed(
                nianbao, folder, rng)][:20])
        else:
            tap.skip("同比", "no fonts: run ./setup.sh")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
