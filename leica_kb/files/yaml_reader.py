"""Bounded reading of YAML that strangers wrote: plain data with line numbers, or one readable refusal."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leica_kb.errors import InputError


@dataclass(frozen=True, slots=True)
class YamlLimits:
    """How much of a stranger's YAML is read."""

    size: int = 16_000_000
    """Bytes of the file."""
    depth: int = 40
    """Levels of nesting; the C parser overruns its stack near 30,000."""
    nodes: int = 750_000
    """Keys, values and collections, each alias counted with all that it repeats (some 400 bytes of memory each)."""
    scalar: int = 1_000_000
    """Characters of one text."""


LIMITS: Final = YamlLimits()


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A parsed file: its plain data and where each piece stands."""

    value: Any
    root: Node | None = field(repr=False)

    def node(self, *keys: str | int) -> Node | None:
        """The node at a path of keys and indices, or the nearest one above it that exists."""
        node = self.root
        for key in keys:
            child = _child(node, key)
            if child is None:
                break
            node = child[1]
        return node

    def line(self, *keys: str | int) -> int:
        """The line (from 1) of the key path's last key or item; of the nearest one above where it is absent."""
        node = place = self.root
        for key in keys:
            child = _child(node, key)
            if child is None:
                break
            place, node = child
        return place.start_mark.line + 1 if place is not None else 1


def _child(node: Node | None, key: str | int) -> tuple[Node, Node] | None:
    if isinstance(node, MappingNode):
        return next(((k, v) for k, v in node.value if k.value == str(key)), None)
    if isinstance(node, SequenceNode) and isinstance(key, int) and 0 <= key < len(node.value):
        return node.value[key], node.value[key]
    return None


def parse_yaml(data: bytes, path: Path | str, limits: YamlLimits = LIMITS) -> YamlDocument:
    """One YAML document as dicts, lists, str, int, float, bool and None.

    Only true, false and null are words with a meaning, and only numbers that are written as Python writes them are
    numbers, so that ``str(value)`` is always what stands in the file; all else is text (``no``, ``2013-03``, ``1.10``,
    ``12:30``). Keys are text. Raises InputError, with the line, for tags, directives, merge keys, repeated keys and whatever is
    beyond the limits.
    """
    text = _decoded(data, path, limits)
    with collector_paused():
        loader = _Loader(data, limits)
        try:
            root = loader.get_single_node()
            value = _Constructor(path, limits).build(root) if root is not None else None
        except yaml.MarkedYAMLError as error:
            raise InputError(path, _in_words(error), _line_of(error)) from error
        except _TooMuchError as error:
            raise InputError(path, error.message, error.node.start_mark.line + 1) from error
        except yaml.YAMLError as error:
            raise InputError(path, f"not YAML: {error}") from error
    del text
    return YamlDocument(value, root)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking over a load's many new values again and again: half of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_UNREADABLE: Final = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTIVE: Final = re.compile("^%", re.MULTILINE)


def _decoded(data: bytes, path: Path | str, limits: YamlLimits) -> str:
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
    return text


def _in_words(error: yaml.MarkedYAMLError) -> str:
    return f"not YAML: {' '.join(part for part in (error.context, error.problem) if part)}"


def _line_of(error: yaml.MarkedYAMLError) -> int | None:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark is not None else None


class _TooMuchError(Exception):
    def __init__(self, node: Node, message: str) -> None:
        super().__init__(message)
        self.node = node
        self.message = message


_PLAIN: Final = "plain"
_QUOTED: Final = "quoted"


class _Loader(CParser):
    """The C composer with three hooks of its own: it bounds the tree while it grows, and resolves no tag."""

    def __init__(self, data: bytes, limits: YamlLimits) -> None:
        super().__init__(data)
        self._depth = 0
        self._room = limits.nodes
        self._deepest = limits.depth

    def descend_resolver(self, parent: Node | None, index: object) -> None:  # noqa: ARG002 - the composer's signature
        self._depth += 1
        self._room -= 1
        if parent is not None and self._depth > self._deepest:
            raise _TooMuchError(parent, f"nested deeper than {self._deepest} levels")
        if parent is not None and self._room < 0:
            raise _TooMuchError(parent, "more keys and values than are read; split the file")

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, kind: type, value: object, implicit: Any) -> str:  # noqa: ARG002 - the composer's signature
        return _PLAIN if kind is ScalarNode and implicit[0] else _QUOTED


_WORDS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]{0,17}")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,15})\.[0-9]{1,17}")


def resolve_plain(text: str) -> str | int | float | bool | None:
    """What an unquoted scalar means: a word of the core schema, a number in Python's own writing, or itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-0123456789":
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text) and repr(number := float(text)) == text:
        return number
    return text


class _Constructor:
    """Nodes → plain data, counting each alias with all that it repeats."""

    def __init__(self, path: Path | str, limits: YamlLimits) -> None:
        self._path = path
        self._limits = limits
        self._room = limits.nodes
        self._depth = 0

    def build(self, node: Node) -> Any:
        self._room -= 1
        if self._room < 0:
            raise _TooMuchError(node, "aliases repeat more than is read; write it out or split the file")
        if type(node) is ScalarNode:
            return self._scalar(node)
        if node.tag is not _QUOTED:
            raise _TooMuchError(node, f"tag {node.tag} is not read; remove it")
        self._depth += 1
        if self._depth > self._limits.depth:
            raise _TooMuchError(node, f"nested deeper than {self._limits.depth} levels")
        built = self._mapping(node) if type(node) is MappingNode else [self.build(item) for item in node.value]
        self._depth -= 1
        return built

    def _scalar(self, node: ScalarNode) -> Any:
        text = node.value
        if len(text) > self._limits.scalar:
            raise _TooMuchError(node, f"a text of {len(text):,} characters, more than the {self._limits.scalar:,} read")
        if node.tag is _PLAIN:
            return resolve_plain(text)
        if node.tag is not _QUOTED:
            raise _TooMuchError(node, f"tag {node.tag} is not read; remove it")
        return text

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key in result:
                raise _TooMuchError(key_node, f"key {key} stands here a second time; remove one")
            result[key] = self.build(value_node)
        return result

    def _key(self, node: Node) -> str:
        if type(node) is not ScalarNode:
            raise _TooMuchError(node, "a key must be a plain word")
        self._scalar(node)
        if node.value == "<<" and node.tag is _PLAIN:
            raise _TooMuchError(node, "merge key << is not read; write the keys out")
        return str(node.value)
