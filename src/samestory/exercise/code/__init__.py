"""Running a learner's function on the calls of its exercise, and saying what went wrong."""
