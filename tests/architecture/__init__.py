"""Laws about the source itself, read from its syntax trees."""
