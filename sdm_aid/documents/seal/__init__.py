"""The clinic's seal on a plan and the check of it: the only room that imports pyhanko."""
