"""The errors that Same Story raises: each message says what happened, where, and what to do next."""


class SameStoryError(Exception):
    """Any error of ours that a person can act on."""
