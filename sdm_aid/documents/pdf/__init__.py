"""Neutral blocks drawn as a tagged, archival PDF: the only room that imports reportlab."""
