"""A base as git has it, and two of its states compared."""
