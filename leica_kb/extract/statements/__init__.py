"""Frames under a pack's rules: what fills their slots, and which predicate that is."""
