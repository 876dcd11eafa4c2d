"""The record in the real window."""
