"""Measures whether changed facts are caught: each sentence of a pair is anchored in one side, verified in the other.

Usage: python benchmarks/drift.py PAIRS.jsonl        one {"id", "old", "new"} a line
Prints a line {"id", "direction", "status"} per pair and direction on stdout; on stderr the share that is
falsely intact and, with the same code, the share of harmless edits of the same sentences that stays intact.
"""

from __future__ import annotations

import json
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from leica_kb.anchor import INTACT, reanchor, take_quote
from leica_kb.model import Span

LEAD = "The article was last edited in spring. "
TAIL = " More on this page will follow shortly."
CURLY = str.maketrans({"'": "’", '"': "”"})


def wrap(sentence: str) -> str:
    words = sentence.split(" ")
    return "\n".join(" ".join(words[i : i + 9]) for i in range(0, len(words), 9))


def stretch(sentence: str) -> str:
    rng = random.Random(len(sentence))  # noqa: S311  (a seeded edit, not a secret)
    return "".join(c if c != " " else rng.choice([" ", "  ", "\u00a0", " \t", "\r\n"]) for c in sentence)


HARMLESS: Mapping[str, Callable[[str], str]] = {
    "re-wrapped": wrap,
    "stretched spaces": stretch,
    "curly quotes": lambda s: s.replace("``", "“").replace("''", "”").translate(CURLY),
    "guillemets": lambda s: s.replace("``", "«").replace("''", "»").replace('"', "»"),
    "en dashes": lambda s: s.replace("--", "–").replace(" - ", " – "),
    "tight em dashes": lambda s: s.replace(" -- ", "—").replace("--", "—"),
    "non-breaking hyphens": lambda s: s.replace("-", "\u2011"),
    "NFC": lambda s: unicodedata.normalize("NFC", s),
    "NFD": lambda s: unicodedata.normalize("NFD", s),
    "NFKC": lambda s: unicodedata.normalize("NFKC", s),
    "NFKD": lambda s: unicodedata.normalize("NFKD", s),
    "ligatures": lambda s: s.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "soft hyphens": lambda s: s.replace("ing", "\u00ading").replace("tion", "\u00adtion"),
    "zero width": lambda s: s.replace(" ", " \u200b").replace("er", "e\u200br"),
    "punctuation closed up": lambda s: s.replace(" ,", ",").replace(" .", ".").replace(" ;", ";").replace(" 's", "'s"),
    "sentence before": lambda s: LEAD + s,
    "sentence after": lambda s: s + TAIL,
    "sentences around": lambda s: LEAD + s + TAIL,
    "all at once": lambda s: LEAD + wrap(unicodedata.normalize("NFD", s).replace("--", "—").translate(CURLY)) + TAIL,
}


def status(old: str, new: str) -> str:
    return reanchor(new, take_quote(old, Span(0, len(old)))).status


def measure_harmless(sentences: Iterable[str]) -> None:
    wanted = sorted(set(sentences))
    kept = {name: sum(status(s, edit(s)) in INTACT for s in wanted) for name, edit in HARMLESS.items()}
    for name, count in kept.items():
        print(f"  {name:<24} {count:>6} of {len(wanted)} intact", file=sys.stderr)
    total = len(wanted) * len(HARMLESS)
    print(f"harmless edits intact: {sum(kept.values())} of {total} = {sum(kept.values()) / total:.2%}", file=sys.stderr)


def main(path: Path) -> None:
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    seen: Counter[str] = Counter()
    for pair in pairs:
        for direction, old, new in (("old-new", pair["old"], pair["new"]), ("new-old", pair["new"], pair["old"])):
            found = status(old, new)
            seen[found] += 1
            print(json.dumps({"id": pair["id"], "direction": direction, "status": found}))
    total = sum(seen.values())
    false = sum(seen[s] for s in INTACT)
    print(f"statuses: {dict(sorted(seen.items()))}", file=sys.stderr)
    print(f"false intact: {false} of {total} = {false / max(1, total):.2%}", file=sys.stderr)
    measure_harmless(side for pair in pairs for side in (pair["old"], pair["new"]))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
