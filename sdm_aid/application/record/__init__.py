"""The use cases of the clinic's record, one a file."""
