"""The teacher's desk: read what students handed in, grade it, and write a gradebook and feedback."""
