"""What stands with a word in its tree: arguments, holders, modifiers, negation."""
