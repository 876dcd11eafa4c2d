"""The demo visit: the real window, driven by clicks and keys."""
