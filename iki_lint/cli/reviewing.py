"""Checking the files of a command: here or in several processes, in their order, with a line on how far that is; or the
one file that a command is about."""

import gc
import sys
from collections.abc import Sequence

from iki_lint.cli.inputs import STDIN
from iki_lint.cli.options import prepared
from iki_lint.cli.output import complain, located, tell
from iki_lint.cli.progress import Progress, watched
from iki_lint.cli.refusal import unreadable
from iki_lint.cli.workers import COLLECT_EVERY, jobs_for, reviews_of
from iki_lint.config.asked import Config
from iki_lint.config.effect import Effects
from iki_lint.decree.decoding import read_stream
from iki_lint.linting import Review, review_file
from iki_lint.readers import largest
from iki_lint.readers.pages_read import telling


def reviewed(
    files: Sequence[str], config: Config, effects: Effects, stdin_name: str, keep: bool, jobs: int | None
) -> list[Review]:
    """The reviews of files, with their decrees where these are to be kept.

    A file that cannot be read is told on standard error and left out. `stdin_name` is the name of what is read from
    standard input; `jobs` how many processes to use, None for as many as are worth it.
    """
    reviews: list[Review] = []
    many = 1 if keep or STDIN in files else jobs_for(jobs, files)
    with reviews_of(files, config, many) as ahead, Progress(len(files), config.lang, watched()) as progress:
        for number, path in enumerate(files, 1):
            progress.begin(path)
            review = next(ahead) or _review(path, config, effects, stdin_name, progress)
            if review:
                reviews.append(review if keep else review._replace(decree=None))
            if number % COLLECT_EVERY == 0:
                gc.collect()
    return reviews


def review_of(path: str, data: bytes, config: Config) -> Review | None:
    """The review of the one file of a command; None when it is no decree, which is told on standard error."""
    name = "<stdin>" if path == STDIN else path
    review = review_file(name, config, data, prepared(config, [path]))
    if review.decree is None:
        tell(located(name, review.report.findings))
        return None
    return review


def _review(path: str, config: Config, effects: Effects, stdin_name: str, progress: Progress) -> Review | None:
    """One file checked here; None when it cannot be read."""
    name, data = path, None
    try:
        if path == STDIN:
            name = stdin_name
            data = read_stream(sys.stdin.buffer, largest(name)) if sys.stdin else b""
        with telling(progress.read):
            return review_file(name, config, data, effects)
    except OSError as error:
        sentence = unreadable(error, path).sentence
        progress.clear()
        complain(sentence.key, config.lang, **sentence.args)
        return None
