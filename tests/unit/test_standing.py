"""Where a plan stands: who is late is decided to the minute, in the database as in the rules."""

from __future__ import annotations

from datetime import date

import pytest

from config.timezone import local_day
from engine.find_agency import find_agency
from engine.send_back import send_back
from engine.standing import duties, overview
from engine.submit import Sent, submit
from harness.cli_home import SMALL_PLAN
from harness.small_office import BY, MAKE_PLAN, at, small_office
from models.moves import State
from rules.timeliness import last_good_moment
from store import agencies, standing
from store.errors import NotFound
from store.standing import DutyFilter

HOUR = SMALL_PLAN.replace("last_day: 2022-02-28}", 'last_day: 2022-02-28, hour: "16:00"}')
Y_TE = MAKE_PLAN.format("so-y-te")


@pytest.mark.parametrize("plan", [SMALL_PLAN, HOUR])
@pytest.mark.parametrize(
    "moment", ["2022-02-28T15:59", "2022-02-28T16:00", "2022-02-28T16:01", "2022-02-28T23:59", "2022-03-01T00:00"]
)
def test_late_begins_where_the_rules_say(tmp_path, plan, moment):
    office = small_office(tmp_path, "2022-02-07T07:30", plan)
    good = last_good_moment(date(2022, 2, 28), None if plan is SMALL_PLAN else at("2022-02-28T16:00").time())
    gone = at(moment) >= good if plan is SMALL_PLAN else at(moment) > good
    assert overview(office, "thu-nghiem", at(moment)).late == (2 if gone else 0)
    office.database.dispose()


def test_who_has_sent_is_not_late_until_it_is_returned(tmp_path):
    office = small_office(tmp_path, "2022-03-16T07:30")
    submit(office, Y_TE, Sent(number="1/KH"), at("2022-03-16T09:00"), BY)
    assert overview(office, "thu-nghiem", at("2022-03-16T10:00")).late == 1
    send_back(office, Y_TE, date(2022, 3, 31), "thiếu", at("2022-03-16T11:00"), BY)
    late = duties(office, "thu-nghiem", at("2022-03-17T09:00"), DutyFilter(late=True))
    assert [(one.key, one.state, one.days_late) for one in late] == [
        (MAKE_PLAN.format("so-xay-dung"), State.OPEN, 17),
        (Y_TE, State.RETURNED, 17),
    ]
    office.database.dispose()


def test_lists_are_filtered(tmp_path):
    office = small_office(tmp_path, "2022-03-16T07:30")
    now = at("2022-03-16T09:00")
    assert len(duties(office, "thu-nghiem", now, DutyFilter())) == 7
    assert len(duties(office, "thu-nghiem", now, DutyFilter(section="information"))) == 4
    assert len(duties(office, "thu-nghiem", now, DutyFilter(state=State.WAITING, agency="soc-trang/so-y-te"))) == 4
    with pytest.raises(NotFound):
        duties(office, "khac", now, DutyFilter())
    with office.database.read() as session:
        directory = agencies.directory(session, "soc-trang-2022")
        assert standing.silent_agencies(session, local_day(now)) == []
    assert find_agency(directory, "so-y-te", local_day(now)).name == "Sở Y tế"
    with pytest.raises(NotFound, match="Ghi mã"):
        find_agency(directory, "UBND phường 1", local_day(now))
    office.database.dispose()
