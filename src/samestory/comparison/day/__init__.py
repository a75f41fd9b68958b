"""Days that two accounts give to one happening."""
