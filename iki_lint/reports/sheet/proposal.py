"""What the findings let one propose for an indicator on the working paper SMART-C."""

from functools import cache
from typing import NamedTuple

from iki_lint.catalog import catalog_shown
from iki_lint.decree.model import Indicator
from iki_lint.reports.sheet.matter import Matter, codes, duty

JUDGED = ("S", "M", "T")
"""The criteria that are proposed; R only gets a hint, A and C are left to the reviewer."""

YES, NO, UNREADABLE = "Y", "T", "–"


class Proposal(NamedTuple):
    """What is proposed for one indicator: a mark for each judged criterion (empty: none), the codes of findings on
    alignment and level, and those of the others."""

    marks: tuple[str, ...]
    hints: tuple[str, ...]
    codes: tuple[str, ...]


def propose(indicator: Indicator, matter: Matter) -> Proposal:
    """The proposal for an indicator: "tidak" where a rule of a criterion found an error or a warning, "ya" where all of
    its rules were run and found none; nothing where the row could not be read or the decree says nothing."""
    own = matter.by_pointer.get(indicator.pointer, [])
    above = matter.by_pointer.get(indicator.plan.pointer, [])
    told = tuple(dict.fromkeys(each.code for each in own))
    hints = tuple(dict.fromkeys(each.code for each in (*own, *above) if duty(each.code).get("kriteria") == "R"))
    if indicator in matter.unchecked:
        return Proposal((UNREADABLE,) * len(JUDGED), hints, told)
    failed = {duty(each.code).get("kriteria") for each in own if each.severity != "info"}
    marks = tuple(NO if each in failed else _yes(each, indicator, matter) for each in JUDGED)
    return Proposal(marks, hints, tuple(code for code in told if code not in hints))


def _yes(criterion: str, indicator: Indicator, matter: Matter) -> str:
    silent = criterion == "T" and indicator not in matter.aimed
    return YES if matter.ran >= _rules(criterion, catalog_shown().digest) and not silent else ""


@cache
def _rules(criterion: str, digest: str) -> frozenset[str]:
    return frozenset(code for code in codes() if duty(code).get("kriteria") == criterion)
