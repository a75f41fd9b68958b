"""Take grades home: into the table that a course site gave out, and out again as it takes it back."""
