"""The kinds of exercise, one file each; a file that registers a task class is found by being here."""
