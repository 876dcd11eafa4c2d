"""Checking a signed PDF: the verdict, the visit in it, its pages, the clinics trusted."""
