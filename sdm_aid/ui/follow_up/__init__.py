"""Looking again at a signed plan: one screen, its cards, the course as a picture."""
