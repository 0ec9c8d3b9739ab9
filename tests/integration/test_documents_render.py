"""The dispatches as an office program sets them: pages, words and fonts of the PDF."""

from __future__ import annotations

import subprocess

import pytest
from pypdf import PdfReader

from closed_plan import dispatch
from documents.dispatch_letter import write_dispatch
from models.dispatch_draft import SenderKind

REPORTS = ("Báo cáo lĩnh vực trọng tâm, liên ngành", "Báo cáo chung năm 2022")
DRAFTS = {
    "one": dispatch(1),
    "inline": dispatch(12, SenderKind.PROVINCE, REPORTS),
    "annex": dispatch(137, SenderKind.PROVINCE),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    folder = tmp_path_factory.mktemp("render")
    for name, draft in DRAFTS.items():
        write_dispatch(draft, folder / f"{name}.docx")
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf"]
    names = [f"{name}.docx" for name in DRAFTS]
    subprocess.run([*command, *names], cwd=folder, check=True, capture_output=True, timeout=120)
    return {name: PdfReader(folder / f"{name}.pdf") for name in DRAFTS}


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def fonts_of(reader: PdfReader) -> set[str]:
    fonts: set[str] = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # pyright: ignore
            fonts.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    return fonts


@pytest.mark.parametrize(("name", "least", "most"), [("one", 1, 1), ("inline", 2, 2), ("annex", 6, 8)])
def test_number_of_pages(pages: dict[str, PdfReader], name: str, least: int, most: int) -> None:
    assert least <= len(pages[name].pages) <= most


@pytest.mark.parametrize("name", DRAFTS)
def test_parts_of_an_official_letter(pages: dict[str, PdfReader], name: str) -> None:
    text = text_of(pages[name])

    places = [
        text.find(part) for part in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi:", "./.", "Nơi nhận:", "Lưu: VT")
    ]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("name", DRAFTS)
def test_all_letters_are_in_one_typeface(pages: dict[str, PdfReader], name: str) -> None:
    strange = {font for font in fonts_of(pages[name]) if not font.startswith(("LiberationSerif", "TimesNewRoman"))}

    assert not strange, (
        f"{strange}: install Times New Roman or fonts-liberation2 (fonts-liberation 1.x lacks Vietnamese)"
    )


def test_page_number_from_page_two_on_and_header_on_each_page(pages: dict[str, PdfReader]) -> None:
    first, *others = (page.extract_text() for page in pages["annex"].pages)

    assert first.lstrip().startswith("DỰ THẢO")
    assert [text.split()[0] for text in others] == [str(number) for number in range(2, len(others) + 2)]
    assert all("Số ngày quá hạn" in text for text in others[1:])


def test_paper_is_a4(pages: dict[str, PdfReader]) -> None:
    box = pages["one"].pages[0].mediabox

    assert (round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) == (210, 297)
