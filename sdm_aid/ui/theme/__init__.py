"""Tokens made visible: palette, style sheet, fonts, icons and the focus ring."""
