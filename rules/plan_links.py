"""Which activities a plan's links lead to: hard needs, "draws on", and the circles they may form."""

from __future__ import annotations

from models.plan_file import ActivityFile, PlanFile


def drawn_on(plan: PlanFile, activity: ActivityFile, target: str) -> tuple[str, ...]:
    """The activities one entry of `draws_on` means: that activity, else all tracked ones of that section but itself."""
    for _, other in plan.activities():
        if other.id == target and other.tracked:
            return (other.id,)
    for section in plan.sections:
        if section.id == target:
            return tuple(other.id for other in section.activities if other.tracked and other.id != activity.id)
    return ()


def links(plan: PlanFile, activity: ActivityFile) -> tuple[str, ...]:
    """Every activity this one rests on, hard or soft, each once."""
    found = dict.fromkeys(need.activity for need in activity.needs.after)
    for target in activity.needs.draws_on:
        found.update(dict.fromkeys(drawn_on(plan, activity, target)))
    return tuple(found)


def circle(plan: PlanFile) -> tuple[str, ...]:
    """A circle of dependencies as the ids along it, first and last the same; empty when there is none."""
    after = {activity.id: links(plan, activity) for _, activity in plan.activities()}
    done: set[str] = set()
    for start in after:
        path: list[str] = [start]
        turns = [iter(after[start])]
        while turns:
            step = next(turns[-1], None)
            if step is None:
                turns.pop()
                done.add(path.pop())
            elif step in path:
                return (*path[path.index(step) :], step)
            elif step in after and step not in done:
                path.append(step)
                turns.append(iter(after[step]))
    return ()
