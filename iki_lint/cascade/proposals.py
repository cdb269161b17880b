"""Proposals for the cascade, written into a YAML decree as comments that the planner accepts by taking away the "# ".

The comments stand where the key belongs, so that nothing else has to be touched:

    uraian: Meningkatnya ketenteraman
    # mendukung: [camat.3]  # usul, kemiripan 1,00; mohon konfirmasi
"""

from collections.abc import Iterator
from typing import NamedTuple

from iki_lint.cascade.links import Cascade
from iki_lint.decree.model import Decree
from iki_lint.decree.tree import Map, Text
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.facts.subjects import Subjects
from iki_lint.messages import say


class Proposed(NamedTuple):
    """A decree's text with proposals, and how many plans have one."""

    text: str
    plans: int


def with_proposals(text: str, lang: str = "id") -> Proposed:
    """The text of a YAML decree in block style with a comment behind each plan and post whose superior is proposed."""
    root = read_yaml("usul.yaml", text.encode()).root
    if not isinstance(root, Map):
        return Proposed(text, 0)
    decree = Decree(root)
    remarks = dict(_remarks(decree, Cascade(decree, Subjects(decree)), lang))
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(line)
        lines += remarks.get(number, ())
    return Proposed("\n".join(lines), sum("mendukung" in remark for (remark,) in remarks.values()))


def _remarks(decree: Decree, cascade: Cascade, lang: str) -> Iterator[tuple[int, list[str]]]:
    """The comments by the number of the line that they follow."""
    for position in decree.positions:
        above = cascade.superiors[position]
        if not above.said and len(above.posts) == 1 and above.posts[0].id and position.name is not None:
            yield _behind(position.name, f"atasan: {above.posts[0].id}", say("usul-atasan", lang))
        for plan in position.plans:
            parent = cascade.link(plan)
            if plan.text is not None and parent is not None and not parent.said and parent.plan.id:
                score = f"{parent.score:.2f}"
                remark = say("usul-mendukung", lang, nilai=score.replace(".", ",") if lang == "id" else score)
                yield _behind(plan.text, f"mendukung: [{parent.plan.id}]", remark)


def _behind(text: Text, key: str, remark: str) -> tuple[int, list[str]]:
    place = text.place()
    first = text.source.line(place.line)
    indent = len(first) - len(first.lstrip(" -"))
    return place.end_line, [f"{' ' * indent}# {key}  # {remark}"]
