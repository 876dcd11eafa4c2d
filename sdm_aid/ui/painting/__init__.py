"""Scenes on the screen."""
