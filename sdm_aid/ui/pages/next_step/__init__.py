"""Step 7: what to do next; every way to end a visit is a full outcome."""

from sdm_aid.ui.pages.next_step.page import NextPage

__all__ = ["NextPage"]
