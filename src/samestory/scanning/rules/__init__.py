"""The rules of a scan: one kind of candidate a file."""
