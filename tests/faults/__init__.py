"""What goes wrong in clinics, done to a real record: kills, full disks, changed bytes, theft."""
