"""Planted contradictions and look-alikes: found from claims, and from short articles that the rules have to read first.

usage: python benchmarks/planted.py [--misses] [--write docs/contradictions.md]

Pairs that should be loud count by kind: found (under whatever kind), and alarms, loud pairs where none was planted. The
third world was held out: no rule was tuned on it, and its articles are worded by constructions of their own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from leica_kb.evaluate import update_page  # noqa: E402  the planted set lies beside the tests
from leica_kb.kb import KnowledgeBase  # noqa: E402
from tests.checks import planted, planted_articles  # noqa: E402
from tests.checks.planted import Tally, tally  # noqa: E402

Tallies = Mapping[str, Tally]


def from_claims(worlds: Iterable[planted.World]) -> Tallies:
    found: list[Tallies] = []
    for world in worlds:
        cases, findings, _ = planted.check_world(world)
        wanted = {case.pair: case.kind for case in cases if case.expected == "loud"}
        proofs = {_pair(case.claims[0].id, more.id) for case in cases for more in case.claims[2:]}
        found.append(tally(wanted, planted.loud_pairs(findings), proofs))
    return summed(found)


def from_articles(trade: planted_articles.Trade, *, misses: bool) -> tuple[Tallies, Counter[str]]:
    """Loud pairs by kind; and of the look-alikes, and of the dated successions, how many are loud or noted."""
    cases = planted_articles.written(trade)
    with tempfile.TemporaryDirectory() as folder:
        planted_articles.write_base(Path(folder), cases)
        kb = KnowledgeBase(Path(folder))
        kb.build(jobs=2)
        found = kb.contradictions(notes=True)
    loud, notes = planted_articles.loud_pairs(found), planted_articles.note_pairs(found)
    wanted = {case.pair: case.kind for case in cases if case.expected == "loud"}
    proofs = {pair for case in cases if case.expected == "loud" for pair in case.pairs[1:]}
    counted: Counter[str] = Counter()
    for case in cases:
        if case.expected != "loud":
            counted[f"{case.expected} planted"] += 1
            counted[f"{case.expected} loud"] += any(pair in loud for pair in case.pairs)
            counted["notes found"] += case.expected == "note" and (case.pair, case.kind) in notes
            counted["successions loud"] += case.kind == "succession" and case.pair in loud
    if misses:
        show_misses(cases, loud)
    return tally(wanted, loud, proofs), counted


def show_misses(cases: Sequence[planted_articles.Case], loud: Mapping[planted.Pair, str]) -> None:
    for case in cases:
        seen = [loud[pair] for pair in case.pairs if pair in loud]
        if bool(seen) != (case.expected == "loud"):
            print(f"{case.name}: expected {case.expected} {case.kind}, loud as {seen or 'nothing'}", file=sys.stderr)
            for article in case.articles:
                print(f"    {article.text.split(chr(10) * 2)[1].strip()}", file=sys.stderr)


def _pair(left: str, right: str) -> planted.Pair:
    return (min(left, right), max(left, right))


def summed(tallies: Sequence[Tallies]) -> Tallies:
    kinds = sorted({kind for one in tallies for kind in one})
    none = Tally(0, 0, 0)
    return {
        kind: Tally(
            sum(one.get(kind, none).planted for one in tallies),
            sum(one.get(kind, none).found for one in tallies),
            sum(one.get(kind, none).alarms for one in tallies),
        )
        for kind in kinds
    }


def cell(one: Tally | None) -> str:
    if one is None or not (one.planted or one.alarms):
        return "–"
    right = one.found + one.alarms
    precision = f"{one.found / right:.2f}" if right else "–"
    return f"{one.found} of {one.planted} ({precision})" if one.planted else f"{one.alarms} false"


def table(columns: Mapping[str, Tallies]) -> str:
    kinds = sorted({kind for one in columns.values() for kind in one})
    rows = [f"| {' | '.join(['kind', *columns])} |", f"| {' | '.join('---' for _ in range(len(columns) + 1))} |"]
    rows += [f"| {' | '.join([kind, *(cell(one.get(kind)) for one in columns.values())])} |" for kind in kinds]
    totals = [
        Tally(*(sum(getattr(t, name) for t in one.values()) for name in ("planted", "found", "alarms")))
        for one in columns.values()
    ]
    rows.append(f"| all | {' | '.join(map(cell, totals))} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="show what went wrong in the open worlds")
    parser.add_argument("--write", type=Path, help="write the table into this page")
    options = parser.parse_args()
    worlds = planted.WORLDS
    texts = [
        (trade, *from_articles(trade, misses=options.misses and not trade.held_out))
        for trade in planted_articles.TRADES
    ]
    columns = {
        "claims, open": from_claims(world for world in worlds if world is not planted.HELD_OUT),
        "claims, held out": from_claims([planted.HELD_OUT]),
        "articles, open": summed([found for trade, found, _ in texts if not trade.held_out]),
        "articles, held out": summed([found for trade, found, _ in texts if trade.held_out]),
    }
    told = "\n".join(f"- {trade.name}: {dict(sorted(counted.items()))}" for trade, _, counted in texts)
    print(f"{table(columns)}\n\n{told}")
    if options.write:
        page = update_page(options.write.read_text(encoding="utf-8"), {"planted": table(columns)})
        options.write.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
