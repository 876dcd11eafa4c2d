"""The screens of the clinic’s record."""
