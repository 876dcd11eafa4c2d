"""Controls with one value in (``set_...``) and one signal out."""
