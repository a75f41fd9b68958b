"""The directives of the book: exercise, reader, case, answers, sheets, what stands beside them."""
