"""A lesson as a file that a learning platform plays or imports, without a server of ours: SCORM, cmi5, quiz formats."""
