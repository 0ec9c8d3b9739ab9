"""A reading as JSON has the fields of the field's gold readings, and places and certainty beside them."""

from __future__ import annotations

import json

from documents.reading_json import reading_json
from models.reading import (
    AgencyReading,
    Certainty,
    HeaderReading,
    PhraseClass,
    Reading,
    TaskReading,
    TimeAlternative,
    TimeReading,
)
from models.source_text import Place


def reading():
    time = TimeReading(
        "Quý II/2022", "window", "2022-04-01", "2022-06-30", ambiguous=True, place=Place(line=7),
        alternatives=(TimeAlternative("by", None, "2022-06-30"),),
    )  # fmt: skip
    agency = AgencyReading("Sở Tư pháp", PhraseClass.SO_TU_PHAP, certainty=Certainty.LIKELY)
    task = TaskReading("t01", "1", "II.1", "Ban hành kế hoạch", leads=(agency,), times=(time,), outputs=("Kế hoạch",))
    header = HeaderReading(doc_type="ke_hoach", year=2022, period=(2022, 2024), places={"title": Place(page=1)})
    return Reading("a.b.txt", header, (task,), ("ghi chú",))


def test_names_and_values_are_those_of_the_gold_readings():
    value = json.loads(json.dumps(reading_json(reading())))
    assert value["doc_id"] == "a.b"
    assert value["header"]["doc_type"] == "ke_hoach"
    assert value["header"]["number"] is None
    assert value["header"]["recipients"] == []
    assert value["header"]["period"] == [2022, 2024]
    assert value["header"]["places"] == {"title": "trang 1"}
    assert value["notes"] == ["ghi chú"]


def test_a_task_says_what_it_has_and_nothing_else():
    (task,) = reading_json(reading())["tasks"]
    assert task["leads"] == [{"text": "Sở Tư pháp", "class": "so_tu_phap", "certainty": "likely"}]
    assert task["coordinators"] == []
    (time,) = task["times"]
    assert time["alt"] == [{"kind": "by", "start": None, "end": "2022-06-30"}]
    assert (time["kind"], time["start"], time["end"], time["place"]) == ("window", "2022-04-01", "2022-06-30", "dòng 7")
    assert not {"exclusive", "alternatives", "trigger"} & set(time)
