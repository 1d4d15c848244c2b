"""The model: what it is handed, mentions as single words, and the trees of nodes that it gives."""
