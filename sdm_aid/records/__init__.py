"""The clinic's record: one encrypted database, its keys, its journal, its copies."""
