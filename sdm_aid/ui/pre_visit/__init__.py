"""Paper forms to hand out before a visit, and typing in what came back."""
