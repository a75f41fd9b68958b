"""The desk: a person goes through what the engine proposes, and what is kept becomes findings and controls of a case.

The core takes values and returns values. `session.py` holds a case's folder for one of three hosts: a server on this
machine (`server.py`), a cell of a notebook (`notebook.py`), and the Python of a page of the book.
"""
