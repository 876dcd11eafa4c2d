"""Step 5: what matters to the patient, and how the choices line up with it."""

from sdm_aid.ui.pages.matters.page import MattersPage

__all__ = ["MattersPage"]
