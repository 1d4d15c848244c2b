"""The walk through the claims that wait: shows one, asks for a key, does what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from leica_kb.cli.editor import Page
from leica_kb.cli.keys import END, Keys
from leica_kb.cli.output import show_blocks, tell
from leica_kb.errors import KbError
from leica_kb.render.reviews import review_blocks, why_blocks
from leica_kb.render.words import count, one_line

if TYPE_CHECKING:
    from leica_kb.kb.answers.cards import ClaimCard
    from leica_kb.kb.ruling.reviewing import Desk
    from leica_kb.review import Verdict

PROMPT: Final = "[a]ccept [r]eject [c]orrect [s]kip [u]ndo [w]hy [q]uit? "
_STATES: Final[Mapping[str, str]] = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
_HOW: Final = (
    "Correct the claim, save and close. Its id stays; start and end follow the quote.",
    "Nothing is written before it is valid. To give up: empty the file, or leave it as it is.",
)


class Walk:
    """One person at a desk; each verdict is written before the next claim is shown, so that none is ever lost."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        self._desk = desk
        self._keys = keys
        self._rows = desk.waiting
        self._at = 0
        self._card: ClaimCard | None = None
        self._done: list[tuple[int, str, str]] = []
        self._acts: Mapping[str, Callable[[ClaimCard], None]] = {
            "a": lambda card: self._judge(card, "accept"),
            "r": self._reject,
            "c": self._correct,
            "s": lambda _: self._move(self._at + 1),
            "u": self._undo,
            "w": lambda card: show_blocks(why_blocks(card, self._rows[self._at])),
        }

    def go(self) -> None:
        """Walk until the last claim, or until the person quits; then tell what was done."""
        try:
            while self._at < len(self._rows) and self._step():
                pass
        finally:
            tell(self._told())

    def _step(self) -> bool:
        """Show the claim where it is not shown yet, and do what the next key says; whether the walk goes on."""
        card = self._card or self._show()
        if card is None:
            return True
        key = self._keys.key(PROMPT)
        if key in ("q", END):
            return False
        try:
            self._acts.get(key, self._help)(card)
        except KbError as error:
            tell(str(error))
            self._card = None
        return True

    def _show(self) -> ClaimCard | None:
        """The claim as it is now, on the screen; one that is gone, or that somebody else has reviewed, is passed by."""
        row = self._rows[self._at]
        try:
            card = self._desk.card(row)
        except KbError as error:
            tell(str(error))
            self._move(self._at + 1)
            return None
        if card.claim.review.state != row.claim.review.state:
            tell(f"{card.claim.id} is {card.claim.review.state} by now, by {one_line(card.claim.review.by or 'hand')}")
            self._move(self._at + 1)
            return None
        show_blocks(review_blocks(card, row, f"{self._at + 1} of {len(self._rows)}"))
        self._card = card
        return card

    def _move(self, to: int) -> None:
        self._at, self._card = to, None

    def _judge(self, card: ClaimCard, verdict: Verdict, because: str = "", entry: str = "") -> None:
        self._desk.judge(card.claim, verdict, because, entry)
        self._done.append((self._at, card.claim.id, _STATES[verdict]))
        tell(_STATES[verdict])
        self._move(self._at + 1)

    def _reject(self, card: ClaimCard) -> None:
        because = self._keys.line("because: ")
        if because:
            self._judge(card, "reject", because)
        else:
            tell("not rejected: a rejection needs a reason, for those who come later")

    def _correct(self, card: ClaimCard) -> None:
        """Let the person edit the entry until it is valid or given up; on any accident the page stays."""
        old = self._desk.entry(card.claim)
        page = Page(card.claim.id, old)
        notes: tuple[str, ...] = _HOW
        try:
            while (entry := page.edit(*notes)).strip() and page.text.strip() != old.strip():
                if not (problems := self._save(card, entry, page)):
                    page.drop()
                    return
                tell(*problems)
                if self._keys.key("[e]dit again, or any other key to give up? ") != "e":
                    break
                notes = (*_HOW, *problems)
        except BaseException:
            tell(f"nothing was written; what you typed is in {page.path}")
            raise
        page.drop()
        tell("not corrected")

    def _save(self, card: ClaimCard, entry: str, page: Page) -> tuple[str, ...]:
        """Write the correction; what is wrong with it where it is not written."""
        from leica_kb.kb.ruling.correcting import CorrectionError

        try:
            self._desk.check(card.claim, entry)
        except CorrectionError as error:
            return error.problems
        self._judge(card, "correct", self._keys.line("because (may be left out): "), page.text)
        return ()

    def _undo(self, _: ClaimCard) -> None:
        if not self._done:
            tell("nothing to take back in this walk; earlier reviews: leica-kb undo")
            return
        at, claim, _state = self._done[-1]
        self._desk.undo(claim)
        self._done.pop()
        tell(f"taken back: {_state} {claim}")
        self._move(at)

    def _help(self, _: ClaimCard) -> None:
        tell("a, r, c, s, u, w or q; what is written stays written whenever you stop")

    def _told(self) -> str:
        """What was done and how much is left."""
        counts = Counter(state for _, _, state in self._done)
        done = (
            ", ".join(f"{counts[state]} {state}" for state in _STATES.values() if counts[state]) or "nothing reviewed"
        )
        left = len(self._rows) - len(self._done)
        return f"{done}; {count(left, 'claim')} left" + ("; to go on: leica-kb review" if left else "")
