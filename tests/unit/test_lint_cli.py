"""How `dondoc plan check` shows what the lint found."""

from __future__ import annotations

import pytest

from harness.cli_home import make_home


@pytest.fixture
def home(tmp_path):
    return make_home(tmp_path, whole=True)


def test_a_finding_says_what_where_why_and_what_to_do(home):
    said = home.run("plan", "check", "dak-nong-2022")
    assert said.code == 0
    line = next(line for line in said.out.splitlines() if "R1" in line)
    assert "(hoạt động 'survey', applied; văn bản: dòng 130)" in line
    assert "31/12/2022 sau hạn của báo cáo dựa vào kết quả này: 'agency-reports' (19/11/2022)" in line
    below = said.out.splitlines()[said.out.splitlines().index(line) + 1 :][:2]
    assert below[0].strip().startswith("Vì sao: ")
    assert below[1].strip().startswith("→ ")


def test_what_several_findings_share_is_said_once(home):
    said = home.run("plan", "check", "dak-nong-2022")
    assert said.out.count("R6") == 6
    assert said.out.count("Không có người nhận, người gửi vào ngày nghỉ") == 1


def test_as_json_with_rule_and_reason(home):
    problems = home.run("plan", "check", "lai-chau-2025", "--json").value["problems"]
    found = next(one for one in problems if one["rule"] == "R2")
    assert found["code"] == "rests-on-undated"
    assert found["severity"] == "warning"
    assert found["why"]
    assert "dòng" in found["place"]


def test_the_line_of_a_trigger_and_of_the_header_is_found(home):
    text = (home.plans / "dak-nong-2022.yaml").read_text(encoding="utf-8").splitlines()
    said = home.run("plan", "check", "dak-nong-2022", "--json").value["problems"]
    place = next(one["place"] for one in said if one["rule"] == "R7")
    number = int(place.split()[1])
    assert "happened_on" in text[number - 1]
