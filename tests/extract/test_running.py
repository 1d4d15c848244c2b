"""Many documents in order, whatever the number of processes."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from multiprocessing import active_children
from pathlib import Path

import pytest

from leica_kb.corpus import parse_document
from leica_kb.errors import KbError, ParserMissingError
from leica_kb.extract import Extraction, Extractor, extract_documents
from leica_kb.extract.documents import running
from leica_kb.model import Document
from leica_kb.packs import Pack

DOCUMENTS = [
    parse_document(f"Nikon makes the Z{i} in Thailand. Does Sony own Tamron? Anna Berg founded Luna Labs.", id=f"d{i}")
    for i in range(5)
]


def told(extractions: Iterator[Extraction]) -> list[tuple[list[object], object, object]]:
    return [([c.to_json() for c in e.claims], e.refusals, dict(e.names)) for e in extractions]


def test_two_processes_say_what_one_says_in_the_same_order(leica_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_CHUNK", 100)
    seen: list[tuple[int, int]] = []
    one = told(extract_documents(DOCUMENTS, leica_pack))
    two = told(extract_documents(DOCUMENTS, leica_pack, jobs=2, progress=lambda *step: seen.append(step)))
    assert one == two
    assert all(claims for claims, _, _ in one)
    assert seen == [(i, 5) for i in range(1, 6)]


def test_no_more_documents_are_taken_than_a_chunk_holds(leica_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_CHUNK", 150)
    taken: list[str] = []

    def stream() -> Iterator[Document]:
        for document in DOCUMENTS:
            taken.append(document.id)
            yield document

    steps: list[tuple[int, int]] = []
    found = extract_documents(stream(), leica_pack, progress=lambda *step: steps.append(step))
    next(found)
    next(found)
    assert (taken, steps) == (["d0", "d1"], [(1, 0), (2, 0)])
    next(found)
    assert taken == ["d0", "d1", "d2", "d3"]


def test_reading_together_says_what_reading_alone_does(leica_pack: Pack) -> None:
    extractor = Extractor.of(leica_pack)
    alone = [extractor.read(document).claims for document in DOCUMENTS]
    assert [e.claims for e in extractor.read_together(DOCUMENTS)] == alone
    assert any(alone)


def test_trees_stay_behind(leica_pack: Pack) -> None:
    [extraction] = extract_documents(DOCUMENTS[:1], leica_pack, jobs=4)
    assert (extraction.trees, extraction.readings) == ((), ())


def test_no_documents_need_no_process(leica_pack: Pack) -> None:
    assert list(extract_documents([], leica_pack, jobs=3)) == []


def test_less_than_one_job_is_refused(leica_pack: Pack) -> None:
    with pytest.raises(KbError, match="not 0"):
        next(extract_documents(DOCUMENTS, leica_pack, jobs=0))


def test_chunks_hold_every_document_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_CHUNK", 150)
    chunks = list(running._chunks(DOCUMENTS))
    assert [d.id for chunk in chunks for d in chunk] == [d.id for d in DOCUMENTS]
    assert [len(chunk) for chunk in chunks] == [2, 2, 1]


def test_a_process_of_the_pool_reads_its_chunk_and_tells_what_is_missing(
    leica_pack: Pack, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    packed = tmp_path / "pack"
    packed.write_bytes(pickle.dumps(leica_pack))
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        running._begin(packed)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        read = running._read(DOCUMENTS[:2])
        assert [len(e.claims) for e in running._opened(read)] == [len(e.claims) for e in read if not isinstance(e, str)]

        def missing(*_: object) -> Extraction:
            raise ParserMissingError("it is not installed")

        monkeypatch.setattr(Extractor, "read_together", missing)
        assert "pip install" in str(running._read(DOCUMENTS))
        monkeypatch.setattr(Extractor, "read_together", lambda *_: running._work.stop())
        assert running._read(DOCUMENTS) == ""
        assert running._work.stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        running._work = running._Work()


def test_what_a_process_tells_is_an_error_here(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KbError, match="the disk is full"):
        running._opened("the disk is full")

    def missing() -> None:
        raise ParserMissingError("it is not installed")

    monkeypatch.setattr(running, "load_parser", missing)
    with pytest.raises(ParserMissingError):
        running._opened("the parser model is needed")


ENDLESS = """
import sys
from itertools import count
from leica_kb.corpus import parse_document
from leica_kb.extract import extract_documents
from leica_kb.packs import load_packs

def main():
    documents = (parse_document(f"Nikon makes the Z{i} in Thailand. " * 40, id=str(i)) for i in count())
    for extraction in extract_documents(documents, load_packs(["leica"])[0], jobs=2):
        print(len(extraction.claims), flush=True)

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="process groups are a matter of POSIX")
def test_an_interrupt_ends_every_process() -> None:
    running_now = subprocess.Popen(  # noqa: S603 - our own script under our own interpreter
        [sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    )
    assert running_now.stdout is not None
    with running_now.stdout:
        assert running_now.stdout.readline().strip().isdigit()
        os.killpg(running_now.pid, signal.SIGINT)
        running_now.wait(60)
    for _ in range(100):
        if not _lives(running_now.pid):
            break
        time.sleep(0.1)
    assert not _lives(running_now.pid)


def test_leaving_early_ends_the_processes(leica_pack: Pack) -> None:
    documents = (parse_document(f"Nikon makes the Z{i} in Thailand. " * 400, id=str(i)) for i in count())
    found = extract_documents(documents, leica_pack, jobs=2)
    next(found)
    working = active_children()
    found.close()  # type: ignore[attr-defined]
    assert [child.exitcode for child in working] == [0, 0]


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


UNGUARDED = """
from leica_kb.corpus import parse_document
from leica_kb.extract import extract_documents
from leica_kb.packs import load_packs

documents = [parse_document("Nikon makes the Z9 in Thailand.", id=str(i)) for i in range(2)]
print(len(list(extract_documents(documents, load_packs(["leica"])[0], jobs=2))))
"""


def test_a_script_without_a_guard_is_told_so_and_ends(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(UNGUARDED, encoding="utf-8")
    command, here = [sys.executable, str(script)], {**os.environ, "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=here)  # noqa: S603 - our own script
    assert done.returncode == 1
    assert '__name__ == "__main__"' in done.stderr
