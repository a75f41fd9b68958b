"""What goes back: the gradebook, a page for each student, remarks, the outbox."""
