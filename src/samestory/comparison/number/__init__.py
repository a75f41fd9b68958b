"""Numbers that two accounts give to one thing."""
