"""Documents read from end to end: one, many in this process or in several, or one explained."""
