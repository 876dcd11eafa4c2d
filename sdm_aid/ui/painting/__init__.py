"""Scenes of sdm_aid.drawing painted with QPainter."""
