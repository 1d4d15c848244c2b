"""What is told of a document before the parse: its topics, names, keyed lines, and the sentences to parse."""
