"""Part D: what leads from the IKU down, and where it does not."""

from collections import Counter

from iki_lint.cascade.tree import Branch, tree_of
from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.record import Block, Column, Facts, Heading, Paragraph, Row, Section, Table
from iki_lint.reports.sheet.words import shortened

MOST_ORPHANS = 12
"""How many plans without a parent are printed."""

LONGEST = 180


def part_d(matter: Matter) -> Section:
    """Counts of the cascade, who carries each IKU, and the plans without a parent."""
    say = matter.say
    tree = tree_of(matter.decree, matter.subjects)
    codes = Counter(finding.code for finding in matter.report.findings)
    alone = tree.plans - tree.named - tree.proposed
    carried = sum(bool(goal.branches) for goal in tree.goals)
    indicators = sum(len(goal.indicators) for goal in matter.decree.goals)
    facts = []
    if tree.goals:
        facts.append((say("telaah-d-iku"), say("telaah-d-iku-isi", ada=carried, jumlah=len(tree.goals))))
        held = say("telaah-d-diturunkan-isi", ada=indicators - codes["CAS001"], jumlah=indicators)
        facts.append((say("telaah-d-diturunkan"), _if_run("CAS001", held, matter)))
    else:
        facts.append((say("telaah-d-iku"), say("telaah-d-tanpa-iku")))
    counts = {"jumlah": tree.plans, "tertulis": tree.named, "usul": tree.proposed, "tanpa": alone}
    facts.append((say("telaah-d-rencana"), say("telaah-d-rencana-isi", **counts)))
    if tree.goals:
        facts.append((say("telaah-d-pimpinan"), matter.figure(len(tree.heads))))
    facts.append((say("telaah-d-pendukung"), _if_run("CAS003", matter.figure(codes["CAS003"]), matter)))
    blocks: list[Block] = [Heading(say("telaah-d")), Facts(tuple(facts))]
    if tree.goals:
        blocks.append(_carriers(tree.goals, matter))
    return Section(say("lembar-keselarasan"), (*blocks, *_orphans(tree.orphans, matter)))


def _if_run(code: str, told: str, matter: Matter) -> str:
    return told if matter.all_ran((code,)) else matter.say("telaah-d-tak-dijalankan")


def _carriers(goals: tuple[Branch, ...], matter: Matter) -> Table:
    say = matter.say
    columns = (
        Column(say("kolom-telaah-iku"), 72),
        Column(say("kolom-telaah-pemikul"), 78),
        Column(say("kolom-telaah-catatan"), 24),
    )
    rows: list[Row] = []
    for goal in goals:
        told = [f"{', '.join(each.posts)}: {_plan(each, matter)}" for each in goal.branches]
        name = "\n".join((goal.text, *(f"= {indicator}" for indicator in goal.indicators)))
        rows.append((name, "\n".join(told) or say("telaah-d-tanpa-pemikul"), ""))
    return Table(columns, tuple(rows))


def _plan(branch: Branch, matter: Matter) -> str:
    plan = shortened(branch.text, LONGEST, matter)
    return plan if branch.score is None else matter.say("telaah-d-usul", rencana=plan)


def _orphans(orphans: tuple[Branch, ...], matter: Matter) -> list[Block]:
    say = matter.say
    heading = Heading(say("telaah-d-bawah"), 2)
    if not orphans:
        return [heading, Paragraph(say("telaah-tidak-ada"))]
    shown = orphans[:MOST_ORPHANS] if matter.paper else orphans
    columns = (
        Column(say("kolom-telaah-no"), 9, "right"),
        Column(say("kolom-telaah-rencana"), 88),
        Column(say("kolom-telaah-jabatan"), 53),
        Column(say("kolom-telaah-catatan"), 24),
    )
    rows: tuple[Row, ...] = tuple(
        (matter.figure(at), shortened(each.text, LONGEST, matter), _named(each.posts, matter), "")
        for at, each in enumerate(shown, 1)
    )
    blocks: list[Block] = [heading, Table(columns, rows)]
    if len(shown) < len(orphans):
        blocks.append(Paragraph(say("telaah-d-lain", jumlah=len(orphans) - len(shown)), "note"))
    return blocks


def _named(posts: tuple[str, ...], matter: Matter) -> str:
    if len(posts) <= 2 or not matter.paper:
        return "; ".join(posts)
    return matter.say("telaah-dan-lain", nama="; ".join(posts[:2]), jumlah=len(posts) - 2)
