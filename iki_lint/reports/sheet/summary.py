"""The head of the sheet: what is reviewed, by which rules; and part A, what was found and what to do first."""

from collections import Counter

from iki_lint import __version__
from iki_lint.catalog import catalog_shown
from iki_lint.decree.model import text
from iki_lint.decree.tree import Map
from iki_lint.facts.subjects import value
from iki_lint.findings import SEVERITIES
from iki_lint.reports.fold import Chapter
from iki_lint.reports.sheet.found import numbered
from iki_lint.reports.sheet.matter import Matter, codes
from iki_lint.reports.sheet.record import Block, Cell, Facts, Heading, Items, Section, Styled
from iki_lint.reports.sheet.sources import cited
from iki_lint.reports.sheet.words import short_title, shortened

FIRST_STEPS, LONGEST_STEP = 5, 240
URGENT = ("STR", "CAS", "LVL")
"""Rules on what all others rest on: the rows themselves, what the IKU leads to, what a head answers for."""

SHOWN_MARK = 12
"""How many characters of a fingerprint are shown where it is only a reminder."""


def head(matter: Matter) -> Section:
    """What is reviewed, and part A."""
    blocks: list[Block] = [Facts(_identity(matter)), Heading(matter.say("telaah-a")), Facts(_counts(matter))]
    steps = first_steps(matter)
    if steps:
        blocks += [Heading(matter.say("telaah-langkah"), 2), Items(steps)]
    return Section(matter.say("lembar-identitas"), tuple(blocks))


def office_of(matter: Matter) -> str:
    """The name of the office with its regency."""
    parts = (_field(matter, "unit_kerja", key) for key in ("nama", "kabupaten_kota"))
    return ", ".join(part for part in parts if part)


def _identity(matter: Matter) -> tuple[tuple[str, Cell], ...]:
    say, decree = matter.say, matter.decree
    counts = matter.report.counts
    sizes = {"jabatan": counts.positions, "rencana": counts.plans, "indikator": counts.indicators}
    goals = {"sasaran": len(decree.goals), "iku": sum(len(goal.indicators) for goal in decree.goals)}
    attached = say("telaah-isi-lampiran", **sizes, **goals) if decree.goals else say("telaah-isi-tanpa-iku", **sizes)
    written = {
        "nomor": _field(matter, "keputusan", "nomor"),
        "tanggal": day(_field(matter, "keputusan", "tanggal"), matter),
    }
    dates = {name: told or " …………………… " for name, told in written.items()}
    rules = say("telaah-isi-versi", versi=__version__, aturan=catalog_shown().digest[:SHOWN_MARK])
    if not matter.whole:
        ran = len(matter.ran & codes())
        rules += f"\n{say('telaah-sebagian', jumlah=ran, semua=len(codes()))}"
    named = "; ".join(say(f"telaah-bukti-{evidence}", judul=short_title(key)) for key, evidence in cited(matter))
    return (
        (say("telaah-unit"), office_of(matter)),
        (say("telaah-tentang"), _field(matter, "keputusan", "tentang")),
        (say("telaah-rancangan"), say("telaah-nomor-tanggal", **dates)),
        (say("telaah-lampiran"), attached),
        (say("telaah-naskah"), say("telaah-isi-naskah", berkas=matter.file, sidik=matter.mark)),
        (say("telaah-versi"), rules),
        (say("telaah-dasar"), say("telaah-isi-dasar", dasar=named, lampiran=say("telaah-lampiran-2"))),
        (say("telaah-tanggal-telaah"), ""),
        (say("telaah-penelaah"), ""),
    )


def _counts(matter: Matter) -> tuple[tuple[str, Cell], ...]:
    say, report = matter.say, matter.report
    twins = sum(post.twin is not None for post in matter.posts)
    positions = report.counts.positions
    rewrites = sum(len(each.chapter.groups) for each in numbered(report.findings))
    found = {severity: report.count(severity) for severity in SEVERITIES}
    shifted = Counter(finding.code for finding in report.findings)["STR002"]
    rows = matter.unchecked_rows
    key = "telaah-isi-dikembalikan" if shifted > rows else "telaah-isi-tak-diperiksa"
    args = {"impor": shifted - rows} if shifted > rows else {}
    verdict, reason = conclusion(matter)
    return (
        (
            say("telaah-jabatan-diperiksa"),
            say("telaah-isi-jabatan", jumlah=positions, beda=positions - twins, sama=twins),
        ),
        (
            say("telaah-indikator-diperiksa"),
            say(
                "telaah-isi-indikator",
                iki=report.counts.indicators,
                iku=sum(len(goal.indicators) for goal in matter.decree.goals),
            ),
        ),
        (say("telaah-temuan"), say("telaah-isi-temuan", rumusan=rewrites, **found)),
        (say("telaah-tak-diperiksa"), say(key, jumlah=rows, **args)),
        (
            say("telaah-diabaikan-jumlah"),
            say("telaah-isi-diabaikan", jumlah=report.suppressed) if report.suppressed else say("telaah-tidak-ada"),
        ),
        (say("telaah-simpulan"), Styled(f"{verdict.upper()}\n{reason}", "strong")),
        (say("telaah-simpulan-penelaah"), ""),
    )


def conclusion(matter: Matter) -> tuple[str, str]:
    """What the findings let one propose, and why; the reviewer concludes."""
    report = matter.report
    if report.count("error"):
        kind, reason = "belum", "belum"
    elif matter.unchecked_rows:
        kind, reason = "belum", "tak-diperiksa"
    elif not matter.whole:
        kind, reason = "tiada", "tiada"
    else:
        kind = reason = "ringan" if report.count("warning") else "siap"
    return matter.say(f"telaah-simpulan-{kind}"), matter.say(f"telaah-sebab-{reason}")


def first_steps(matter: Matter) -> tuple[str, ...]:
    """What to do first: of the worst findings those of the urgent groups, then the most frequent."""
    chapters = [each.chapter for each in numbered(matter.report.findings)]
    worst = [each for each in chapters if each.severity == "error"] or [
        each for each in chapters if each.severity == "warning"
    ]
    urgent = [next((each for each in worst if each.code.startswith(group)), None) for group in URGENT]
    steps = dict.fromkeys(each.code for each in (*urgent, *worst) if each)
    by_code = {each.code: each for each in worst}
    return tuple(_step(by_code[code], matter) for code in list(steps)[:FIRST_STEPS])


def _step(chapter: Chapter, matter: Matter) -> str:
    proposals = {group.first.suggestion for group in chapter.groups}
    told = proposals.pop() if len(proposals) == 1 else None
    # Names of rules are Indonesian.
    named = chapter.name.replace("-", " ") if matter.lang == "id" else chapter.groups[0].first.message
    task = told or matter.say("telaah-langkah-nama", nama=named)
    task = shortened(task.rstrip(". "), LONGEST_STEP, matter)
    key = "telaah-langkah-isi" if chapter.positions else "telaah-langkah-naskah"
    return matter.say(key, usul=task, kode=chapter.code, temuan=chapter.total, jabatan=chapter.positions)


def day(written: str, matter: Matter) -> str:
    """An ISO date with the name of its month; anything else as it is written."""
    parts = written.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return written
    return f"{int(parts[2])} {matter.say('telaah-bulan').split()[int(parts[1]) - 1]} {parts[0]}"


def _field(matter: Matter, part: str, key: str) -> str:
    """A text of the decree's head, empty where there is none."""
    node = matter.decree.root.items.get(part)
    return value(text(node, key)).strip() if isinstance(node, Map) else ""
