"""Controls with one value in and one signal out."""
