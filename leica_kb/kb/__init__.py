"""The one door: a base in a folder, and what it answers, as plain values that any front shows in its own way."""

from leica_kb.kb.answers.names import Names, Source, Wording
from leica_kb.kb.answers.progress import Progress
from leica_kb.kb.base import KnowledgeBase

__all__ = ["KnowledgeBase", "Names", "Progress", "Source", "Wording"]
