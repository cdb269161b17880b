"""Part B: the working paper SMART-C, summed up by post."""

from collections import Counter

from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.post import Post
from iki_lint.reports.sheet.proposal import JUDGED, NO, YES, propose
from iki_lint.reports.sheet.record import Block, Cell, Column, Heading, Paragraph, Row, Section, Styled, Table

_WIDTHS = (("S", 13), ("M", 13), ("A", 8), ("R", 11), ("T", 13), ("C", 8))


def part_b(matter: Matter) -> Section:
    """A row for each post; posts with the same contents and the same proposals share one."""
    say = matter.say
    aimless = sum(indicator not in matter.aimed for indicator in matter.decree.indicators())
    remarks = [say("telaah-b-isi")]
    if aimless:
        remarks.append(say("telaah-b-tanpa-target", jumlah=aimless))
    if matter.unchecked:
        remarks.append(say("telaah-b-tak-diperiksa"))
    if not matter.whole:
        remarks.append(say("telaah-b-sebagian"))
    remarks.append(say("telaah-b-lampiran", lampiran=say("telaah-lampiran-1")))
    columns = (
        Column(say("kolom-telaah-no"), 9, "right"),
        Column(say("kolom-telaah-jabatan"), 73),
        Column(say("kolom-telaah-indikator"), 17, "right"),
        *(Column(f"{name}\n{YES}/{NO}" if name in JUDGED else name, width, "centre") for name, width in _WIDTHS),
        Column(say("kolom-telaah-jumlah-y"), 10, "centre"),
        Column(say("kolom-telaah-persen"), 10, "centre"),
    )
    blocks: tuple[Block, ...] = (
        Heading(say("telaah-b")),
        *(Paragraph(remark, "note") for remark in remarks),
        Table(columns, _rows(matter)),
    )
    return Section(say("lembar-kk"), blocks)


def _rows(matter: Matter) -> tuple[Row, ...]:
    shared: dict[tuple[object, ...], list[Post]] = {}
    for post in matter.posts:
        marks = _marks(post, matter)
        shared.setdefault((post.twin or post.number, marks), []).append(post)
    return tuple(_row(posts, matter) for posts in shared.values())


def _marks(post: Post, matter: Matter) -> tuple[int, tuple[tuple[int, int], ...], int]:
    """How many indicators; for each judged criterion how many are proposed as met and how many not; how many hints."""
    proposals = [propose(indicator, matter) for indicator in post.indicators()]
    counted = [Counter(each.marks[at] for each in proposals) for at in range(len(JUDGED))]
    return len(proposals), tuple((each[YES], each[NO]) for each in counted), sum(bool(each.hints) for each in proposals)


def _row(posts: list[Post], matter: Matter) -> Row:
    number = matter.figure
    first = posts[0]
    indicators, judged, hinted = _marks(first, matter)
    told = [f"{number(yes)}/{number(no)}" if yes or no else "" for yes, no in judged]
    marks: dict[str, Cell] = {name: Styled(each, "proposed") for name, each in zip(JUDGED, told, strict=True)}
    marks["R"] = Styled(f"({number(hinted)})" if hinted else "", "proposed")
    others = ", ".join(str(post.number) for post in posts[1:])
    name = f"{first.name}\n{matter.say('telaah-b-sama', nomor=others)}" if others else first.name
    return (
        str(first.number) if first.number else "",
        name,
        number(indicators),
        *(marks.get(column, "") for column, _ in _WIDTHS),
        "",
        "",
    )
