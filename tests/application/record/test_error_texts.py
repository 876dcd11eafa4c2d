"""What stands in an error's text can end up in a log."""

from __future__ import annotations

import json
import traceback
from pathlib import Path

import pytest

from sdm_aid.application.record.kept_visits import read_kept
from sdm_aid.records import visits
from sdm_aid.records.trouble import DamagedRecord
from tests.kept_clinic import KeptClinic


def test_an_entry_that_cannot_be_read_is_not_repeated_in_the_error(tmp_path: Path) -> None:
    clinic = KeptClinic(tmp_path)
    visit = clinic.visit(clinic.patient("Maria Rossi"))
    row = visits.row_of(clinic.desk.record, visit)
    what = {"kind": "patient_named", "patient": {"name": "Maria Rossi", "born": "in spring"}}
    body = {"at": clinic.now.isoformat(), "who": "Ada", "by": "a", "what": what}
    visits.append(clinic.desk.record, visit, row.version, [json.dumps(body).encode()], row.head)
    with pytest.raises(DamagedRecord) as told:
        read_kept(clinic.desk, visit)
    clinic.desk.close()
    said = "".join(traceback.format_exception(told.value))
    assert "born" in said, "the field is named"
    assert "in spring" not in said
    assert "Maria" not in said
