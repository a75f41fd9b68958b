"""Exercises drawn in a notebook and on a page by one front end, in `web/`."""
