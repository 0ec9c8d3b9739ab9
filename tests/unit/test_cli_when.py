"""`dondoc when`: an explanation for a person, a table for a measurement, a message for a wrong call."""

from __future__ import annotations

import json

import pytest

from harness.cli_home import make_home


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return make_home(tmp_path_factory.mktemp("home"))


EXPLAINED = {
    ("Quý II và Quý III/2022",): ("từ 01/04/2022 đến hết 30/09/2022",),
    ("trước ngày 20/11/2022",): (
        "hết ngày 19/11/2022",
        "không tính ngày 20/11/2022",
        "thứ Sáu, 18/11/2022",
        "cách khác",
    ),
    ("trước ngày 20/11", "--year", "2022"): ("hết ngày 19/11/2022",),
    ("trước 17 giờ ngày 20/11/2022",): ("17:00 ngày 20/11/2022",),
    ("từ nay đến hết năm 2024", "--issued", "05/04/2024"): ("từ 05/04/2024 đến hết 31/12/2024",),
    ("trước ngày 20 của tháng cuối quý",): ("hằng quý, chậm nhất ngày 19 của tháng cuối quý",),
    ("05 năm một lần",): ("5 năm một lần",),
    ("chậm nhất thứ Sáu hằng tuần",): ("hằng tuần, chậm nhất thứ Sáu",),
    ("thường xuyên",): ("không có ngày cuối",),
    ("05 ngày làm việc kể từ ngày họp",): ("“họp”", "5 ngày làm việc kể từ ngày tiếp theo"),
    ("theo Kế hoạch của Bộ Tư pháp",): ("văn bản khác", "cần người nhập ngày"),
    ("cấp xã: trước ngày 10/11/2022; cấp huyện: trước ngày 20/11/2022",): (
        "1. “trước ngày 10/11/2022” (cấp xã)",
        "2. ",
    ),
    ("kịp thời",): ("Không phải thời hạn.",),
}


@pytest.mark.parametrize("call", EXPLAINED)
def test_a_phrase_is_explained(home, call):
    done = home.run("when", *call)

    assert done.code == 0
    for words in EXPLAINED[call]:
        assert words in done.out


def test_json_holds_the_reading(home):
    done = home.run("when", "trước ngày 20/11/2022", "--json")

    (reading,) = json.loads(done.out)
    assert (reading["kind"], reading["end"], reading["face"]) == ("by", "2022-11-19", "2022-11-20")


def test_a_table_comes_back_filled(home, tmp_path):
    table = tmp_path / "times.tsv"
    table.write_text(
        "verbatim\tcontext_year\tnote\nQuý II\t2022\tx\nkịp thời\t2022\t\n05/6, báo cáo\t2022\t\n", "utf-8"
    )

    done = home.run("when", "--tsv", str(table))

    assert done.out.splitlines()[:3] == [
        "verbatim\tcontext_year\tnote\tstart\tend\tkind\trecurrence",
        "Quý II\t2022\tx\t2022-04-01\t2022-06-30\twindow\t",
        "kịp thời\t2022\t\t\t\tnone\t",
    ]


WRONG = {
    "neither": ((), "Nêu một cụm từ, hoặc --tsv"),
    "both": (("x", "--tsv", "y"), "Nêu một cụm từ, hoặc --tsv"),
    "no such file": (("--tsv", "nowhere.tsv"), "không có tệp này"),
    "year": (("x", "--year", "9999"), "--year: '9999' không phải một năm từ 1945 đến 2100"),
    "no year": (("x", "--year", "nay"), "--year: 'nay' không phải một năm"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_is_told(home, case):
    call, words = WRONG[case]

    done = home.run("when", *call)

    assert done.code in (1, 2)
    assert words in done.err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\tb\n", "thiếu cột"),
        ("verbatim\tcontext_year\nx\tnăm\n", "dòng 2"),
        ("verbatim\tcontext_year\nQuý I\t2022\nQuý II\n", "dòng 3"),
        ("", "thiếu cột"),
    ],
)
def test_a_faulty_table_prints_nothing_but_the_fault(home, tmp_path, text, words):
    table = tmp_path / "times.tsv"
    table.write_text(text, "utf-8")

    done = home.run("when", "--tsv", str(table))

    assert (done.code, done.out) == (1, "")
    assert words in done.err
