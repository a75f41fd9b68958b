"""From a case to a lesson that stands alone: page, notebook, sheet and plan, without a clone, a server or a network."""
