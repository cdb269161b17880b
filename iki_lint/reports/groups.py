"""The groups of rules: their order, and what each looks at."""

from collections.abc import Iterable

from iki_lint.messages import say

GROUPS = ("STR", "SAS", "IND", "FRM", "SBR", "TGT", "LVL", "CAS", "DUP", "BHS", "DHK", "IKI")
"""The groups of rules in the order in which a decree is read: its tables, its wording, how it hangs together."""


def group_of(code: str) -> str:
    """The group of a rule: the letters of its code."""
    return code.rstrip("0123456789")


def in_order(groups: Iterable[str]) -> list[str]:
    """Groups in their order, each once; those of rules from elsewhere stand behind."""
    return sorted(set(groups), key=lambda group: (GROUPS.index(group) if group in GROUPS else len(GROUPS), group))


def group_title(group: str, lang: str) -> str:
    """What a group looks at; of one that is not built in, that its rules come from a pack."""
    return say(f"laman-kelompok-{group.lower()}" if group in GROUPS else "kelompok-sendiri", lang)
