"""Other programs that collect and grade, and what they need of ours: nbgrader, Gradescope."""
