"""What a document's trees say in their order, and each reading as a claim."""
