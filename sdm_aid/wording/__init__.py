"""Domain values become words here, in the language in use, for screen, paper and screen reader."""
