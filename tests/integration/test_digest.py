"""One digest per address and day, over all sections and plans; and nothing told that no longer matters."""

from __future__ import annotations

from collections import Counter
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

from sqlmodel import select

from documents.contacts_sheet import read_contacts
from engine.accept import accept
from engine.activate import activate
from engine.blueprint import check_plan
from engine.compose import compose_digests
from engine.extend import Authority, ask_extension, grant_extension
from engine.import_agencies import import_contacts
from engine.outbox import raw_bytes
from engine.round import sweep_all
from engine.submit import Sent, submit
from harness.cli_home import ROOT, SMALL_PLAN
from harness.small_office import BY, MAKE_PLAN, at, small_office
from models.dispatch import Item, ItemKind
from models.notice import Mail, MailClass, Notice, Told

EIGHT = at("2022-02-07T08:00")


def test_two_plans_share_one_digest(tmp_path: Path) -> None:
    office = small_office(tmp_path, "2022-02-07T07:30")
    second = tmp_path / "hai.yaml"
    second.write_text(SMALL_PLAN.replace("id: thu-nghiem", "id: ke-hoach-hai").replace("Kế hoạch thử", "Kế hoạch hai"))
    activate(office, check_plan(second, ROOT / "plans").blueprint, at("2022-01-28T11:00"))
    sweep_all(office, at("2022-02-07T07:30"))
    compose_digests(office, EIGHT)
    with office.database.read() as session:
        mails = session.exec(select(Mail).where(Mail.klass == MailClass.DIGEST)).all()
    assert max(Counter((mail.address, mail.day) for mail in mails).values()) == 1
    health = next(mail for mail in mails if "so-y-te" in mail.address)
    body = message_from_bytes(raw_bytes(health.raw), policy=policy.default).get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert "Kế hoạch thử" in text
    assert "Kế hoạch hai" in text


def test_officer_and_head_with_one_address_get_one(tmp_path: Path) -> None:
    """On +1 both roles are told; written differently, it is still one address."""
    office = small_office(tmp_path, "2022-02-28T07:30")
    directory = check_plan(tmp_path / "thu-nghiem.yaml", ROOT / "plans").blueprint.directory
    sheet = tmp_path / "mot-dia-chi.csv"
    sheet.write_text(
        "mã cơ quan;cơ quan;vai trò;email\n"
        "soc-trang/so-y-te;Sở Y tế;đầu mối;Chung@so-y-te.example\n"
        "soc-trang/so-y-te;Sở Y tế;người đứng đầu;chung@SO-Y-TE.example\n",
        encoding="utf-8",
    )
    compose_digests(office, at("2022-02-28T08:00"))
    import_contacts(office, directory, read_contacts(sheet, directory))
    sweep_all(office, at("2022-03-01T07:30"))
    compose_digests(office, at("2022-03-01T08:00"))
    with office.database.read() as session:
        sent = session.exec(select(Mail.address).where(Mail.day == at("2022-03-01T08:00").date())).all()
    assert [address for address in sent if "so-y-te" in address] == ["chung@so-y-te.example"]


def test_what_was_sent_in_meanwhile_is_not_reminded(tmp_path: Path) -> None:
    office = small_office(tmp_path, "2022-02-25T07:30")
    submit(office, MAKE_PLAN.format("so-y-te"), Sent(number="1/KH"), at("2022-02-25T07:45"), BY)
    compose_digests(office, at("2022-02-25T08:00"))
    with office.database.read() as session:
        dropped = session.exec(select(Notice).where(Notice.told == Told.DROPPED)).all()
        mails = session.exec(select(Mail.address).where(Mail.klass == MailClass.DIGEST)).all()
    assert dropped
    assert not [address for address in mails if "so-y-te" in address and "lanh-dao" in address]


def test_nothing_on_days_off_or_before_eight(tmp_path: Path) -> None:
    office = small_office(tmp_path, "2022-02-07T07:30")
    assert not compose_digests(office, at("2022-02-07T07:59"))
    assert not compose_digests(office, at("2022-02-12T10:00"))  # a Saturday
    assert compose_digests(office, at("2022-02-14T09:00")).digests == 2


def test_nobody_to_tell_becomes_an_item(tmp_path: Path) -> None:
    office = small_office(tmp_path, "2022-02-07T07:30")
    with office.database.begin() as session:
        from models.agency import Contact

        for contact in session.exec(select(Contact).where(Contact.agency_id == "soc-trang/so-xay-dung")):
            session.delete(contact)
    compose_digests(office, EIGHT)
    with office.database.read() as session:
        item = session.exec(select(Item).where(Item.kind == ItemKind.NO_ADDRESS)).one()
    assert "Sở Xây dựng" in item.title


def test_a_day_moved_after_the_sweep_is_not_called_late(tmp_path: Path) -> None:
    """Late at 07:30, extended at 07:45: nobody is told at 08:00 that it is overdue."""
    office = small_office(tmp_path, "2022-03-01T07:30")
    key = MAKE_PLAN.format("so-y-te")
    ask_extension(office, key, date(2022, 3, 31), "cần thêm thời gian", at("2022-03-01T07:40"), BY)
    decree = Authority("15/UBND-NC", date(2022, 2, 28), "Lâm Hoàng Nghiệp")
    grant_extension(office, key, at("2022-03-01T07:45"), BY, decree)
    compose_digests(office, at("2022-03-01T08:00"))
    with office.database.read() as session:
        mails = session.exec(select(Mail).where(Mail.klass == MailClass.DIGEST)).all()
    last = [text_of(mail) for mail in mails if "so-y-te" in mail.address and mail.day == date(2022, 3, 1)]
    assert not [text for text in last if "QUÁ HẠN" in text.upper()]


def test_paper_that_came_in_time_is_said_to_be_in_time(tmp_path: Path) -> None:
    office = small_office(tmp_path, "2022-03-08T07:30")
    key = MAKE_PLAN.format("so-y-te")
    submit(office, key, Sent(number="1/KH", received_on=date(2022, 2, 28)), at("2022-03-08T09:00"), BY)
    accept(office, key, at("2022-03-08T10:00"), BY)
    with office.database.read() as session:
        mail = session.exec(select(Mail).where(Mail.kind == "accepted")).one()
    assert "đúng hạn" in text_of(mail)
    assert "chậm" not in text_of(mail)


def text_of(mail: Mail) -> str:
    """The plain text a recipient reads."""
    body = message_from_bytes(raw_bytes(mail.raw), policy=policy.default).get_body(("plain",))
    assert body is not None
    return body.get_content()
