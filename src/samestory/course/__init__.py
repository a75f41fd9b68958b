"""The plan of the course: its lessons in order, its tests and later checks, and what is printed of its book."""
