"""Bounded reading of YAML that strangers wrote: plain data with line numbers, or one readable refusal."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from leica_kb.errors import InputError
from leica_kb.files.collector import collector_paused


@dataclass(frozen=True, slots=True)
class YamlLimits:
    """How much of a stranger's YAML is read."""

    size: int = 16_000_000
    """Bytes of the file."""
    depth: int = 40
    """Levels of nesting; the C parser overruns its stack near 30,000."""
    nodes: int = 250_000
    """Keys, values and collections, each alias counted with all that it repeats (up to 900 bytes of memory each)."""
    scalar: int = 1_000_000
    """Characters of one text."""


LIMITS: Final = YamlLimits()


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A parsed file: its plain data and where each piece stands."""

    value: Any
    root: Any = field(repr=False, compare=False)
    """The composed node, with the marks of where each piece begins and ends; None for an empty file."""
    _keys: dict[int, dict[str, tuple[Any, Any]]] = field(default_factory=dict, repr=False, compare=False)
    """Per mapping that was asked for a key, by its node's identity, the nodes of its keys and values."""

    def line(self, *keys: str | int) -> int:
        """The line (from 1) of the key path's last key or item; of the nearest one above where it is absent."""
        node = place = self.root
        for key in keys:
            child = self._child(node, key)
            if child is None:
                break
            place, node = child
        return place.start_mark.line + 1 if place is not None else 1

    def _child(self, node: Any, key: str | int) -> tuple[Any, Any] | None:
        """The nodes of a mapping's key and value, or twice that of a sequence's item."""
        match getattr(node, "id", None):
            case "mapping":
                if id(node) not in self._keys:
                    self._keys[id(node)] = {pair[0].value: pair for pair in node.value}
                return self._keys[id(node)].get(str(key))
            case "sequence" if isinstance(key, int) and 0 <= key < len(node.value):
                return node.value[key], node.value[key]
        return None


def parse_yaml(data: bytes, path: Path | str, limits: YamlLimits = LIMITS) -> YamlDocument:
    """One YAML document as dicts, lists, str, int, float, bool and None.

    Only true, false and null are words with a meaning, and only numbers that are written as Python writes them are
    numbers, so that ``str(value)`` is always what stands in the file; all else is text (``no``, ``2013-03``, ``1.10``,
    ``12:30``). Keys are text. Raises InputError, with the line, for tags, directives, merge keys, repeated keys and
    whatever is beyond the limits.
    """
    from leica_kb.files.yaml_tree import compose  # a look-up must not pay for yaml

    _check_bytes(data, path, limits)
    with collector_paused():
        return compose(data, path, limits)


_UNREADABLE: Final = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTIVE: Final = re.compile("^%", re.MULTILINE)


def _check_bytes(data: bytes, path: Path | str, limits: YamlLimits) -> None:
    if len(data) > limits.size:
        raise InputError(path, f"{len(data):,} bytes of YAML, more than the {limits.size:,} that are read", 1)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(path, f"not UTF-8: byte {error.start} ({error.reason}); save it as UTF-8", line) from error
    if found := _UNREADABLE.search(text):
        what = f"control character U+{ord(found[0]):04X}; in double quotes it may be written as an escape"
        raise InputError(path, what, text.count("\n", 0, found.start()) + 1)
    if found := _DIRECTIVE.search(text):
        message = "a line that begins with % (a YAML directive) is not read; remove or quote it"
        raise InputError(path, message, text.count("\n", 0, found.start()) + 1)
