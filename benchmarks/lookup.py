"""Look-ups measured: the own questions scored, 100,000 claims inside a process, index size and build, processes."""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml

from leica_kb.index import IndexContent, SourceContent, build_index, open_index
from leica_kb.index.content import to_text
from leica_kb.model import Claim, Entity, EntityValue, MoneyValue, NumberValue, Time, Vocabulary
from leica_kb.packs import Pack, load_packs
from leica_kb.query import ask, find_claims, parse_filter
from tests.query.scoring import Tally, read_questions, score_questions, seeds_content

ROOT = Path(__file__).parent.parent
TOWNS = ("germany", "japan", "china", "portugal", "france", "solms", "vietnam", "thailand")
PER_SOURCE = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--questions", type=Path, nargs="*", default=[ROOT / "tests/data/questions.yaml"])
    parser.add_argument("--misses", action="store_true", help="print what went wrong (never those held out)")
    parser.add_argument("--kills", type=int, default=200, help="builds to kill at random moments")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small.sqlite"), Path(folder, "large.sqlite")
        build_index(small, seeds_content())
        for path in options.questions:
            show_score(small, path, misses=options.misses)
        show_large(large, options.claims)
        show_processes(small, large)
        show_kills(Path(folder, "killed.sqlite"), options.kills)


def show_score(index: Path, questions: Path, *, misses: bool) -> None:
    connection = open_index(index)
    for name, tally in score_questions(connection, read_questions(questions)).items():
        print(f"{questions.name} {name}: {describe(tally)}")
        for question in tally.missed if misses and name != "held out" else ():
            print(f"    missed: {question}")


def describe(tally: Tally) -> str:
    return (
        f"{tally.right}/{tally.answerable} right, {tally.refused}/{tally.unanswerable} refused, "
        f"{tally.wrongly_refused} wrongly refused"
    )


def show_large(path: Path, count: int) -> None:
    pack, _ = load_packs(["leica"])
    content = large_content(pack, count)
    text = sum(len(to_yaml_size(claim)) for source in content.sources for claim in source.claims or ())
    build = clock(lambda: build_index(path, content))
    again = clock(lambda: build_index(path, content))
    changed = content.sources[7]
    edited = SourceContent(changed.id, "edited", claims=(changed.claims or ())[1:])
    kept = [SourceContent(s.id, s.key, claims=None) for s in content.sources]
    kept[7] = edited
    update = clock(lambda: build_index(path, IndexContent(tuple(kept), content.vocabulary, content.cues)))
    size = path.stat().st_size
    print(f"{count} claims: build {build:.1f} s, unchanged {again:.2f} s, one source of {len(kept)} {update:.2f} s")
    print(f"size {size / 1e6:.0f} MB, {size / text:.2f} × the claims' text")
    show_times(path)


def to_yaml_size(claim: Claim) -> str:
    """About what the claim takes in its YAML file."""
    return to_text({key: value for key, value in claim.to_json().items() if value})


def show_times(path: Path) -> None:
    connection = open_index(path)
    times = [clock(partial(ask, connection, question)) for question in large_questions()]
    print(f"ask inside a process: {percentiles(times)}")
    filters = (
        "subject:maker-17",
        "predicate:made_in object:japan limit:20",
        "about:leica limit:20",
        "mirror shutter limit:20",
    )
    times = [clock(partial(find_claims, connection, parse_filter(text))) for text in filters * 20]
    print(f"find_claims: {percentiles(times)}")


def percentiles(times: list[float]) -> str:
    cuts = statistics.quantiles(times, n=100)
    return f"p50 {cuts[49] * 1e3:.1f} ms, p99 {cuts[98] * 1e3:.1f} ms, n {len(times)}"


def clock(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def large_content(pack: Pack, count: int) -> IndexContent:
    makers = {f"maker-{n}": Entity(f"maker-{n}", f"Makerio{n}", "company") for n in range(300)}
    models = {
        f"camera-{n}": Entity(f"camera-{n}", f"Makerio{n % 300} Z{n}", "product", maker=f"maker-{n % 300}")
        for n in range(5000)
    }
    known = pack.vocabulary
    vocabulary = Vocabulary(known.predicates, {**known.entities, **makers, **models}, known.rules)
    claims = tuple(large_claims(count, sorted(makers), sorted(models)))
    parts = (claims[at : at + PER_SOURCE] for at in range(0, count, PER_SOURCE))
    sources = tuple(SourceContent(part[0].source, part[0].source, claims=part) for part in parts)
    return IndexContent(sources, vocabulary, pack.questions)


def large_claims(count: int, makers: list[str], models: list[str]) -> Iterator[Claim]:
    dice = random.Random(7)  # noqa: S311  no secret hangs on it
    words = (
        "shutter mirror body frame glass light meter battery strap screen dial grip film roll tour store shop".split()
    )
    for n in range(count):
        model, maker, town = (
            dice.choice([*models, "leica-m11", "leica"]),
            dice.choice([*makers, "sony"]),
            dice.choice(TOWNS),
        )
        subject, predicate, value = dice.choice(
            (
                (model, "sensor_supplier", EntityValue(maker)),
                (model, "made_in", EntityValue(town)),
                (model, "resale_price", MoneyValue(dice.randrange(100, 9000), "GBP")),
                (model, "waiting_list", NumberValue(dice.randrange(1, 30), "month")),
                (maker, "has_factory_in", EntityValue(town)),
                ("leica", "has_factory_in", EntityValue(town)),
                ("leica-lenses", "made_in", EntityValue(town)),
            )
        )
        quote = f"{subject.replace('-', ' ')} {' '.join(dice.choices(words, k=9))} {predicate.replace('_', ' ')} {n}"
        yield Claim(
            id=f"c-{n:012x}",
            source=f"source-{n // PER_SOURCE:05d}",
            subject=subject,
            predicate=predicate,
            object=value,
            quote=quote,
            start=n % PER_SOURCE * 200,
            end=n % PER_SOURCE * 200 + len(quote),
            time=Time(stated="2013-03"),
            before="x" * 32,
            after="y" * 32,
            origin="rules/1 frame",
        )


def large_questions() -> list[str]:
    asked = [line["question"] for line in yaml.safe_load((ROOT / "tests/data/questions.yaml").read_text("utf-8"))]
    dice = random.Random(3)  # noqa: S311  no secret hangs on it
    for n in dice.sample(range(5000), 150):
        name = f"Makerio{n % 300} Z{n}"
        asked += [f"who makes the sensor in the {name}?", f"where is the {name} made", f"how much is a used {name}"]
    return asked


def show_processes(small: Path, large: Path) -> None:
    look = "from pathlib import Path; from leica_kb.index import open_index; from leica_kb.query import ask; "
    runs = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "ask, the seeds' base": [
            sys.executable,
            "-c",
            f"{look}ask(open_index(Path({str(small)!r})), 'who makes the M11 sensor')",
        ],
        "ask, the large base": [
            sys.executable,
            "-c",
            f"{look}ask(open_index(Path({str(large)!r})), 'who makes the M11 sensor')",
        ],
    }
    base = 0.0
    for name, command in runs.items():
        taken = statistics.median(clock(partial(subprocess.run, command, check=True)) for _ in range(11))
        base = base or taken
        print(f"{name}: {taken * 1e3:.0f} ms, {taken / base:.1f} × bare Python")


def show_kills(path: Path, count: int) -> None:
    """Kill builds at random moments; after each the index must be whole and answer as before or after the build."""
    build_index(path, seeds_content())
    script = (
        "import sys; from pathlib import Path; from dataclasses import replace\n"
        "from leica_kb.index import build_index\n"
        "from tests.query.scoring import seeds_content\n"
        "whole = seeds_content(); print('ready', flush=True)\n"
        "while True:\n"
        "    build_index(Path(sys.argv[1]), replace(whole, sources=whole.sources[:1]))\n"
        "    build_index(Path(sys.argv[1]), whole)"
    )
    dice = random.Random(9)  # noqa: S311  no secret hangs on it
    sizes = {len(seeds_content().sources[0].claims or ()), sum(len(s.claims or ()) for s in seeds_content().sources)}
    faults = 0
    for _ in range(count):
        builder = subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE)
        assert builder.stdout is not None  # noqa: S101  asked for above
        builder.stdout.readline()
        time.sleep(dice.random() * 0.1)
        builder.kill()
        builder.communicate()
        connection = open_index(path, thorough=True)
        held = connection.execute("SELECT count(*) FROM claim").fetchone()[0]
        faults += held not in sizes or not ask(connection, "who makes the sensor in the Leica M11?").answered
        connection.close()
    print(f"{count} builds killed: {faults} bad indexes")


if __name__ == "__main__":
    main()
    print(json.dumps({"python": sys.version.split()[0]}))
