"""Drawings as geometry in colour roles, made once and painted by Qt and by the PDF."""
