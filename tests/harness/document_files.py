"""One invented plan written as .txt, .md, .docx and .pdf: whatever the format, the reader must say the same."""

from __future__ import annotations

import textwrap
from pathlib import Path

from harness.tiny_pdf import PdfPage, save_pdf

LETTERHEAD = (
    ("ỦY BAN NHÂN DÂN", "HUYỆN AN BÌNH", "Số: 45/KH-UBND"),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "An Bình, ngày 05 tháng 02 năm 2024"),
)
TITLE = "Theo dõi tình hình thi hành pháp luật trên địa bàn huyện An Bình năm 2024"
BODY = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; thực hiện Kế hoạch số 12/KH-UBND ngày "
    "10/01/2024 của UBND tỉnh, Ủy ban nhân dân huyện ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Bảo đảm việc phối hợp chặt chẽ giữa các phòng, ban của huyện và Ủy ban nhân dân các xã, thị trấn trong "
    "quá trình "
    "thực hiện, không chồng chéo, không bỏ sót nhiệm vụ được giao.",
    "II. PHÂN CÔNG NHIỆM VỤ",
)
TABLE = (
    ("STT", "Nội dung", "Cơ quan chủ trì", "Thời gian"),
    ("1", "Ban hành kế hoạch của đơn vị mình trong năm", "Các phòng, ban", "Tháng 3/2024"),
    ("2", "Báo cáo kết quả thực hiện gửi về Phòng Tư pháp", "UBND các xã", "Trước 20/11/2024"),
)
CLOSING = "Trên đây là Kế hoạch của huyện, yêu cầu các đơn vị nghiêm túc thực hiện./."
FOOT = (
    ("Nơi nhận:", "- Sở Tư pháp;", "- Các phòng, ban của huyện;", "- Lưu: VT."),
    ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đinh Thị Lan"),
)


def write_txt(path: Path) -> None:
    """Hard-wrapped text, columns beside each other as a converter leaves them, a page number in the middle."""
    lines = [f"{left:<40}{right}" for left, right in zip(*LETTERHEAD, strict=True)]
    lines += ["", "KẾ HOẠCH", *textwrap.wrap(TITLE, 60), ""]
    for paragraph in BODY:
        lines += textwrap.wrap(paragraph, 78)
    lines += ["\t".join(row) for row in TABLE]
    lines += textwrap.wrap(CLOSING, 78)
    lines += [f"{left:<40}{right}" for left, right in zip(*FOOT, strict=True)]
    path.write_text("\n".join(lines), encoding="utf-8")


def write_md(path: Path) -> None:
    """Markdown with tables for the columns."""
    cells = ["<br>".join(f"**{line}**" for line in column) for column in LETTERHEAD]
    rows = [f"| {' | '.join(row)} |" for row in TABLE]
    lines = [f"| {cells[0]} | {cells[1]} |", "|---|---|", "", "## **KẾ HOẠCH**", f"### **{TITLE}**", ""]
    for paragraph in BODY:
        lines += [paragraph, ""]
    lines += [rows[0], "|---|:--|---|---|", *rows[1:], "", CLOSING, ""]
    lines += [*FOOT[0], "", *(f"**{line}**  " for line in FOOT[1])]
    path.write_text("\n".join(lines), encoding="utf-8")


def write_docx(path: Path) -> None:
    """A Word file with borderless tables for the columns."""
    from docx import Document

    document = Document()
    _columns(document, LETTERHEAD)
    for paragraph in ("KẾ HOẠCH", TITLE, *BODY):
        document.add_paragraph(paragraph)
    grid = document.add_table(0, len(TABLE[0]))
    for row in TABLE:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph(CLOSING)
    _columns(document, FOOT)
    document.save(str(path))


def _columns(document, columns) -> None:
    row = document.add_table(1, 2).rows[0]
    for cell, lines in zip(row.cells, columns, strict=True):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)


def write_pdf(path: Path) -> None:
    """Two pages: letterhead and body, then table and foot; the second has a number on top."""
    first, second = PdfPage(), PdfPage()
    first.columns(LETTERHEAD)
    first.centred("KẾ HOẠCH")
    first.centred(TITLE)
    for paragraph in BODY:
        first.paragraph(paragraph)
    second.text(295, 805, "2")
    second.table(TABLE)
    second.paragraph(CLOSING)
    second.columns(FOOT)
    save_pdf(path, (first, second))


def write_long_pdf(path: Path, pages: int) -> None:
    """As many pages of paragraphs, with the table and the foot on the last one."""
    made = []
    for _ in range(pages):
        page = PdfPage()
        while page.y > 80:
            page.paragraph(BODY[2])
        made.append(page)
    last = PdfPage()
    last.table(TABLE)
    last.columns(FOOT)
    save_pdf(path, [*made, last])


WRITERS = {".txt": write_txt, ".md": write_md, ".docx": write_docx, ".pdf": write_pdf}
