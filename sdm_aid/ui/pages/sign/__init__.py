"""Step 8: the plan, read together, signed, sealed and saved."""

from sdm_aid.ui.pages.sign.page import SignPage

__all__ = ["SignPage"]
