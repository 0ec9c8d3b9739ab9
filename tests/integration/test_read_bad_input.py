"""`dondoc read` and files that are not what they should be: what it is, what to do, nothing written, no traceback."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from harness.cli_home import ROOT, make_home
from harness.document_files import write_docx, write_pdf
from harness.tiny_pdf import PdfPage, save_pdf

VIETNAMESE = "Các cơ quan thực hiện kế hoạch theo dõi thi hành pháp luật của Ủy ban nhân dân tỉnh.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return make_home(tmp_path_factory.mktemp("home"))


def zipped(**parts):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def bomb():
    return zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * 60_000_000})


def many_tags():
    return zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:p/>" * 800_000})


def ole(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + stream.encode("utf-16-le")


BAD = {
    "empty.txt": (b"", "tệp trống"),
    "blank.docx": (b" \n\n ", "tệp trống"),
    "photo.docx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "ảnh PNG"),
    "scan.pdf": (b"\xff\xd8\xff\xe0" + b"\0" * 90, "OCR"),
    "old.docx": (ole("WordDocument"), "lưu lại dạng .docx"),
    "locked.docx": (ole("EncryptedPackage"), "có mật khẩu"),
    "sheet.docx": (zipped(**{"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a/>"}), "Excel"),
    "archive.docx": (zipped(**{"a.txt": b"a"}), "tệp nén ZIP"),
    "broken.docx": (b"PK\x03\x04" + b"\1" * 200, "bị hỏng"),
    "hollow.docx": (zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a>"}), "bị hỏng"),
    "bomb.docx": (bomb(), "lớn hơn"),
    "tags.docx": (many_tags(), "không phải một kế hoạch"),
    "rich.txt": (b"{\\rtf1 abc}", "RTF"),
    "page.txt": (b"<!DOCTYPE html><p>a", "HTML"),
    "program.txt": (b"MZ" + b"\0\1\2" * 900, "nhị phân"),
    "broken.pdf": (b"%PDF-1.7\nabc", "bị hỏng"),
    "large.txt": (VIETNAMESE.encode() * 21_000, "lớn hơn 1 MB"),
    "huge.txt": (b"a\n" * 25_000_000, "lớn hơn"),
    "lines.txt": (b"a\n" * 70_000, "60000 dòng"),
    "arabic.txt": ("خطة العمل السنوية لمتابعة تنفيذ القانون ".encode() * 9, "chữ Ả Rập"),
    "chinese.txt": (("人民法院执行工作计划" * 30).encode(), "chữ Hán"),
    "english.txt": (
        b"This is the annual work plan of the department, with all tasks and deadlines. " * 9,
        "không phải tiếng Việt",
    ),
    "coded.txt": (bytes(range(128, 256)) * 9, "bảng mã"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_words(home, tmp_path, name):
    raw, message = BAD[name]
    (tmp_path / name).write_bytes(raw)
    said = home.run("read", str(tmp_path / name), "--json")
    assert said.code == 1
    assert said.out == ""
    assert f"{name}:" in said.err
    assert message in said.err
    assert "Traceback" not in said.err


def test_a_missing_file_and_a_folder(home, tmp_path):
    assert "không có tệp này" in home.run("read", str(tmp_path / "none.txt")).err
    assert "thư mục" in home.run("read", str(tmp_path)).err


def test_a_locked_pdf(home, tmp_path):
    from pypdf import PdfReader, PdfWriter

    write_pdf(tmp_path / "a.pdf")
    writer = PdfWriter(clone_from=PdfReader(tmp_path / "a.pdf"))
    writer.encrypt("mật-khẩu", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    assert "có mật khẩu" in home.run("read", str(tmp_path / "locked.pdf")).err


def test_a_scanned_pdf(home, tmp_path):
    save_pdf(tmp_path / "scan.pdf", [_marked(PdfPage())])
    assert "OCR" in home.run("read", str(tmp_path / "scan.pdf")).err


def _marked(page):
    page.text(60, 60, ".")
    return page


@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.999])
def test_a_pdf_cut_short_is_read_or_refused(home, tmp_path, keep):
    write_pdf(tmp_path / "a.pdf")
    raw = (tmp_path / "a.pdf").read_bytes()
    (tmp_path / "a.pdf").write_bytes(raw[: int(len(raw) * keep)])
    said = home.run("read", str(tmp_path / "a.pdf"))
    assert said.code in (0, 1)
    assert said.out or "hỏng" in said.err or "không có chữ" in said.err


def test_a_document_without_a_task_says_so(home, tmp_path):
    (tmp_path / "a.txt").write_text(
        "Kính gửi quý vị lời chúc mừng năm mới, chúc sức khỏe và hạnh phúc tới toàn thể gia đình.", "utf-8"
    )
    said = home.run("read", str(tmp_path / "a.txt"))
    assert said.code == 0
    assert "Không tìm thấy nhiệm vụ nào" in said.out


def test_text_without_marks_is_read_with_a_warning(home, tmp_path):
    (tmp_path / "a.txt").write_text(
        "KE HOACH thuc hien phap luat cua Uy ban nhan dan tinh. Co quan thuc hien: So Tu phap, don vi phoi hop.",
        "utf-8",
    )
    said = home.run("read", str(tmp_path / "a.txt"), "--json")
    assert any("không có dấu" in note for note in said.value["notes"])


@pytest.mark.parametrize("write", [write_docx, write_pdf])
def test_a_document_through_a_pipe(tmp_path, write):
    write(tmp_path / "a")
    with (tmp_path / "a").open("rb") as document:
        done = subprocess.run(
            [sys.executable, "-m", "cli", "read", "-", "--json"],
            stdin=document,
            capture_output=True,
            cwd=ROOT,
            check=True,
        )
    assert '"number": "45/KH-UBND"' in done.stdout.decode()


def test_memory_stays_bounded(tmp_path):
    """The largest text that is read at all, in a process whose memory is counted."""
    (tmp_path / "a.txt").write_bytes((VIETNAMESE.encode() * 30_000)[:990_000])
    program = (
        "import sys; from pathlib import Path; from documents.sources import read_source\n"
        "read_source(Path(sys.argv[1])); status = Path('/proc/self/status').read_text()\n"
        "print(status.partition('VmHWM:')[2].split()[0])"  # ru_maxrss would count the parent's memory before exec
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.txt")], capture_output=True, cwd=ROOT, check=True
    )
    assert int(done.stdout) < 500_000
