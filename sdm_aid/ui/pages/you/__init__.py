"""Step 2: what the patient wants to be able to do, the pain, and what was tried."""

from sdm_aid.ui.pages.you.page import YouPage

__all__ = ["YouPage"]
