"""Step 4: the comparison table, its pictures, the harms and where the numbers come from."""

from sdm_aid.ui.pages.compare.page import ComparePage

__all__ = ["ComparePage"]
