"""Results to stdout in the form that was asked for, messages to stderr; a reader that stops reading is no error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leica_kb.kb import KnowledgeBase, Progress
    from leica_kb.kb.answers.lists import ClaimList
    from leica_kb.render.blocks import Block


class Shown(Protocol):
    """A result with a machine form."""

    def to_json(self) -> Any:
        """Plain mappings and lists."""


def show(blocks: Callable[[], Iterable[Block]], result: Shown, form: str) -> None:
    """Write a result as text, Markdown or JSON."""
    if form == "json":
        write_json(result.to_json())
    elif form == "markdown":
        from leica_kb.render.markdown import draw_markdown

        write(draw_markdown(blocks()))
    else:
        show_blocks(blocks())


def show_blocks(blocks: Iterable[Block]) -> None:
    """Write blocks: with colour and boxes on a terminal, as plain text in a pipe."""
    import shutil

    width = shutil.get_terminal_size((80, 24)).columns
    if is_terminal():
        from leica_kb.render.terminal import draw_terminal

        write(draw_terminal(blocks, width, colour=not os.environ.get("NO_COLOR")))
    else:
        from leica_kb.render.plain import draw_plain

        write(draw_plain(blocks, width))


def is_terminal() -> bool:
    """Whether a person is looking at stdout; a terminal that knows no escape sequences counts as a pipe."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def write_json(data: Any) -> None:
    """Write one JSON value, indented."""
    from leica_kb.render.machine import dump_json

    write(dump_json(data))


def write(text: str) -> None:
    """Write to stdout; where nobody reads any more, the rest is dropped and the exit code stays what it is."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(*lines: str) -> None:
    """Write messages to stderr."""
    from leica_kb.render.visible import visible

    for line in lines:
        sys.stderr.write(f"{visible(line)}\n")
    sys.stderr.flush()


def tell_notices(base: KnowledgeBase) -> None:
    """Tell what a person should know beside the answer."""
    tell(*(f"note: {notice}" for notice in base.notices()))


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A bar on stderr while a person waits at a terminal; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from leica_kb.render.waiting import Bar

    with Bar() as bar:
        yield bar.advance


def show_claims(found: ClaimList, form: str) -> None:
    """Write a list of claims as text, a table, JSON, JSON Lines or CSV."""
    from leica_kb.render.claims import claim_list, claim_table
    from leica_kb.render.machine import dump_csv, dump_lines
    from leica_kb.render.words import merged_names

    tell(*(f"note: {one}" for one in merged_names(found)))
    if form == "jsonl":
        write(dump_lines(found.to_json()))
    elif form == "csv":
        write(dump_csv(found.to_json()))
    elif form == "table":
        show_blocks(claim_table(found.claims, found.names))
    else:
        show(lambda: claim_list(found.claims, found.names), found, form)


def save(path: Path, blocks: Iterable[Block]) -> None:
    """Write a Markdown page to a file that the caller named, and tell so."""
    from leica_kb.files import write_atomic
    from leica_kb.render.markdown import draw_markdown

    write_atomic(path.absolute(), draw_markdown(blocks).encode())
    tell(f"written: {path}")
