"""Mails per CPU second of one core: our MIME bytes against EmailMessage, and what rendering costs.

`python -m bench.mime`: one JSON line per figure; the median of the rounds, same mails, same run.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from notifications.calendar_file import LastDay, calendar_file
from notifications.letters import DigestContext, Duty, DutyLine, Group, Letterhead, Missing, render_digest
from notifications.message import Message, message_id
from notifications.mime import build_mime

ROUNDS, SECONDS_PER_ROUND = 5, 0.3
DAY = date(2022, 3, 1)
STAMP = datetime(2022, 3, 1, 1, 0, tzinfo=UTC)


def duty(number: int) -> Duty:
    return Duty(
        title=f"Báo cáo kết quả theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm ({number})",
        plan_title="Kế hoạch theo dõi tình hình thi hành pháp luật năm 2022 trên địa bàn tỉnh Sóc Trăng",
        plan_number="12/KH-UBND",
        agency="Sở Y tế",
        last_day=DAY + timedelta(days=number),
        time_phrase="trong tháng 3 năm 2022",
        time_place="dòng 118",
        outputs=("Báo cáo", "phụ lục số liệu"),
        owed_to="UBND tỉnh",
        through="Sở Tư pháp",
        reference=f"ST22-{number}",
        link=f"https://dondoc.example.vn/n/{number}",
    )


def context(number: int, lines: int) -> DigestContext:
    missing = (Missing("Kết quả kiểm tra", 12, 18, ("Sở Xây dựng", "Sở Công Thương", "Sở Tài chính")),)
    groups = list(Group)[:3]
    return DigestContext(
        head=Letterhead(
            "Sở Tư pháp tỉnh Sóc Trăng",
            (f"Sở Y tế ({number})",),
            "mở liên kết dưới đây để gửi kết quả.",
            "Phòng Xây dựng và kiểm tra văn bản",
            f"https://dondoc.example.vn/v/{number}",
        ),
        day=DAY,
        lines=tuple(
            DutyLine(groups[n % 3], duty(number + n), working_days_left=3, missing=missing if n % 3 == 2 else ())
            for n in range(lines)
        ),
    )


def message(number: int, calendar: bytes | None) -> Message:
    letter = render_digest(context(number, 3))
    return Message(
        f"digest:{number}", "soctrang.gov.vn", "Sở Tư pháp tỉnh Sóc Trăng", "stp@soctrang.gov.vn",
        f"Sở Y tế ({number})", f"a{number}@soctrang.gov.vn", letter.subject, letter.text, letter.html, STAMP, calendar,
    )  # fmt: skip


def by_email_message(mail: Message) -> bytes:
    """The fastest way found with the standard library: default policy, base64 (SMTP policy, 8bit and
    quoted-printable were 5 to 30 % slower)."""
    made = EmailMessage()
    made["From"] = f"{mail.sender_name} <{mail.sender_address}>"
    made["To"] = f"{mail.to_name} <{mail.to_address}>"
    made["Subject"] = mail.subject
    made["Date"] = format_datetime(mail.date)
    made["Message-ID"] = message_id(mail.key, mail.domain)
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(mail.text, cte="base64")
    made.add_alternative(mail.html, subtype="html", cte="base64")
    if mail.calendar is not None:
        made.add_attachment(mail.calendar, "text", "calendar", filename="han-cuoi.ics", cte="base64")
    return made.as_bytes()


def rate(act: Callable[[int], object]) -> float:
    """How often `act` runs in a second of this process's own CPU time: other work on the machine hardly counts."""
    started, done = time.process_time(), 0
    while (spent := time.process_time() - started) < SECONDS_PER_ROUND:
        act(done)
        done += 1
    return done / spent


def figures() -> dict[str, tuple[Callable[[int], object], str]]:
    last_days = [LastDay(f"{n}@x.vn", duty(n).title, DAY + timedelta(days=n), "Nội dung") for n in range(3)]
    contexts = {lines: [context(number, lines) for number in range(200)] for lines in (3, 25)}
    mails = [message(number, calendar_file(last_days, STAMP)) for number in range(200)]
    size = len(build_mime(mails[0]))
    return {
        "build_mime": (lambda n: build_mime(mails[n % 200]), f"3 duties and a calendar file, {size} bytes"),
        "email_message": (lambda n: by_email_message(mails[n % 200]), "the same mails, standard library"),
        "render_digest_3": (lambda n: render_digest(contexts[3][n % 200]), "subject, text and HTML, 3 duties"),
        "render_digest_25": (lambda n: render_digest(contexts[25][n % 200]), "the same with 25 duties"),
        "calendar_file_3": (lambda _: calendar_file(last_days, STAMP), "3 last days, library icalendar"),
        "context_to_bytes_3": (
            lambda n: build_mime(message(n, None)),
            "context made, rendered and built: 3 duties, no calendar",
        ),
    }


def main() -> None:
    acts = figures()
    # Round by round, so that a slow moment of the machine touches all figures alike.
    rounds = [{name: rate(act) for name, (act, _) in acts.items()} for _ in range(ROUNDS)]
    for name, (_, what) in acts.items():
        rates = [measured[name] for measured in rounds]
        line = {"figure": name, "per_second": round(statistics.median(rates)), "what": what}
        print(json.dumps(line | {"lowest": round(min(rates)), "highest": round(max(rates))}, ensure_ascii=False))
    gain = statistics.median(measured["build_mime"] / measured["email_message"] for measured in rounds)
    print(json.dumps({"figure": "build_mime_over_email_message", "times": round(gain, 1)}))


if __name__ == "__main__":
    main()
