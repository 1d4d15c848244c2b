"""How fast claims are read, merged and written, as ratios of pyyaml's C loader over the same bytes.

    python benchmarks/store.py [CLAIMS] [FILES]     default: 10,000 claims in 1,000 files

Each figure is the least of three runs, of CPU time. The C loader is timed as it comes and with its collector off.
"""
# ruff: noqa: S101, S311 - a wrong result must stop the clock; chance is to be repeated

from __future__ import annotations

import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml

from leica_kb.model import Claim, EntityValue, Review, Span, Time
from leica_kb.store import (
    ClaimFile,
    assign_ids,
    by_position,
    dump_claims,
    edit_claims,
    load_claims,
    merge,
    parse_claims,
)

WORDS = "Leica sensor Sony lens camera Wetzlar made by the of in Panasonic Kaufmann said new full-frame since".split()


def make_claim(chance: random.Random, source: str, start: int) -> Claim:
    quote = " ".join(chance.choices(WORDS, k=14))
    return Claim(
        id="",
        source=source,
        subject=chance.choice(("leica-m11-series", "leica-m10", "leica-q2")),
        predicate=chance.choice(("sensor_supplier", "made_in", "made_by")),
        object=EntityValue(chance.choice(("sony", "tower", "panasonic"))),
        quote=quote,
        start=start,
        end=start + len(quote),
        qualifiers={"component": "image sensor"},
        attribution=("andreas-kaufmann", "via:leica-rumors"),
        time=Time(stated="2025-12-24/2026-01"),
        before="As Dr. Kaufmann explained, ",
        after=", but for the M10, Leica develop",
        cues={"attribution": (Span(start, start + 5),)},
        origin="rules/1 use-for",
        review=Review("accepted", by="ann", on="2026-11-21"),
    )


def make_base(root: Path, claims: int, files: int) -> list[Path]:
    chance = random.Random(7)
    paths = []
    for number in range(files):
        source = f"{number:05d}"
        made = [make_claim(chance, source, at * 200) for at in range(claims // files)]
        path = root / "claims" / f"{source}.yaml"
        path.write_bytes(dump_claims(ClaimFile(source, "ab" * 32, by_position(list(assign_ids(made))))))
        paths.append(path)
    return paths


def best(run: Callable[[], object], times: int = 3) -> float:
    spent = []
    for _ in range(times):
        gc.collect()
        start = time.process_time()
        run()
        spent.append(time.process_time() - start)
    return min(spent)


def without_collector(run: Callable[[], object]) -> Callable[[], object]:
    def wrapped() -> None:
        gc.disable()
        try:
            run()
        finally:
            gc.enable()

    return wrapped


def time_reading(claims: int, files: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "claims").mkdir()
        paths = make_base(root, claims, files)
        size = sum(path.stat().st_size for path in paths)

        def read_plainly() -> None:
            kept = [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in paths]
            assert len(kept) == files

        def read_claims() -> None:
            loaded, problems = load_claims(root)
            assert (sum(len(file.claims) for file in loaded), problems) == (claims, ())

        read_claims()
        ours = best(read_claims)
        plain, bare = best(read_plainly), best(without_collector(read_plainly))
    print(f"cold read of {claims:,} claims in {files:,} files, {size / 1e6:.1f} MB: {ours:.2f} s")
    print(f"  ratio to the C loader {ours / plain:.2f}, to it without its collector {ours / bare:.2f}   (target 1.3)")


def time_merging(claims: int) -> None:
    chance = random.Random(7)
    proposed = [make_claim(chance, "s", at * 200) for at in range(claims)]
    proposed = [replace(claim, review=Review()) for claim in proposed]
    first = merge(ClaimFile("s"), (), proposed)
    data = dump_claims(ClaimFile("s", claims=first.claims))
    upgraded = [replace(claim, modality="opinion") if n % 5 == 0 else claim for n, claim in enumerate(proposed)]

    def run() -> None:
        file = parse_claims(data, Path("claims/s.yaml")).file
        assert file is not None
        merged = merge(file, first.proposed, upgraded)
        new = edit_claims(data, replace(file, claims=merged.claims))
        assert len(merged.changed) == -(-claims // 5)
        assert new != data

    print(f"merge and save of one source's {claims} claims, a fifth changed: {best(run):.3f} s   (target 0.2)")


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]] or [10_000, 1_000]
    time_reading(*sizes)
    time_merging(50)
    time_merging(200)
