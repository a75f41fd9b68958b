"""A template for each kind of exercise: what a case's findings and controls make of it, in an author's own format."""
