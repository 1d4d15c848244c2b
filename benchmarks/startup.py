"""How long a whole process of ``ask`` takes beside bare Python and another command, in turns within one run.

``python benchmarks/startup.py OTHER [--rounds N]``, where OTHER is a command line such as ``.venv/bin/sqlite-utils
--version``. Uses a copy of the shipped base, so that its index is fresh, and lets Python keep its byte code.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUN = "from leica_kb.cli import main; main()"
QUESTION = "who makes the sensor in the Leica M11?"


def commands(other: str) -> Mapping[str, Sequence[str]]:
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "leica-kb ask": [sys.executable, "-c", RUN, "ask", QUESTION],
        "leica-kb --version": [sys.executable, "-c", RUN, "--version"],
        other: shlex.split(other),
    }


def measure(timed: Mapping[str, Sequence[str]], base: Path, rounds: int) -> Mapping[str, list[float]]:
    """Milliseconds of each command, taken in turns so that a busy machine slows all alike."""
    settled = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))}
    settled.pop("PYTHONDONTWRITEBYTECODE", None)
    taken: dict[str, list[float]] = {name: [] for name in timed}
    for turn in range(rounds + 2):
        for name, command in timed.items():
            began = time.perf_counter()
            subprocess.run(command, cwd=base, env=settled, check=True, stdout=subprocess.DEVNULL)
            if turn >= 2:  # the first two make byte code and the index
                taken[name].append((time.perf_counter() - began) * 1000)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other")
    parser.add_argument("--rounds", type=int, default=21)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("seeds", "claims"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        taken = measure(commands(chosen.other), Path(folder), chosen.rounds)
    bare = statistics.median(taken["python -c pass"])
    print("| command | median ms | quartiles | × bare Python |\n| --- | ---: | ---: | ---: |")
    for name, times in taken.items():
        low, middle, high = statistics.quantiles(times, n=4)
        shown = " ".join([Path(name.split()[0]).name, *name.split()[1:]])
        print(f"| `{shown}` | {middle:.0f} | {low:.0f}–{high:.0f} | {middle / bare:.1f} |")


if __name__ == "__main__":
    main()
