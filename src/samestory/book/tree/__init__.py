"""What happens to the document tree of a page: hard words explained, exercises counted, its outline."""
