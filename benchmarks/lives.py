"""Random edits by people × random upgrades of rules × random edits of articles: is a person's word ever lost?

    python benchmarks/lives.py [LIVES] [FIRST]     default: 5,000 lives of six rounds; from the repository's root

The lives, and what is asserted after every merge (words kept and marked, idempotence, order, comments), are those of
tests/store/simulation.py. A failing seed is repeated with: python benchmarks/lives.py 1 SEED
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.store.simulation import live


def main(lives: int = 5000, first: int = 0) -> int:
    start, failed = time.perf_counter(), []
    for seed in range(first, first + lives):
        try:
            live(seed)
        except AssertionError:
            failed.append(seed)
    print(f"{lives} lives, {len(failed)} failed {failed[:5]}, {time.perf_counter() - start:.0f} s")
    return len(failed)


if __name__ == "__main__":
    sys.exit(bool(main(*(int(word) for word in sys.argv[1:]))))
