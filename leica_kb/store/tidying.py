"""Canonical form of the small files beside the claims: keys in order, and no text that some reader misreads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from leica_kb.errors import InputError
from leica_kb.files import parse_yaml, resolve_plain
from leica_kb.store.layout import Field, Page, all_comments
from leica_kb.store.quoting import is_misread, quote_scalar

_BOM: Final = b"\xef\xbb\xbf"
_LINE_END: Final = re.compile(b"\r\n?")
Orders = Mapping[tuple[str, ...], Sequence[str]]
"""Path of keys (``*`` for any) to a mapping → the order of its keys."""
_DECISION: Final = tuple("kind claims names digest verdict because written type until by on".split())
"""Keys of rulings on claims and of those on names."""
_ENTITY: Final = ("name", "type", "aliases", "within", "twins", "maker", "demonyms")
BASE_ORDER: Final[Orders] = {(): ("format", "packs")}
ENTITIES_ORDER: Final[Orders] = {(): ("format", "entities"), ("entities", "*"): _ENTITY}
DECISIONS_ORDER: Final[Orders] = {(): ("format", "decisions"), ("decisions", "*"): _DECISION}
SIDECAR_ORDER: Final[Orders] = {(): ("id", "title", "publisher", "author", "published", "language", "retells", "basis")}


def tidy_yaml(data: bytes, path: Path, orders: Orders) -> bytes:
    """The bytes in canonical form: ``\\n``, keys in order, texts quoted that some reader takes for something else.

    Comments, blank lines and all else stay as they are, and so does a file that another way of writing puts beyond
    line-by-line editing. Raises InputError where it cannot be read.
    """
    plain = plain_bytes(data)
    document = parse_yaml(plain, path)
    text = plain.decode()
    if document.root is None:
        return plain
    quoted = _quoted(text, document.root)
    root = document.root if quoted == text else parse_yaml(quoted.encode(), path).root
    new = _ordered(quoted if quoted.endswith("\n") else f"{quoted}\n", root, orders)
    return new.encode() if new != text and _says_the_same(new, plain, path, orders) else plain


def plain_bytes(data: bytes) -> bytes:
    """The same YAML without a byte order mark and with ``\n`` as its line ends, which no value of it depends on."""
    return _LINE_END.sub(b"\n", data.removeprefix(_BOM))


def order_keys(plain: bytes, path: Path, orders: Orders) -> bytes:
    """The bytes with the keys of their mappings in order, where they say the same then; else as they are."""
    text, root = plain.decode(errors="replace"), parse_yaml(plain, path).root
    if getattr(root, "id", None) != "mapping":
        return plain
    new = _ordered(text if text.endswith("\n") else f"{text}\n", root, orders)
    return new.encode() if new != text and _says_the_same(new, plain, path, orders) else plain


def _says_the_same(text: str, old: bytes, path: Path, orders: Orders) -> bool:
    """Whether nothing but the order and the quoting has changed."""
    try:
        new, before = parse_yaml(text.encode(), path), parse_yaml(old, path)
    except InputError:
        return False
    comments = (sorted(all_comments(page, root)) for page, root in ((text, new.root), (old.decode(), before.root)))
    return _in_text(new.value) == _in_text(before.value) and next(comments) == next(comments) and bool(orders)


def _in_text(value: Any) -> Any:
    """The value with numbers as they are written, as files that hold texts only are read."""
    match value:
        case dict():
            return {key: _in_text(item) for key, item in value.items()}
        case list():
            return [_in_text(item) for item in value]
        case bool() | None:
            return value
    return str(value)


def _quoted(text: str, root: Any) -> str:
    """The text with quotes around what some reader of YAML would not take for the text that it is here."""
    wrong = sorted((node.start_mark.index, node.end_mark.index, node.value) for node in _misread(root))
    for start, end, value in reversed(dict.fromkeys(wrong)):
        text = f"{text[:start]}{quote_scalar(value)}{text[end:]}"
    return text


def _misread(node: Any, key: str = "") -> Iterator[Any]:
    if node.id == "mapping":
        for name, value in node.value:
            yield from _misread(name)
            yield from _misread(value, name.value)
    elif node.id == "sequence":
        for item in node.value:
            yield from _misread(item)
    elif not node.style and key != "format" and is_misread(node.value) and _is_text(node.value):
        yield node


def _is_text(value: str) -> bool:
    """Not null, true or false, which mean what they say."""
    read = resolve_plain(value)
    return read is not None and not isinstance(read, bool)


def _ordered(text: str, root: Any, orders: Orders) -> str:
    """The text with the keys of its mappings in order, the innermost first, each with the comments right above it."""
    page = Page(text)
    lines: list[str] = list(page.lines)
    for path, node in sorted(_mappings(root, ()), key=lambda found: -len(found[0])):
        order = next((order for pattern, order in orders.items() if _matches(path, pattern)), None)
        fields = page.fields(node) if order else ()
        if order and fields:
            first, last, new = _sorted_fields(lines, fields, order)
            lines[first : last + 1] = new
    return "\n".join(lines) + "\n"


def _mappings(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if node.id == "mapping" and not node.flow_style:
        yield path, node
        for key, value in node.value:
            yield from _mappings(value, (*path, key.value))
    elif node.id == "sequence":
        for item in node.value:
            yield from _mappings(item, (*path, "*"))


def _matches(path: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    return len(path) == len(pattern) and all(want in ("*", have) for have, want in zip(path, pattern, strict=True))


def _sorted_fields(lines: list[str], fields: Sequence[Field], order: Sequence[str]) -> tuple[int, int, list[str]]:
    """The first and the last line of a mapping, and the lines between them in order; their number stays."""
    starts = [fields[0].first, *(_lead(lines, one.last + 1, two.first) for one, two in pairwise(fields))]
    ends = [*(start - 1 for start in starts[1:]), fields[-1].last]
    rank = {key: number for number, key in enumerate(order)}
    blocks = list(zip(fields, starts, ends, strict=True))
    wanted = sorted(blocks, key=lambda block: rank.get(block[0].key, len(rank)))
    if wanted == blocks:
        return starts[0], ends[-1], lines[starts[0] : ends[-1] + 1]
    return starts[0], ends[-1], _rearranged(lines, blocks, wanted)


_Block = tuple[Field, int, int]


def _rearranged(lines: list[str], blocks: Sequence[_Block], wanted: Sequence[_Block]) -> list[str]:
    """The lines of the blocks in the wanted order; a list item's dash stays with the line that now comes first."""
    first = lines[blocks[0][0].first]
    column = len(first) - len(first.lstrip(" -"))
    head, bare = first[:column], " " * column
    lead, *_ = wanted
    new: list[str] = []
    for field, start, end in wanted:
        body = [*lines[start : end + 1]]
        at = field.first - start
        body[at] = (head if field is lead[0] else bare) + body[at][column:]
        if field is lead[0] and head.strip():  # a comment cannot stand before its item's dash
            body = [*body[at:], *body[:at]]
        new += body
    return new


def _lead(lines: list[str], begin: int, first: int) -> int:
    """The first of the comment lines that stand right above a key."""
    at = first
    while at > begin and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return at
