"""A small province for random cases: its agencies, who can be written to, and the phrases that mean them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

PROVINCE = "Thử Nghiệm"
TOP = "thu-nghiem/ubnd-tinh"
#: Of the shape of plans/phrases.yaml; the phrases are in that table too, with the same meaning.
PHRASES: dict[str, Any] = {
    "groups": [
        {"classes": ["so", "ban_nganh", "vp_ubnd"], "phrases": ["các Sở, ngành"]},
        {"classes": ["ubnd_huyen"], "phrases": ["UBND cấp huyện"]},
        {"classes": ["ubnd_xa"], "phrases": ["UBND cấp xã"]},
        {"classes": ["ubnd_huyen", "ubnd_xa"], "phrases": ["UBND cấp huyện, cấp xã"]},
        {"classes": ["phong_tu_phap"], "phrases": ["Phòng Tư pháp"]},
    ],
    "open": {"phrases": ["các cơ quan liên quan"], "prefixes": ["một số"], "suffixes": ["liên quan"]},
}
DEPARTMENTS = ["Sở Tư pháp", "Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]
SLUGS = ["so-tu-phap", "so-tai-chinh", "so-noi-vu", "so-y-te"]


def small_directory(rng: Random, year: int) -> list[dict[str, str]]:
    """A province, 2-4 departments, 2 districts with 2-3 communes and an office of justice each.

    In 2025 districts and their offices end on 30/6; sometimes a department is founded or ends within the year.
    """
    rows = [entry(TOP, f"UBND tỉnh {PROVINCE}", "ubnd_tinh", "")]
    for n in range(rng.randint(2, 4)):
        rows.append(entry(f"thu-nghiem/{SLUGS[n]}", DEPARTMENTS[n], "so", TOP))
    if len(rows) > 3 and rng.random() < 0.4:
        rows[-1][rng.choice(["valid_from", "valid_to"])] = f"{year}-{rng.randint(2, 10):02}-15"
    for n, name in enumerate(["Một", "Hai"], start=1):
        ends = f"{year}-06-30" if year == 2025 else ""
        district = f"thu-nghiem/huyen-{n}"
        rows.append(entry(district, f"UBND huyện {name}", "ubnd_huyen", TOP, ends))
        rows.append(entry(f"thu-nghiem/ptp-{n}", f"Phòng Tư pháp huyện {name}", "phong_tu_phap", district, ends))
        for m in range(1, rng.randint(2, 3) + 1):
            rows.append(entry(f"thu-nghiem/xa-{n}-{m}", f"UBND xã {n}-{m}", "ubnd_xa", district))
    return rows


@dataclass
class Change:
    """A directory as it becomes known some day, with what became of agencies that ended."""

    rows: list[dict[str, str]]
    after: dict[str, list[str]]
    known_on: date | None = None  #: None: from the beginning


def random_changes(rng: Random, rows: list[dict[str, str]], year: int) -> list[Change]:
    """The directory as known at first, and, now and then, as somebody imports it later on."""
    after: dict[str, list[str]] = {}
    stages = [Change([dict(row) for row in rows], {})]
    for _ in range(rng.choice([0, 1, 2, 3, 4, 5, 6, 7])):
        rows = [dict(row) for row in rows]
        ends = date(year, 2, 1) + timedelta(days=rng.choice([rng.randint(0, 150), rng.randint(60, 420)]))
        news = random_end(rng, rows, ends)
        if not news:
            continue
        named = news if rng.random() < 0.85 else {}  # the directory may come before the file of successions
        after |= news
        late = rng.random() < 0.3
        if late or named != news:
            stages.append(Change(rows, dict(after), ends + timedelta(days=rng.randint(-40, 30))))
            if named != news and not late:
                stages[0] = Change([dict(row) for row in rows], stages[0].after)
        else:
            stages[0] = Change([dict(row) for row in rows], {**stages[0].after, **named})
            for stage in stages[1:]:
                stage.rows = rows
                stage.after |= named
    return stages


def random_end(rng: Random, rows: list[dict[str, str]], ends: date) -> dict[str, list[str]]:
    """One or two agencies end: renamed, merged, split or abolished; their entries are changed in place."""
    classes = rng.choice([["ubnd_xa"], ["ubnd_xa"], ["so"], ["ubnd_huyen"], ["phong_tu_phap"], ["ubnd_tinh"]])
    living = [row for row in rows if row["class"] in classes and not row["valid_to"] and not row["valid_from"]]
    if classes == ["so"] and ends.month < 5 and living:
        living = living[1:]  # the plan names its coordinator as of the issue date
    if not living or (classes == ["ubnd_tinh"] and ends.month < 5):
        return {}
    chosen = rng.sample(living, min(len(living), rng.choice([1, 1, 2, 2])))
    others = [row for row in living if row not in chosen]
    for row in chosen:
        row["valid_to"] = ends.isoformat()
    how = rng.choice(["new", "new", "same name", "into", "into", "column", "split", "none", "gap"])
    first = chosen[0]
    begin = ends + timedelta(days=20 if how == "gap" else 1)
    if how in {"new", "same name", "gap", "split"}:
        made = [
            entry(f"{first['id']}-{ends:%j}{n}", f"{first['name']} mới {ends:%j}{n}", first["class"], first["parent"])
            for n in range(2 if how == "split" else 1)
        ]
        if how == "same name":
            made[0]["name"] = first["name"]
        for row in made:
            row["valid_from"] = begin.isoformat()
        rows.extend(made)
        return {row["id"]: [new["id"] for new in made] for row in chosen}
    if how == "none" or not others:
        return {row["id"]: [] for row in chosen} if rng.random() < 0.5 else {}
    target = rng.choice(others)["id"]
    if how == "column":
        for row in chosen:
            row["successor"] = target
        return {}
    return {row["id"]: [target] for row in chosen}


def entry(key: str, name: str, klass: str, parent: str, valid_to: str = "") -> dict[str, str]:
    """One row with all the columns of plans/agencies/*.tsv."""
    return {
        "id": key,
        "name": name,
        "class": klass,
        "province": PROVINCE,
        "parent": parent,
        "short_name": "",
        "symbol": "",
        "system": "",
        "code": "",
        "valid_from": "",
        "valid_to": valid_to,
        "successor": "",
    }


def random_contacts(rng: Random, rows: list[dict[str, str]]) -> dict[str, dict[str, list[str]]]:
    """Agency id → role → addresses: mostly both roles; sometimes no head, no officer, one address for both, nobody."""
    contacts: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        slug = row["id"].split("/")[1]
        focal, head = f"{slug}@thu-nghiem.example", f"lanh-dao-{slug}@thu-nghiem.example"
        match rng.choice(["both", "both", "both", "both", "no head", "no officer", "same", "shared", "two", "nobody"]):
            case "both":
                contacts[row["id"]] = {"focal_point": [focal], "head": [head]}
            case "no head":
                contacts[row["id"]] = {"focal_point": [focal]}
            case "no officer":
                contacts[row["id"]] = {"head": [head]}
            case "same":
                contacts[row["id"]] = {"focal_point": [focal], "head": [focal.upper()]}
            case "shared":
                contacts[row["id"]] = {"focal_point": ["Chung@thu-nghiem.example"], "head": [head]}
            case "two":
                contacts[row["id"]] = {"focal_point": [focal, f"hai-{focal}"], "head": [head]}
            case _:
                contacts[row["id"]] = {}
    return contacts
