"""What the criteria rest on: only sources that were read or quoted, each with what was seen of it."""

from iki_lint.catalog import catalog_shown
from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.record import Column, Heading, Row, Section, Table
from iki_lint.reports.sheet.words import SEEN


def cited(matter: Matter) -> list[tuple[str, str]]:
    """The sources of the rules that were run, by key with their evidence; those read first."""
    catalog = catalog_shown()
    named = {key for rule in catalog.rules if rule.code in matter.ran for key in rule.basis}
    seen = [(key, catalog.basis[key].evidence) for key in catalog.basis if key in named]
    return sorted((each for each in seen if each[1] in SEEN), key=lambda each: SEEN.index(each[1]))


def basis(matter: Matter) -> Section:
    """The sources with their evidence and what was read of each."""
    say, catalog = matter.say, catalog_shown()
    columns = (
        Column(say("kolom-telaah-no"), 9, "right"),
        Column(say("kolom-telaah-sumber"), 62),
        Column(say("kolom-telaah-bukti"), 18),
        Column(say("kolom-telaah-dibaca"), 85),
    )
    rows: tuple[Row, ...] = tuple(
        (
            matter.figure(at),
            catalog.basis[key].title,
            say(f"laman-bukti-{evidence}"),
            getattr(catalog.basis[key].note, matter.lang),
        )
        for at, (key, evidence) in enumerate(cited(matter), 1)
    )
    heading = Heading(say("telaah-lampiran-dasar", lampiran=say("telaah-lampiran-2")))
    return Section(say("lembar-dasar"), (heading, Table(columns, rows)), attached=True)
