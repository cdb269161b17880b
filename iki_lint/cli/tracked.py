"""`iki-lint fix --tracked`: a copy of a Word file with its fixes as tracked changes."""

from collections.abc import Sequence

from iki_lint.cli.annotate import refuse_output
from iki_lint.cli.inputs import read_file, refuse_format
from iki_lint.cli.output import STDOUT, complain, save, write
from iki_lint.cli.refusal import Refusal, refuse_without
from iki_lint.cli.reviewing import review_of
from iki_lint.config.asked import Config
from iki_lint.messages import say
from iki_lint.readers.unreadable import UnreadableDecree
from iki_lint.reports.notes import number


def mend(paths: Sequence[str], output: str | None, config: Config, unsafe: bool, only_shown: bool) -> int:
    """Write the copy; the exit code. Raises Refusal for what does not go together, or cannot be read or written."""
    if len(paths) != 1 or only_shown or output is None:
        raise Refusal("terlacak-pemakaian")
    (path,) = paths
    refuse_format(path, (".docx",))
    refuse_output(path, output)
    data = read_file(path)
    if review_of(path, data, config) is None:
        return 2
    refuse_without("docx", "word", path)
    from iki_lint.annotate.tracked import tracked

    try:
        made = tracked(path, data, config, unsafe)
    except UnreadableDecree as error:
        complain("catatan-gagal", config.lang, pesan=say(error.problem.message, config.lang, **error.problem.args))
        return 2
    if made.data is None:
        raise Refusal("terlacak-gagal", berkas=path)
    if not made.applied:
        write(say("terlacak-tidak-ada", config.lang, berkas=path) + "\n", STDOUT)
        return 0
    save({output: made.data})
    total = number(sum(made.applied.values()), config.lang)
    rules = ", ".join(f"{code} {number(count, config.lang)}" for code, count in made.applied.items())
    write(say("terlacak-ditulis", config.lang, berkas=output, jumlah=total, aturan=rules) + "\n", STDOUT)
    return 0
