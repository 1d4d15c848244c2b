"""Articles read into claims, scored against gold, and taken away again."""
