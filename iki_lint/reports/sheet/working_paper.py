"""Attachment 1: the working paper SMART-C, indicator by indicator."""

from typing import NamedTuple

from iki_lint.decree.model import Indicator, field_texts
from iki_lint.decree.tree import Map
from iki_lint.facts.subjects import value
from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.place import posts_named
from iki_lint.reports.sheet.post import Post
from iki_lint.reports.sheet.proposal import Proposal, propose
from iki_lint.reports.sheet.record import Band, Block, Cell, Column, Heading, Paragraph, Row, Section, Styled, Table
from iki_lint.reports.sheet.words import shortened

LONGEST, LONGEST_BAND = 170, 260
MOST_LINES = 1_500
"""How many rows are printed: some seventy pages."""


class Line(NamedTuple):
    """Indicators that share a row: what they say, what is proposed, and whose they are (one post for each)."""

    plan: str
    name: str
    target: str
    proposal: Proposal
    posts: list[Post]


def working_paper(matter: Matter) -> Section:
    """Each indicator, those with equal contents and proposals once; on paper the plan stands above its indicators."""
    say = matter.say
    lines = _lines(matter)
    counts = {"baris": len(lines), "indikator": sum(len(line.posts) for line in lines)}
    plan_columns = (Column(say("kolom-telaah-jabatan"), 40), Column(say("kolom-telaah-rencana"), 62))
    narrow = ("S", "M", "A", "R", "T", say("kolom-telaah-jumlah-y"), "C")
    columns = (
        Column(say("kolom-telaah-no"), 11, "right"),
        *(() if matter.paper else plan_columns),
        Column(say("kolom-telaah-indikator"), 128 if matter.paper else 58),
        Column(say("kolom-telaah-target"), 26),
        Column(say("kolom-telaah-kali"), 10, "right"),
        *(Column(name, 9, "centre") for name in narrow),
        Column(say("kolom-telaah-catatan"), 35),
    )
    shown = lines[:MOST_LINES] if matter.paper else lines
    remarks = [say("telaah-kk-lampiran-isi", **counts)]
    if len(shown) < len(lines):
        remarks.append(say("telaah-kk-tak-dicetak", jumlah=len(lines) - len(shown)))
    blocks: tuple[Block, ...] = (
        Heading(say("telaah-lampiran-kk", lampiran=say("telaah-lampiran-1"))),
        *(Paragraph(remark, "note") for remark in remarks),
        Table(columns, tuple(_rows(shown, matter)), True),
    )
    return Section(say("lembar-kk-rinci"), blocks, True, True)


def _lines(matter: Matter) -> list[Line]:
    found: dict[tuple[str, str, str, Proposal], list[Post]] = {}
    for post in matter.posts:
        for indicator in post.indicators():
            texts = (value(indicator.plan.text).strip(), value(indicator.name).strip(), _target(indicator))
            found.setdefault((*texts, propose(indicator, matter)), []).append(post)
    return [Line(*key, posts) for key, posts in found.items()]


def _rows(lines: list[Line], matter: Matter) -> list[Row]:
    rows: list[Row] = []
    above: tuple[str, str] | None = None
    for at, line in enumerate(lines, 1):
        whose = posts_named(list(dict.fromkeys(line.posts)), matter)
        if matter.paper and above != (whose, line.plan):
            rows.append(Band(f"{whose}:", shortened(line.plan, LONGEST_BAND, matter)))
        above = (whose, line.plan)
        owner: tuple[Cell, ...] = () if matter.paper else above
        rows.append((matter.figure(at), *owner, *_cells(line, matter)))
    return rows


def _cells(line: Line, matter: Matter) -> tuple[Cell, ...]:
    s, m, t = (Styled(mark, "proposed") for mark in line.proposal.marks)
    hint = Styled("(!)" if line.proposal.hints else "", "proposed")
    return (
        shortened(line.name, LONGEST, matter) or matter.say("telaah-kosong"),
        shortened(line.target, LONGEST, matter),
        matter.figure(len(line.posts)),
        *(s, m, "", hint, t, "", ""),
        ", ".join((*line.proposal.codes, *line.proposal.hints)),
    )


def _target(indicator: Indicator) -> str:
    """The target as written, of several years one a line."""
    node = indicator.target
    if not isinstance(node, Map):
        return "; ".join(text.value for text in field_texts(node)).strip()
    years = ((year, field_texts(item)) for year, item in node.items.items())
    return "\n".join(f"{year}: {texts[0].value}" for year, texts in years if texts)
