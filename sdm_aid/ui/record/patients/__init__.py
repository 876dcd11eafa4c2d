"""Patients and visits of the record: the list at home, one patient, a visit's history."""
