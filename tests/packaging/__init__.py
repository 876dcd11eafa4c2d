"""What an installed copy of the program holds."""
