"""Commands for learners and teachers: lessons out, answers in, points home."""
