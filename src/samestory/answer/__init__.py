"""Answers: the record of one, the file that keeps it, and reading them back out of any notebook."""

from samestory.answer.keep import forget, keep, kept
from samestory.answer.look import FirstLook
from samestory.answer.newest import newest
from samestory.answer.note import Note
from samestory.answer.notebook import Found, Reading, read_answers
from samestory.answer.record import MIME, SCHEMA, Record, now

__all__ = [
    "MIME",
    "SCHEMA",
    "FirstLook",
    "Found",
    "Note",
    "Reading",
    "Record",
    "forget",
    "keep",
    "kept",
    "newest",
    "now",
    "read_answers",
]
