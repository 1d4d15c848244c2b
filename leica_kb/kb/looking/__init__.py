"""The index kept fresh, and what is looked up in it."""
