"""What a widget shows, as plain values made from state and wording; no Qt here."""
