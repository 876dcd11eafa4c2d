"""The pages of a visit: one file a step, parts beside it."""
