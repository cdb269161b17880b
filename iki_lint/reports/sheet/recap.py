"""Part E: the posts in a line each."""

from iki_lint.reports.sheet.matter import Matter
from iki_lint.reports.sheet.post import Post
from iki_lint.reports.sheet.record import Column, Heading, Paragraph, Row, Section, Table


def part_e(matter: Matter) -> Section:
    """How much each post has, what was found in it, and whether it measures more than quantity."""
    say = matter.say
    widths = (("no", 8, "right"), ("jabatan", 75, "left"), ("rk", 10, "right"), ("indikator", 15, "right"),
              ("galat", 11, "right"), ("peringatan", 20, "right"), ("kuantitas", 19, "centre"),
              ("outcome", 20, "centre"), ("catatan", 21, "left"))  # fmt: skip
    columns = tuple(Column(say(f"kolom-telaah-{name}"), width, align) for name, width, align in widths)
    rows = tuple(_row(post, matter) for post in matter.posts)
    blocks = (Heading(say("telaah-e")), Paragraph(say("telaah-e-isi"), "note"), Table(columns, rows, True))
    return Section(say("lembar-rekap"), blocks)


def _row(post: Post, matter: Matter) -> Row:
    say, number = matter.say, matter.figure
    facts = matter.subjects.position(post.position)
    indicators = facts.banyak_indikator
    counts_only = say("telaah-ya" if facts.hanya_kuantitas else "telaah-tidak") if indicators else ""
    return (
        number(post.number) if post.number else "",
        post.name,
        number(len(post.plans)),
        number(indicators),
        number(post.count("error")),
        number(post.count("warning")),
        counts_only,
        number(facts.banyak_hasil) if indicators else "",
        say("telaah-e-sama", nomor=post.twin) if post.twin else "",
    )
