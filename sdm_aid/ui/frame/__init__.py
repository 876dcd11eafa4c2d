"""What stands around every page of a visit: header, notice line, footer, panels, cover."""
