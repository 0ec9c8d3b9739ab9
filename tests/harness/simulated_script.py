"""The deeds of a simulated year as a script for the oracle."""

from __future__ import annotations

from datetime import date

from config.timezone import local_day
from engine.simulated_deeds import Deeds, Planned
from oracle.world import Act
from rules.simulated_answers import What

NAMES = {What.SUBMIT: "submit", What.ACCEPT: "accept", What.RETURN: "return", What.ASK_EXTENSION: "ask_extension"}


class RecordedDeeds(Deeds):
    """Deeds that remember what was done, in order."""

    script: list[Act]

    def of_day(self, day: date) -> list[Planned]:
        """The day's deeds, noted down."""
        if not hasattr(self, "script"):
            self.script = []
        planned = super().of_day(day)
        self.script += [as_act(deed) for deed in planned]
        return planned


def as_act(planned: Planned) -> Act:
    """One deed in the words of the oracle."""
    plan, activity, *agency, period = planned.key.split("/") if "/" in planned.key else (planned.key, "", "", "")
    key = (plan, activity, "/".join(agency), period)
    if planned.trigger is not None:
        return Act(planned.moment, "trigger", (plan, planned.trigger), {"date": local_day(planned.moment)})
    if planned.close:
        return Act(planned.moment, "close_plan", (plan,))
    if planned.last_day is not None:
        return Act(planned.moment, "set_last_day", key, {"date": planned.last_day})
    assert planned.deed is not None
    deed = planned.deed
    match deed.what:
        case What.GRANT | What.REFUSE:
            return Act(planned.moment, "decide_extension", key, {"granted": deed.what is What.GRANT})
        case What.RETURN:
            return Act(planned.moment, "return", key, {"redo_by": deed.day})
        case What.ASK_EXTENSION:
            return Act(planned.moment, "ask_extension", key, {"new_date": deed.day})
        case _:
            return Act(planned.moment, NAMES[deed.what], key)
