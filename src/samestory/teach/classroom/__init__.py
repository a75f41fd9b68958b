"""What a class did with its exercises, for the teacher: what was misread, how each exercise served, what was gained."""
