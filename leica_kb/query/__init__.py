"""Question or filter → facts with their receipts, or an honest no; reads rows only."""

from leica_kb.query.answer import Answer, AnswerGroup
from leica_kb.query.asking import ask
from leica_kb.query.rows import claims_by_ids

__all__ = ["Answer", "AnswerGroup", "ask", "claims_by_ids"]
