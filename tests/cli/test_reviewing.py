"""Reviewing at the command line: with a screen, driven through a real terminal and through a pipe, and without one."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leica_kb.extract import RULES_VERSION
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.world.acts import author
from leica_kb.store import load_claims
from tests.cli.conftest import Runner

FOUNDER, YEAR, JAPAN = "c-2ecf46c19cd2", "c-9de37e45a6e5", "c-e24048931e64"
OTHER_YEAR, OTHER_JAPAN = "c-776073c928a1", "c-d20cb8d91886"
IN_ORDER = (OTHER_YEAR, YEAR, OTHER_JAPAN, FOUNDER, JAPAN)
PROMPT = "[q]uit? "
STYLES = re.compile(r"\x1b\[[0-9;]*m")
PACKAGE = Path(__file__).parents[2]


def states(root: Path) -> dict[str, str]:
    return {claim.id: claim.review.state for file in load_claims(root)[0] for claim in file.claims}


def editor(folder: Path, script: str) -> str:
    """An editor that does to the page (``text``) what the script says."""
    path = folder / "editor.py"
    path.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n"
        f"{script}\npath.write_text(text)\n"
    )
    return f"{sys.executable} {path}"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lines on stdin, as from a pipe."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


class Terminal:
    """The command line on a terminal of 80 columns, and the person at it."""

    def __init__(self, base: Path, *arguments: str, **variables: str) -> None:
        self._master, slave = pty.openpty()
        program = "from leica_kb.cli import main; main()"
        settled = {**os.environ, "PYTHONPATH": str(PACKAGE), "TERM": "xterm", "COLUMNS": "80", **variables}
        self.process = subprocess.Popen(  # noqa: S603  our own command
            [sys.executable, "-c", program, "review", *arguments],
            cwd=base,
            env=settled,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self.seen = ""
        self._at = 0

    def until(self, words: str) -> str:
        """What appears after the words waited for last, up to these."""
        end = time.monotonic() + 60
        while words not in self.seen[self._at :] and self._read():
            assert time.monotonic() < end, f"waited for {words!r} in {self.seen[self._at :]!r}"
        assert words in self.seen[self._at :], self.seen
        begin, self._at = self._at, self.seen.index(words, self._at) + len(words)
        return self.seen[begin : self._at]

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def end(self) -> int:
        """The exit code, after everything that still appears."""
        while self._read():
            pass
        os.close(self._master)
        return self.process.wait(60)

    def _read(self) -> bool:
        if not select.select([self._master], [], [], 1)[0]:
            return self.process.poll() is None
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the other end is closed
            return False
        self.seen += STYLES.sub("", data.decode(errors="replace"))
        return bool(data)


@pytest.fixture
def terminal(base: Path) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def open_(*arguments: str, **variables: str) -> Terminal:
        KnowledgeBase(base).sources()  # the index is made before, so that nothing waits for it
        opened.append(Terminal(base, *arguments, **variables))
        return opened[-1]

    yield open_
    for one in opened:
        one.process.kill()
        one.process.wait()


def test_one_key_rules_on_each_claim_in_turn(terminal: Callable[..., Terminal], base: Path, tmp_path: Path) -> None:
    change = editor(tmp_path, 'text = text.replace("polarity: affirmed", "polarity: affirmed  # by him")')
    at = terminal(EDITOR=change)
    first = at.until(PROMPT)
    assert "1 of 5" in first
    assert "in an open contradiction" in first
    assert "Sigma was founded in 1971" in first
    at.press("a")
    at.until("2 of 5")
    at.until(PROMPT)
    at.press("r")
    at.until("because: ")
    at.press("a misprinx\x7ft\n")
    at.until("3 of 5")
    at.until(PROMPT)
    at.press("s")
    at.until("4 of 5")
    at.until(PROMPT)
    at.press("c")
    at.until("because (may be left out): ")
    at.press("\n")
    at.until("5 of 5")
    at.until(PROMPT)
    at.press("u")
    at.until("taken back")
    at.until("4 of 5")
    at.until(PROMPT)
    at.press("q")
    assert at.end() == 0
    assert "1 accepted, 1 rejected; 3 claims left; to go on: leica-kb review" in at.seen
    assert {n: s for n, s in states(base).items() if s != "unreviewed"} == {OTHER_YEAR: "accepted", YEAR: "rejected"}
    (year,) = (claim for file in load_claims(base)[0] for claim in file.claims if claim.id == YEAR)
    assert year.review.because == "a misprint"


def test_why_shows_where_a_claim_comes_from_and_arrows_do_nothing(
    terminal: Callable[..., Terminal], base: Path
) -> None:
    at = terminal(FOUNDER, NO_COLOR="1")
    at.until(PROMPT)
    at.press("w")
    told = at.until(PROMPT)
    assert f"read by: rules/{RULES_VERSION} found-verb" in told
    assert "rule's measured precision: not measured (n = 0)" in told
    at.press("\x1b[A")
    assert "a, r, c, s, u, w or q" in at.until(PROMPT)
    at.press("ä")
    assert "a, r, c, s, u, w or q" in at.until(PROMPT)
    at.press("\x04")
    assert at.end() == 0
    assert set(states(base).values()) == {"unreviewed"}


def test_ctrl_c_loses_no_verdict_and_the_walk_goes_on_where_it_stopped(
    terminal: Callable[..., Terminal], base: Path
) -> None:
    at = terminal()
    at.until(PROMPT)
    at.press("a")
    at.until("2 of 5")
    at.until(PROMPT)
    at.process.send_signal(signal.SIGINT)
    assert at.end() == 130
    assert "1 accepted; 4 claims left" in at.seen
    assert "Traceback" not in at.seen
    again = terminal()
    assert "1 of 4" in again.until(PROMPT)
    again.press("q")
    assert again.end() == 0


def test_the_walk_reads_lines_from_a_pipe(leica: Runner, base: Path, typed: Callable[[str], None]) -> None:
    typed("accept\nr\n\nr\na joke\nw\n?\n")
    code, out, err = leica("review")
    assert code == 0
    assert "3 of 5" in out
    assert "waits because: nobody has reviewed it" in out
    assert err.splitlines() == [
        "accepted",
        "not rejected: a rejection needs a reason, for those who come later",
        "rejected",
        "a, r, c, s, u, w or q; what is written stays written whenever you stop",
        "1 accepted, 1 rejected; 3 claims left; to go on: leica-kb review",
    ]
    assert [states(base)[name] for name in IN_ORDER[:3]] == ["accepted", "rejected", "unreviewed"]


class Meddler:
    """Lines on stdin; before the first is typed, somebody else does something to the base."""

    def __init__(self, text: str, meddle: Callable[[], object]) -> None:
        self._lines = iter(text.splitlines(keepends=True))
        self._meddle = [meddle]

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        if self._meddle:
            self._meddle.pop()()
        return next(self._lines, "")


def test_what_somebody_else_reviewed_or_removed_meanwhile_is_passed_by(
    leica: Runner, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meddle() -> None:
        KnowledgeBase(base).review(f"id:{YEAR}", "reject", "a misprint")
        blog = base / "claims" / "blog.yaml"
        blog.write_text(blog.read_text().partition(f"  - id: {OTHER_JAPAN}")[0])

    monkeypatch.setattr("sys.stdin", Meddler("a\na\nq\n", meddle))
    err = leica("review")[2].splitlines()
    assert err[:3] == [
        "accepted",
        f"{YEAR} is rejected by now, by {author(base)}",
        f"claims/blog.yaml: {OTHER_JAPAN} does not stand here any more",
    ]
    assert states(base) == {OTHER_YEAR: "accepted", YEAR: "rejected", FOUNDER: "accepted", JAPAN: "unreviewed"}


def test_why_tells_of_cues_findings_and_words_that_broke(
    leica: Runner, base: Path, typed: Callable[[str], None]
) -> None:
    file = base / "claims" / "maker.yaml"
    file.write_text(
        file.read_text().replace("    end: 91\n", "    end: 91\n    cues: {time: [[84, 91]], modality: [[0, 3]]}\n")
    )
    typed("w\nq\n")
    out = leica("review", YEAR)[1]
    assert "  modality by: *0–3*\n" in out
    assert "  time by: *in 1961*\n" in out
    assert "contradiction f-" in out
    seed = base / "seeds" / "maker.txt"
    seed.write_text(seed.read_text().replace("founded in 1961", "founded in 1962"))
    typed("w\nq\n")
    out = " ".join(leica("review", YEAR)[1].split())
    assert "1 of 1 · its words are changed: " in out
    assert "its words: changed (" in out


def test_the_quote_stands_in_its_sentence_with_its_cues_marked(
    leica: Runner, base: Path, typed: Callable[[str], None]
) -> None:
    file = base / "claims" / "maker.yaml"
    file.write_text(file.read_text().replace("    end: 113\n", "    end: 113\n    cues: {polarity: [[96, 98]]}\n"))
    typed("q\n")
    out = leica("review", JAPAN)[1]
    assert "  [It *is* based in Japan].\n" in out


def test_a_correction_is_checked_before_it_is_written(
    leica: Runner, base: Path, tmp_path: Path, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = 'text = text.replace("predicat: x", "predicate: designed_by") if "predicat: x" in text else '
    script += 'text.replace("predicate: founded_by", "predicat: x")'
    monkeypatch.setenv("EDITOR", editor(tmp_path, script))
    before = (base / "claims" / "maker.yaml").read_bytes()
    typed("c\nx\nq\n")
    err = leica("review", FOUNDER)[2]
    assert "line 5: predicat: no such key (docs/format.md lists them)" in err
    assert "not corrected" in err
    assert (base / "claims" / "maker.yaml").read_bytes() == before
    typed("c\ne\nhe drew it\n")
    out, err = leica("review", FOUNDER)[1:]
    assert "[e]dit again" in out
    assert err.splitlines()[-2:] == ["corrected", "1 corrected; 0 claims left"]
    (claim,) = KnowledgeBase(base).claims(f"id:{FOUNDER}").claims
    assert (claim.predicate, claim.review.state, claim.review.because) == ("designed_by", "corrected", "he drew it")


def test_an_editor_that_changes_nothing_or_fails_writes_nothing(
    leica: Runner, base: Path, tmp_path: Path, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, ""))
    typed("c\n")
    assert "not corrected" in leica("review", FOUNDER)[2]
    monkeypatch.setenv("EDITOR", editor(tmp_path, "text = ''"))
    typed("c\n")
    assert "not corrected" in leica("review", FOUNDER)[2]
    for command in ("false", "no-such-editor --wait", '"'):
        monkeypatch.setenv("EDITOR", command)
        typed("c\n")
        assert "name yours with: export EDITOR=nano" in leica("review", FOUNDER)[2]
    assert set(states(base).values()) == {"unreviewed"}


def test_ctrl_c_in_the_editor_does_not_end_the_walk(
    leica: Runner, base: Path, tmp_path: Path, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "import os, signal\nos.kill(os.getppid(), signal.SIGINT)\ntext = text.replace('asserted', 'speculated')"
    monkeypatch.setenv("EDITOR", editor(tmp_path, script))
    typed("c\n\n")
    assert leica("review", FOUNDER)[0] == 0
    assert states(base)[FOUNDER] == "corrected"


def test_what_was_typed_is_kept_where_it_cannot_be_written(
    leica: Runner, base: Path, tmp_path: Path, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = base / "claims" / "maker.yaml"
    script = f"""text = text.replace("founded_by", "designed_by # mine")
other = pathlib.Path({str(maker)!r})
other.write_text(other.read_text().replace("found-verb", "found-verb-2"))"""
    monkeypatch.setenv("EDITOR", editor(tmp_path, script))
    typed("c\n\nq\n")
    err = leica("review", FOUNDER)[2]
    assert "was changed in claims/maker.yaml since it was shown" in err
    (line,) = [line for line in err.splitlines() if "what you typed is in" in line]
    assert "designed_by # mine" in Path(line.rpartition(" ")[2]).read_text()
    assert "designed_by" not in maker.read_text()


def test_verdicts_without_a_screen(leica: Runner, base: Path) -> None:
    code, out, err = leica("review", "--accept", YEAR, JAPAN)
    assert (code, err) == (0, "")
    assert out == f"accepted: {YEAR}, {JAPAN}; to take it back: leica-kb undo\n"
    assert leica("review", "--reject", OTHER_YEAR, "--because", "typo")[0] == 0
    told = json.loads(leica("review", "--accept", "--rule", "found-verb", "--json")[1])
    assert told == {"accepted": [FOUNDER], "rejected": [], "corrected": [], "unchanged": [], "kept": []}
    assert leica("undo")[1] == f"taken back: accept {FOUNDER} (1 claim)\n"
    assert leica("undo", YEAR)[1].startswith("taken back: accept 2 claims (1 claim)")
    assert json.loads(leica("undo", "--json")[1]) == {
        "undone": f"reject {OTHER_YEAR}",
        "claims": [OTHER_YEAR],
        "kept": [],
    }
    assert states(base) == {name: "accepted" if name == JAPAN else "unreviewed" for name in IN_ORDER}


def test_the_log_tells_who_reviewed_what_when_and_why(leica: Runner, base: Path) -> None:
    leica("review", "--reject", YEAR, "--because", "a misprint")
    (line,) = json.loads(leica("log", YEAR, "--json")[1])
    assert (line["who"], line["what"], line["why"]) == (author(base), f"reject {YEAR}", "a misprint")
    assert "because a misprint" in " ".join(leica("log")[1].split())
    assert f"rejected by {author(base)}" in " ".join(leica("show", YEAR)[1].split())


def test_what_waits_is_listed_with_the_reason(leica: Runner) -> None:
    rows = json.loads(leica("review", "--list", "--json")[1])
    assert [row["claim"]["id"] for row in rows] == list(IN_ORDER)
    assert [row["reasons"][0]["kind"] for row in rows] == ["finding", "finding", *["unreviewed"] * 3]
    assert rows == json.loads(leica("review", "--json")[1])
    assert leica("review", "--list", "source:maker")[1].endswith("3 claims to review\n")
    leica("review", "--accept", "source:maker")
    assert leica("review", "--list", "source:maker")[1] == "nothing waits for review\n"
    assert leica("review", "source:maker")[::2] == (0, "nothing waits for review\n")


def test_a_file_of_verdicts(leica: Runner, base: Path, tmp_path: Path) -> None:
    file = tmp_path / "v.yaml"
    file.write_text(f"- {{claim: {YEAR}, verdict: accept}}\n- {{claim: {JAPAN}, verdict: no}}\n")
    code, out, err = leica("review", "--from", str(file))
    assert (code, out) == (2, "")
    assert f"{file}:2: verdict: Input should be 'accept', 'reject' or 'correct'" in err
    assert set(states(base).values()) == {"unreviewed"}
    file.write_text(f"- {{claim: {YEAR}, verdict: accept}}\n")
    assert leica("review", "--from", str(file))[1].startswith(f"accepted: {YEAR}")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--accept",), "a verdict needs claims: ids, a filter or --rule RULE"),
        (("--reject", YEAR), "a rejection needs a reason"),
        (("--accept", "--reject", YEAR), "exclude each other"),
        (("--because", "x"), "goes with --accept or --reject"),
        (("--from", "x.yaml", YEAR), "the file names its claims itself"),
        (("--from", "x.yaml"), "no such file"),
        (("--accept", YEAR[:-1]), f"did you mean {YEAR}?"),
        (("subject:sigmo",), "did you mean sigma,"),
        (("--accept", "--rule", "found"), "no claim meets «rule:found»"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(leica: Runner, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = leica("review", *arguments)
    assert (code, out) == (2, "")
    assert told in " ".join(err.replace("│", " ").split())


@pytest.mark.parametrize("command", [("review",), ("show", YEAR), ("log",), ("report",)])
def test_escape_sequences_of_strangers_are_shown_and_not_obeyed(
    leica: Runner, base: Path, typed: Callable[[str], None], command: tuple[str, ...]
) -> None:
    maker, blog = base / "claims" / "maker.yaml", base / "claims" / "blog.yaml"
    maker.write_text(maker.read_text().replace('"person:hand"', '"person:\\x1B[31mhand"'))
    nasty = '    review: {state: corrected, by: "\\x1B]0;x\\x07ann\\nnote: forged", because: "\\u202Eno"}\n'
    maker.write_text(maker.read_text().replace("    start: 60\n", f"    start: 60\n{nasty}"))
    blog.write_text(blog.read_text().replace("subject: sigma", 'subject: "sig\\x9B2Jma"'))
    seed = base / "seeds" / "maker.txt"
    seed.write_text(seed.read_text().replace("It is based", "\x1b[2JIt is based"))
    (base / "claims" / "log.jsonl").write_text(
        json.dumps({"who": "eve\nforged", "when": "\x1b[1m", "what": "accept x", "why": "\u202e"}) + "\n"
    )
    typed("w\nq\n")
    out = "".join(leica(*command)[1:])
    assert not {*out} & {"\x1b", "\x9b", "\x07", "\u202e", "\r"}
    assert "\nforged" not in out
    assert "\nnote: forged" not in out
