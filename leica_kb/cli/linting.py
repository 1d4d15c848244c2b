"""What ``check`` writes: problems as text, JSON or SARIF, what ``--fix`` changed, and a code explained."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leica_kb.cli.output import is_terminal, show, show_blocks, write, write_json

if TYPE_CHECKING:
    from leica_kb.kb.checking.mending import Mending
    from leica_kb.model import Problem


def show_problems(problems: Sequence[Problem], form: str, *, shown: bool = False) -> bool:
    """Write the problems, unless they are shown already; whether any of them is a fault."""
    from leica_kb.kb.checking.linting import is_fault

    faults = sum(is_fault(problem) for problem in problems)
    if form == "json" and not shown:
        write_json([problem.to_json() for problem in problems])
    elif form == "sarif":
        from leica_kb.kb.checking.codes import load_codes
        from leica_kb.render.sarif import problems_to_sarif

        write_json(problems_to_sarif(problems, load_codes()))
    elif form == "text":
        from leica_kb.render.linting import problem_count, problem_list
        from leica_kb.render.visible import visible

        if is_terminal():
            show_blocks(problem_list(problems, faults))
        else:  # a line a problem, however long: editors and CI read it
            write("".join(f"{visible(str(problem))}\n" for problem in problems))
            show_blocks([problem_count(len(problems), faults)])
    return faults > 0


def show_mending(done: Mending, form: str) -> Sequence[Problem]:
    """Write what was mended, as far as the form has a place for it; what is left."""
    from leica_kb.render.linting import mended_blocks

    if form == "json" or (form == "text" and done.files):
        show(lambda: mended_blocks(done), done, form)
    return done.left


def show_code(name: str, form: str) -> None:
    """Write what a code means and how it is mended."""
    from leica_kb.kb.checking.codes import explain_code
    from leica_kb.render.linting import code_blocks

    code = explain_code(name)
    show(lambda: code_blocks(code), code, "json" if form != "text" else form)
