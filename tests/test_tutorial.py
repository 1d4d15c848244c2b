"""The tutorial, followed in a fresh folder, prints what it shows."""

from __future__ import annotations

from pathlib import Path

from leica_kb.kb import KnowledgeBase
from leica_kb.kb.checking.linting import is_fault
from tests.tutorial import TUTORIAL, follow, rewritten


def test_the_tutorial_prints_what_it_shows(tmp_path: Path) -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    done = list(follow(text, tmp_path))
    assert len(done) == text.count("\n$ ")
    for command, shown, printed in done:
        assert printed == shown, f"{command}to write it anew: python -m tests.tutorial"
    base = KnowledgeBase(tmp_path)
    assert not [problem for problem in base.check() if is_fault(problem)]
    assert {finding.kind for finding in base.contradictions(notes=True, decided=True).findings} >= {
        "date",
        "polarity",
        "succession",
    }
    assert {claim.modality for claim in base.claims().claims} >= {"asserted", "speculated", "planned"}


def test_output_is_written_anew_and_files_are_left_alone(tmp_path: Path) -> None:
    text = """`a.txt`

```text
one
```

```console
$ cat a.txt
old
$ echo two > a.txt
$ cat a.txt
$ cat <<'E'
> three
> E
```
"""
    assert rewritten(text, tmp_path) == text.replace("old\n", "one\n").replace(
        "$ cat a.txt\n$ cat <<", "$ cat a.txt\ntwo\n$ cat <<"
    ).replace("> E\n", "> E\nthree\n")
