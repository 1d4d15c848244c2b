"""Keys and lines from a person: single keys on a terminal, lines where stdin is a file or a pipe."""

from __future__ import annotations

import io
import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from leica_kb.render.visible import visible

END: Final = "\x04"
"""What Ctrl-D and the end of the input are read as."""
_ESCAPE: Final = b"\x1b"
_PATIENCE: Final = 0.05
"""Seconds in which the rest of an arrow key's sequence has come, over a slow line too."""


class Keys:
    """Asks for one key or one line at a time; between two questions the terminal is as the person had it."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self.is_terminal = sys.stdin.isatty()
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")

    def key(self, prompt: str) -> str:
        """The next key, in lower case; on a pipe the first character of the next line that holds one."""
        ask = _press if self.is_terminal else _first_of_line
        pressed = ask(lambda: self._write(prompt)).lower()
        self._write(f"{pressed if pressed.isprintable() else ''}\n")
        return pressed

    def line(self, prompt: str) -> str:
        """The next line, typed and corrected as the terminal does; empty at the end of the input."""
        self._write(prompt)
        typed = sys.stdin.readline().strip()
        if not self.is_terminal:
            self._write(f"{visible(typed)}\n")
        return typed


def _first_of_line(ask: Callable[[], None]) -> str:
    ask()
    while text := sys.stdin.readline():
        if text.strip():
            return text.strip()[0].lower()
    return END


def _press(ask: Callable[[], None]) -> str:
    """One key; a key that sends several bytes (an arrow, ä) is read whole."""
    handle = sys.stdin.fileno()
    with _single_keys(handle):  # before the question, so that a quick answer does not show twice
        ask()
        data = os.read(handle, 1)
        while data and _more(handle, data):
            data += os.read(handle, 1)
    if not data or data.startswith(_ESCAPE):
        return "" if data else END
    return data.decode(errors="replace")


def _more(handle: int, data: bytes) -> bool:
    """Whether the key that begins with these bytes sends another one."""
    if data[0] >= 0xC0:
        return len(data) < (2 if data[0] < 0xE0 else 3 if data[0] < 0xF0 else 4)
    return data.startswith(_ESCAPE) and bool(select.select([handle], [], [], _PATIENCE)[0])


@contextmanager
def _single_keys(handle: int) -> Iterator[None]:
    """Give keys as they are pressed; Ctrl-C still interrupts, and whatever happens the terminal is set back."""
    import termios
    import tty

    before: list[Any] = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
