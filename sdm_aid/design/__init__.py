"""Design tokens: colours, spaces and type sizes, shared by the screen and the printed page."""
