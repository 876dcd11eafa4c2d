"""The handout: what a patient takes home after a visit, or before one to think it over."""

from __future__ import annotations

from sdm_aid.documents.handout.take_home import build_take_home as build_take_home
from sdm_aid.documents.handout.visit import build_handout as build_handout
