"""What a command costs, by the kernel's account."""

import os
import sys
import time
import typing


class Cost(typing.NamedTuple):
    clock: float  # s
    cpu: float  # s, user and system
    peak: float  # MiB


def measure(words):
    """Runs a command and shows nothing of it; status 1 is findings."""
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvp(words[0], list(map(str, words)))
    _, status, use = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(map(str, words))}: failed")
    return Cost(time.monotonic() - begun, use.ru_utime + use.ru_stime,
                use.ru_maxrss / 1024)


def median(words, runs=5):
    """The run of middle cost, behind one that warms the file cache."""
    measure(words)
    return sorted((measure(words) for _ in range(runs)),
                  key=lambda cost: cost.cpu)[runs // 2]


def show(what, documents, pages, cost):
    """One line; pages: of all documents, 0 if there are none."""
    page = f"{cost.cpu / pages * 1000:8.3f} ms a page" if pages else ""
    print(f"{what:32} {cost.clock:7.2f} s {cost.cpu / documents * 1000:9.2f} "
          f"ms CPU a document  {cost.peak:6.1f} MiB {page}", flush=True)
