"""Many documents → their extractions in order, streaming, in this process or in several."""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from leica_kb.errors import KbError
from leica_kb.extract.claims.reading import Extraction
from leica_kb.extract.documents.pipeline import Extractor
from leica_kb.extract.parsing.parser import load_parser
from leica_kb.files import collector_paused
from leica_kb.model import Document
from leica_kb.packs import Pack

Progress = Callable[[int, int], None]
"""Told after each document how many are done, and of how many (0 where nobody knows)."""

_CHUNK: Final = 40_000
"""Code points handed to a process at a time, so that short documents do not pay a journey each and the
parser gets whole batches (40,000 takes a tenth less time than 20,000, 80,000 no less than that)."""
_GUARD: Final = 'need a guard around the call: if __name__ == "__main__": …'
_AHEAD: Final = 3
"""Chunks under way per process: enough that none waits, few enough that memory stays flat."""


def check_jobs(jobs: int) -> None:
    """Raise KbError for less than one job, and for several in a process that was itself started as one of several.

    That happens to scripts without a guard: each process imports the script anew, and would start its own.
    """
    if jobs < 1:
        raise KbError(f"at least 1 job is needed to read articles, not {jobs}; pass --jobs 1 or more")
    if jobs > 1 and parent_process() is not None:
        raise KbError(f"several jobs in a script {_GUARD}")


def extract_documents(
    documents: Iterable[Document], pack: Pack, *, jobs: int = 1, progress: Progress | None = None
) -> Iterator[Extraction]:
    """What the rules read in each document, in the order given, whatever the number of ``jobs`` (processes).

    Claims, refusals and names only: trees and readings stay where they were made, so that memory is flat however many
    documents there are. Raises KbError for less than one job, ParserMissingError where the parser model is absent.
    """
    check_jobs(jobs)
    total = len(documents) if isinstance(documents, Sized) else 0
    workers = min(jobs, total) if total else jobs
    found = _here(documents, pack) if workers == 1 else _in_processes(documents, pack, workers)
    for done, extraction in enumerate(found, 1):
        if progress is not None:
            progress(done, total)
        yield extraction


def _here(documents: Iterable[Document], pack: Pack) -> Iterator[Extraction]:
    extractor = Extractor.of(pack)
    for chunk in _chunks(documents):
        yield from _read_at_once(extractor, chunk)


def _read_at_once(extractor: Extractor, chunk: Sequence[Document]) -> tuple[Extraction, ...]:
    with collector_paused():  # trees are full of circles, and a chunk's are gone with it
        return tuple(map(_light, extractor.read_together(chunk)))


def _light(extraction: Extraction) -> Extraction:
    """The extraction without what only ``explain`` needs."""
    return replace(extraction, readings=(), trees=())


def _in_processes(documents: Iterable[Document], pack: Pack, workers: int) -> Iterator[Extraction]:
    """Chunks go out ahead of what comes back; a stop on the way (Ctrl-C, too) leaves no process behind.

    The pack travels by a file: in a process that dies at once it would fill a pipe that nobody reads, and we wait.
    """
    with TemporaryDirectory(prefix="leica-kb-") as folder:
        packed = Path(folder, "pack")
        packed.write_bytes(pickle.dumps(pack))
        pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(packed,))
        try:
            yield from _in_pool(pool, documents, workers)
        except BrokenProcessPool as error:
            raise KbError(f"a process that read articles has died; several jobs in a script {_GUARD}") from error
        except BaseException:
            _end_at_once(pool)
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _end_at_once(pool: ProcessPoolExecutor) -> None:
    """Have processes give up what nobody waits for; killed, one could leave half a result, and us waiting for it."""
    for process in list(pool._processes.values()):  # noqa: SLF001 - Python 3.14 has terminate_workers for this
        process.terminate()


def _in_pool(pool: ProcessPoolExecutor, documents: Iterable[Document], workers: int) -> Iterator[Extraction]:
    under_way: deque[Future[tuple[Extraction, ...] | str]] = deque()
    for chunk in _chunks(documents):
        under_way.append(pool.submit(_read, chunk))
        if len(under_way) >= workers * _AHEAD:
            yield from _opened(under_way.popleft().result())
    while under_way:
        yield from _opened(under_way.popleft().result())


def _chunks(documents: Iterable[Document]) -> Iterator[Sequence[Document]]:
    chunk: list[Document] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.text)
        if size >= _CHUNK:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class _StoppedError(BaseException):
    """Nobody waits any more for what a process of the pool is reading; no ``except Exception`` may swallow it."""


@dataclass(slots=True)
class _Work:
    """What a process of the pool does: the pack compiled once, whether it is reading, whether it was stopped."""

    extractor: Extractor | None = None
    reading: bool = False
    stopped: bool = False

    def stop(self, *_signal: object) -> None:
        """Give up what is being read; a result that is on its way goes out whole."""
        self.stopped = True
        if self.extractor is None:
            os._exit(0)
        if self.reading:
            raise _StoppedError


_work = _Work()


def _begin(packed: Path) -> None:
    """Make a process ready with the pack in our own parent's file; an interrupt is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _work.stop)
    _work.extractor = Extractor.of(pickle.loads(packed.read_bytes()))  # noqa: S301 - written by our parent process


def _read(chunk: Sequence[Document]) -> tuple[Extraction, ...] | str:
    """The chunk's extractions, or in words why there are none: our errors do not travel between processes."""
    try:
        return () if _work.stopped else _read_through(chunk)
    except (KbError, _StoppedError) as error:
        return str(error)


def _read_through(chunk: Sequence[Document]) -> tuple[Extraction, ...]:
    _work.reading = True
    try:
        return _read_at_once(_work.extractor, chunk) if _work.extractor else ()
    finally:
        _work.reading = False


def _opened(result: tuple[Extraction, ...] | str) -> tuple[Extraction, ...]:
    if isinstance(result, str):
        load_parser()  # raises its own error where the parser was the reason
        raise KbError(result)
    return result
