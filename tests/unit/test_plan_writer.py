"""What the canonical writer writes is read back as the same plan."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from unicodedata import normalize

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.plan_writer import write_plan
from documents.plan_yaml import read_plan
from models.kinds import AgencyClass, Recurrence, SectionKind, SetBy
from models.plan_file import GroupFile, PlanFile

PLANS = Path(__file__).parents[2] / "plans"

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=40).map(
    lambda text: normalize("NFC", text)
)
SLUG = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
DAY = st.dates(date(2000, 1, 1), date(2099, 12, 31))
TEXTS = st.lists(TEXT, max_size=3)
OVERRIDE = st.fixed_dictionaries(
    {},
    optional={
        "before": st.lists(st.integers(0, 30), max_size=4),
        "after": st.just(
            [{"day": 2, "act": "notice", "to": ["head"]}, {"day": 9, "act": "dispatch", "sender": "province"}]
        ),
        "overview": st.sampled_from(["monthly", "none"]),
        "requested_repeat": st.integers(0, 5),
    },
)
DATED = st.fixed_dictionaries(
    {"form": st.just("dated"), "last_day": DAY},
    optional={"opens": DAY, "hour": st.times().map(lambda t: t.replace(microsecond=0)), "why": TEXT,
              "every": st.sampled_from(list(Recurrence))},
)  # fmt: skip
TRIGGERED = st.fixed_dictionaries(
    {"form": st.just("triggered")}, optional={"days_after": st.integers(1, 99), "working_days": st.booleans()}
)
ACTIVITY = st.fixed_dictionaries(
    {"id": SLUG, "title": TEXT},
    optional={
        "source": TEXT, "line": st.integers(1, 9999), "leads": TEXTS, "coordinating": TEXTS,
        "lead_inferred": st.booleans(), "requested": st.booleans(), "outputs": TEXTS,
        "read": st.fixed_dictionaries({"verbatim": TEXT}, optional={"start": DAY, "end": DAY, "recurrence": TEXT}),
        "applied": DATED | TRIGGERED | st.just({"form": "ongoing", "until": date(2022, 6, 30)}),
        "needs": st.fixed_dictionaries({}, optional={
            "after": st.lists(st.fixed_dictionaries({"activity": SLUG}, optional={"own": st.booleans()}), max_size=2),
            "draws_on": st.lists(SLUG, max_size=2)}),
        "waits_for": st.fixed_dictionaries({"any": st.lists(SLUG, min_size=1, max_size=2)}),
        "owed_to": TEXT, "desk": TEXT, "set_by": st.sampled_from(list(SetBy)), "policy": OVERRIDE,
        "track": st.just("none"), "note": TEXT, "done_when": st.just("all"),
    },
)  # fmt: skip
SECTION = st.fixed_dictionaries(
    {"id": SLUG, "kind": st.sampled_from(list(SectionKind)), "title": TEXT,
     "activities": st.lists(ACTIVITY, min_size=1, max_size=3)},
    optional={"source": TEXT, "policy": OVERRIDE},
)  # fmt: skip
GROUP = st.fixed_dictionaries(
    {}, optional={"classes": st.lists(st.sampled_from(list(AgencyClass)), max_size=2), "members": TEXTS,
                  "open": st.booleans()},
)  # fmt: skip
PLAN = st.fixed_dictionaries(
    {
        "schema": st.just("dondoc/plan/1"),
        "plan": st.fixed_dictionaries(
            {"id": SLUG, "title": TEXT, "province": TEXT, "directory": SLUG, "issued_on": DAY,
             "years": st.just((2021, 2026)), "issuer": TEXT, "coordinator": TEXT},
            optional={"number": TEXT, "issued_assumed": st.booleans(), "legal_bases": TEXTS, "signer": TEXT},
        ),
        "sections": st.lists(SECTION, min_size=1, max_size=2),
    },
    optional={
        "groups": st.dictionaries(TEXT, GROUP, max_size=2),
        "triggers": st.dictionaries(SLUG, st.fixed_dictionaries({"title": TEXT}), max_size=2),
        "policy": OVERRIDE,
    },
)  # fmt: skip


ODD = [
    "2022", "2022-01-28", "yes", "true", "null", "~", "1e3", "0x1F", "12:30", "a: b", "- a", "#a", " a ", "'", '"', "|",
    "?ì", "? a", "\u2028", "\ufeffa", "a\nb", "{", "a, b]", "*a", "&a", "!a", "%a", "@a", "<<", "...", "---",
]  # fmt: skip


def read_back(plan: PlanFile, folder: Path) -> PlanFile:
    path = folder / "plan.yaml"
    path.write_bytes(write_plan(plan).encode())
    return read_plan(path)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=PLAN)
def test_reading_what_was_written_gives_the_same_plan(content, tmp_path):
    plan = PlanFile.model_validate(content)
    assert read_back(plan, tmp_path) == plan
    assert write_plan(read_back(plan, tmp_path)) == write_plan(plan)


def test_the_shipped_plan_survives(tmp_path):
    plan = read_plan(PLANS / "soc-trang-2022.yaml")
    assert read_back(plan, tmp_path) == plan


def test_what_is_written_reads_well():
    written = write_plan(read_plan(PLANS / "soc-trang-2022.yaml"))
    assert written.startswith("schema: dondoc/plan/1\n\nplan:\n  id: soc-trang-2022\n")
    assert "        applied: {form: dated, opens: 2022-02-01, last_day: 2022-02-28}\n" in written
    assert "null" not in written
    assert "requested" not in written


def test_texts_that_look_like_something_else_stay_texts(tmp_path):
    plan = read_plan(PLANS / "soc-trang-2022.yaml")
    groups = {odd: GroupFile(members=(odd,)) for odd in ODD}
    small = plan.model_copy(update={"groups": groups, "sections": plan.sections[1:2]})
    assert read_back(small, tmp_path).groups == groups


def test_a_long_group_phrase_is_kept(tmp_path):
    groups = {"các Sở và các ban, ngành " * 9: GroupFile(open=True)}
    plan = read_plan(PLANS / "soc-trang-2022.yaml").model_copy(update={"groups": groups})
    assert read_back(plan, tmp_path) == plan


def test_a_printed_hour_is_kept(tmp_path):
    plan = read_plan(PLANS / "soc-trang-2022.yaml")
    content = plan.model_dump(by_alias=True)
    content["sections"][0]["activities"][0]["applied"]["hour"] = time(16, 30)
    assert read_back(PlanFile.model_validate(content), tmp_path).sections[0].activities[0].applied.hour == time(16, 30)
