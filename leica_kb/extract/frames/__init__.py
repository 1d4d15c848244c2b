"""Clause frames: of verbs, nouns, names and keyed lines, with what the sentence leaves out."""
