"""Step 6: the patient's own words on the facts that must be right, and the SURE questions."""

from sdm_aid.ui.pages.words.page import WordsPage

__all__ = ["WordsPage"]
