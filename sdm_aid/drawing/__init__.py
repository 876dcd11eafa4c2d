"""Pictures as geometry with colour roles; the screen and the PDF paint the same scenes."""
