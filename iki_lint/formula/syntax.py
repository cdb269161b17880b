"""The signs and words of the formula language, as regular expressions (case is ignored).

Decrees mix arithmetic with ordinary prose, so most signs count as operators only in the right surroundings: the
slash of "RT/RW", the x of "3 x sehari", the dash of "langkah - langkah" and "terhadap" are plain words elsewhere.
Every operator expression starts at the sign itself; what has to stand before it is asked by look-behind.
"""

from iki_lint.formula.number import DIGITS, NUMBER, PERCENT


def _behind(words: str, then: str = "") -> str:
    """No match right behind one of these words and one or two spaces."""
    return "".join(rf"(?<!{word}\s)(?<!{word}\s\s)" for word in words.split()) + then


def _any(*choices: str) -> str:
    return "(?:" + "|".join(choices) + ")"


COUNT = r"(?:(?:jumlah|total|banyaknya|seluruh)(?!\w)|[∑Σ])"
_TOTAL = r"(?:(?:jumlah|total|banyaknya)(?!\w)|[∑Σ])"
_NUMBER_ENDS = rf"{DIGITS}\s*(?:{PERCENT}\s*)?(?:[)x×*·]|[.;,]\s*\Z|\Z)"
_VERB = _behind("yang telah sudah akan belum dapat harus perlu")
_PERIOD = r"(?:tahun|bulan|periode|triwulan|semester|minggu|kondisi|rencana|capaian)(?!\w)"

# -- division ---------------------------------------------------------------------------------------------------
_DIVIDED = (
    rf"(?<!\w)(?:(?:dibagi|berbanding|dibanding(?:kan)?)(?=(?:\s+dengan)?\s+{COUNT})|{_VERB}(?:"
    r"dibagi(?!\s+(?:kepada|ke|habis|untuk|secara|menjadi|dalam|rata|atas|per)(?!\w))"
    rf"|dibagi(?=\s+oleh\s+{COUNT})|berbanding(?!\s+(?:terbalik|lurus)(?!\w))"
    rf"|dibanding(?:kan)?(?!(?:\s+dengan)?\s+{_PERIOD})))(?!\w)(?:\s+(?:dengan|oleh)(?!\w))?"
)
_SLASH = _any(
    _behind("jumlah total banyaknya rata-rata nilai", rf"(?<!jumlah)(?<!total)(?<!banyaknya)/(?=\s*{COUNT})"),
    r"(?<=\))/(?=\s*\()",
    r"(?<=\)\s)/(?=\s*\()",
    rf"(?<=[\s)])/(?=\s*{_NUMBER_ENDS})",
)
_COLON = _any(rf"(?<=\s):(?=\s+{COUNT})", r"(?<=\)):(?=\s*\()", r"(?<=\)\s):(?=\s*\()")
BAR = r"[-–—―_]{3,}"
"""The line of a fraction, dashes between two lines of text."""

DIVIDE = _any(_DIVIDED, r"[÷➗∕⁄∶]", _SLASH, _COLON, BAR, rf"(?<!\w)terhadap(?=\s*{_TOTAL})")
"""A division whatever stands around it."""

DIVIDE_SPACED = _any(
    DIVIDE,
    r"(?<=\s)[/:](?=\s)",
    r"(?<=\))[/:]",
    r"(?<=\)\s)[/:]",
    r"/(?=\s*\()",
    rf"(?<!\w){_VERB}(?:terhadap|dibanding(?:kan)?)(?!\w)(?:\s+dengan(?!\w))?",
)
"""A division where the rest of the formula shows that something is computed (`COMPUTES`)."""

_PAIRS = (("desa", "kelurahan"), ("kelurahan", "desa"), ("program", "kegiatan"), ("dan", "atau"), ("rt", "rw"))
DIVIDE_TIGHT = _any(
    DIVIDE_SPACED,
    "".join(rf"(?!(?<={left})/\s*{right}(?!\w))" for left, right in _PAIRS)
    + r"(?!(?-i:(?<=[A-Z]{2})/[A-Z]{2}))(?!(?<=[0-9]{4})/[0-9]{4})(?!/\s*(?:d|atau)(?!\w))/",
)
"""The last resort in a formula that computes: a slash between two words, unless the two are a common pair."""

# -- multiplication ---------------------------------------------------------------------------------------------
_MEASURE = r"(?:jam|hari|menit|detik|meter|cm|m|m2|m²)(?!\w)"
_RATE = r"(?:sehari|seminggu|sepekan|sebulan|setahun|semalam|per|dalam|tiap|setiap)(?!\w)"
_TIMES_WORD = (
    rf"(?<!\w)(?:(?:dikali(?:kan)?(?=(?:\s+dengan)?\s*[0-9(])|{_VERB}dikali(?:kan)?(?!\w))(?:\s+dengan(?!\w))?"
    rf"|kali(?=\s*100\s*{PERCENT}))"
)
_TIMES_RIGHT = (
    _behind("kelas golongan tingkat tipe bab tahap lampiran")
    + rf"(?:(?<=[\s0-9)%])|\A)(?!(?<=[0-9])x\s*[0-9]+\s*{_MEASURE})(?!(?<=[0-9]\s)x\s*[0-9]+\s*{_MEASURE})"
    + r"[x*·∙](?=\s*[0-9(])"
)
_FACTORS = ("%", r"\)", "[^0-9.,]100", r"\A100", "persen", ",[0-9]", ",[0-9][0-9]")
_TIMES_LEFT = (
    _any(*(rf"(?<={factor}{gap})" for factor in _FACTORS for gap in ("", r"\s"))) + rf"[x*·∙](?![^\W_]|-)(?!\s*{_RATE})"
)
_TIMES_COUNT = _behind("kelas golongan tingkat tipe bab tahap lampiran", rf"(?<=\s)(?-i:[x*])(?=\s+{COUNT})")
TIMES = _any(r"[×✕✖⋅]", _TIMES_WORD, _TIMES_RIGHT, _TIMES_LEFT, _TIMES_COUNT)
TIMES_BETWEEN = _any(TIMES, r"(?<=\s)[x*·∙](?=\s)")
"""Behind an equals sign a free-standing x is always a multiplication."""

# -- addition and subtraction -----------------------------------------------------------------------------------
PLUS = _any(r"(?<=[\s)])\+", r"\+(?=\s*[\w(∑])", rf"(?<!\w){_VERB}ditambah(?:kan)?(?!\w)(?:\s+dengan(?!\w))?")
MINUS = _any(
    "−",
    rf"(?<!\w){_VERB}dikurangi(?!\w)(?:\s+dengan(?!\w))?",
    rf"(?<=\s)[-–—](?=\s*(?:{COUNT}|\())",
    r"(?<=\))[-–—](?=\s)",
    r"(?<=\)\s)[-–—](?=\s)",
)
MINUS_INSIDE = _any(MINUS, r"(?<=\s)[-–—](?=\s)")
"""Inside parentheses that hold an operand, every free-standing dash subtracts."""

_SIGNS = r"(?=[-÷➗∕⁄∶/:×✕✖⋅x*·∙+−–—―_dbtk])"


def operator(divide: str, times: str, minus: str) -> str:
    """Any operator, with these notions of division, multiplication and subtraction."""
    return _SIGNS + _any(divide, times, PLUS, minus)


EQUALS = r"(?<![<>=!≤≥])=(?![=>])"

# -- the rest ---------------------------------------------------------------------------------------------------
ASIDE = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
TWIN = r"(?<!\w)(?P<twin>\w+)\s+[-–—]\s+(?P=twin)(?!\w)"
COMPUTES = _any(
    r"(?<![^\W\d_])[x×*·]\s*100(?![0-9])",
    r"(?<![0-9.,])100\s*%?\s*[x×*·](?!\w)",
    r"dikali(?:kan)?\s+(?:dengan\s+)?100(?![0-9])",
    EQUALS,
    r"\A\W*\([^()]*(?:\+|\s[-–−]\s)[^()]*\)\s*/",
)
LABEL = r"\s*(?:rumus(?:an)?|formula(?:si)?|cara\s+(?:meng|peng|per)?hitung(?:an)?|perhitungan)\s*[:=]"
NAME = r"(?:persentase|prosentase|presentase|rasio|indeks|nilai|tingkat|cakupan|capaian|proporsi)(?!\w)"
NOTE = r"[.,;\n]\s{0,9}(?:keterangan|ket|catatan|dengan\s+ketentuan|dimana|di\s+mana)(?!\w)"
BOUND = (
    r"(?:(?:minimal|maksimal|minimum|maksimum|sekurang-kurangnya|setidaknya|sebanyak|sebesar|senilai|antara"
    r"|paling\s+(?:sedikit|banyak|lambat|cepat|lama|rendah|tinggi)|(?:kurang|lebih)\s+dari|di\s*(?:atas|bawah))(?!\w)"
    r"|[<>]=?|[≤≥±])"
)
_MONTHS = "januari februari maret april mei juni juli agustus september oktober november nopember desember"
MONTH = rf"(?<!\w)(?:{'|'.join(_MONTHS.split())})\s+[0-9]{{4}}(?![0-9])"
DETAIL = r"(?:dalam|selama|dari|per|setiap|tiap|pada|untuk|di|oleh)(?!\w)"
NEXT = rf"(?:{BOUND}\s*)?(?:rp\.?\s*)?[0-9]"
"""How another quantity begins behind a comma."""

_SPELLED = r"(?:\s*\((?P<spelled>[^\W\d_](?:[^\W\d_]|[\s-])*)\))?"
FACTOR = rf"(?P<number>{DIGITS}){_SPELLED}(?:\s*(?P<percent>{PERCENT}))?"
"""A number as an operand."""

VALUE = (
    rf"(?:(?P<bound>{BOUND})\s*)?(?:(?P<currency>rp)\.?\s*)?"
    rf"(?P<number>[0-9]+\s*x\s*[0-9]+(?=\s*(?:jam|hari|menit))|{NUMBER}){_SPELLED}(?:,-)?(?:\s*(?P<percent>{PERCENT}))?"
)
"""A number as a target."""
