"""The clinic's own price list: a table to fill in, to write to a file and to read from one."""
