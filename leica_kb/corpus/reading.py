"""One article's bytes → its text, or the problem that keeps it out; nothing in the text is changed."""

from __future__ import annotations

import codecs
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Final

from leica_kb.corpus.pieces import is_separator
from leica_kb.corpus.problems import problem
from leica_kb.errors import InputError, KbError, OutsideRootError
from leica_kb.files import inside, read_file
from leica_kb.model import Problem

MAX_BYTES: Final = 20_000_000


class UnknownEncodingError(KbError):
    """A name that is no text encoding."""

    def __init__(self, name: str) -> None:
        super().__init__(f"«{name}» is no text encoding that Python knows; try utf-16, cp1252 or latin-1")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an article is read, and how; raises UnknownEncodingError for a name that is no encoding."""

    max_bytes: int = MAX_BYTES
    encoding: str = "utf-8"
    """Tried on files that are not UTF-8, and only on those."""

    def __post_init__(self) -> None:
        try:
            b"a".decode(self.encoding)
        except UnicodeError:
            return  # half a character in this encoding, so it is one
        except (LookupError, ValueError) as error:
            raise UnknownEncodingError(self.encoding) from error


DEFAULTS: Final = Limits()


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded article and the digest of its bytes; the problems do not keep it out."""

    text: str
    sha256: str
    problems: tuple[Problem, ...] = ()


def read_bytes(root: Path | None, path: Path, shown: Path, max_bytes: int) -> bytes | Problem:
    """The bytes of an ordinary file inside the root, or why they are not read; without a root any place will do."""
    try:
        target = path if root is None else inside(root, path)
        mode = target.stat().st_mode
    except OutsideRootError:
        message = "a link or path that leads out of the base is not followed; copy the file in instead"
        return problem("outside-root", shown, message)
    except FileNotFoundError:
        return problem("not-readable", shown, "a link without its target" if path.is_symlink() else "no such file")
    except OSError as error:
        return problem("not-readable", shown, f"cannot be read: {error.strerror}")
    if not stat.S_ISREG(mode):
        what = "a folder with an article's name" if stat.S_ISDIR(mode) else "not an ordinary file"
        return problem("not-a-file", shown, f"{what}; rename or remove it")
    return _read(target, shown, max_bytes)


def _read(target: Path, shown: Path, max_bytes: int) -> bytes | Problem:
    try:
        size = target.stat().st_size
        if size <= max_bytes:
            return read_file(target, max_bytes)
        message = f"{size:,} bytes, more than the {max_bytes:,} that are read; split it or pass --max-bytes {size}"
        return problem("article-too-large", shown, message)
    except InputError as error:
        return problem("not-readable", shown, error.message)
    except OSError as error:
        return problem("not-readable", shown, f"cannot be read: {error.strerror}")


def read_stream(stream: IO[bytes], shown: Path, limits: Limits) -> Text | Problem:
    """The text that comes through a pipe; no more of it is held than may be read."""
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        message = f"more than the {limits.max_bytes:,} bytes that are read; split it or pass a larger --max-bytes"
        return problem("article-too-large", shown, message)
    return decode(data, shown, limits)


def decode(data: bytes, shown: Path, limits: Limits) -> Text | Problem:
    """The text that the bytes mean: UTF-8 where they are that, else the encoding that the caller named."""
    text = _decoded(data, shown, limits)
    if isinstance(text, Problem):
        return text
    if is_separator(text):
        message = "holds no words, only white space or signs" if text.strip("\ufeff \t\r\n") else _nothing(text)
        return problem("empty-article", shown, f"{message}; fill it or remove it")
    return Text(text, sha256(data).hexdigest(), tuple(_peculiarities(text, shown)))


def _nothing(text: str) -> str:
    return "holds only white space" if text else "is empty"


def _decoded(data: bytes, shown: Path, limits: Limits) -> str | Problem:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _otherwise(data, shown, limits, error)
    if "\x00" not in text:
        return text
    other = _try(data, limits.encoding)
    if isinstance(other, str) and "\x00" not in other:
        return other
    message = f"byte {data.index(0)} is NUL, so this is no plain text; if it is UTF-16, read it with --encoding utf-16"
    return problem("nul-bytes", shown, message)


def _otherwise(data: bytes, shown: Path, limits: Limits, error: UnicodeDecodeError) -> str | Problem:
    byte = f"byte {error.start} (0x{data[error.start]:02x})"
    if codecs.lookup(limits.encoding).name == "utf-8":
        guess = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "cp1252"
        message = f"not UTF-8: {byte}; save it as UTF-8, or name its encoding, for example --encoding {guess}"
        return problem("not-decodable", shown, message)
    other = _try(data, limits.encoding)
    if isinstance(other, str) and "\x00" not in other:
        return other
    place = f"byte {other.start}" if isinstance(other, UnicodeDecodeError) else "NUL characters"
    message = f"neither UTF-8 ({byte}) nor {limits.encoding} ({place}); name another --encoding"
    return problem("not-decodable", shown, message)


def _try(data: bytes, encoding: str) -> str | UnicodeError:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        return error


def _peculiarities(text: str, shown: Path) -> list[Problem]:
    found: list[Problem] = []
    if text[0] == "\ufeff":
        message = "begins with a byte order mark; it is kept, as character 0, so that offsets stay those of the file"
        found.append(problem("byte-order-mark", shown, message, 1))
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        message = "lines end with carriage returns (CRLF); they are kept, so that offsets stay those of the file"
        found.append(problem("carriage-returns", shown, message, line))
    return found
