"""Plan and handout: neutral blocks, drawn as PDF, sealed and checked."""
