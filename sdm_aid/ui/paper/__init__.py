"""Papers on the screen and on the printer: pages as pictures, a preview, printing, saving."""
