"""Fill the templates of benchmarks/privacy_texts.py with drawn people and numbers, and tell what is gold.

In a template, ``{f1}`` and ``{m2}`` are a woman and a man, the same ones throughout an interview. What
follows the number says how they are named, and a last ``s`` is the genitive:

``{f1}`` given name, ``{f1+}`` full name, ``{f1|}`` full name over a line end, ``{f1^}`` surname,
``{f1~}`` misspelt, ``{f1_}`` in lower case, ``{f1!}`` in capitals, ``{f1.}`` initials, ``{f1%}`` nickname.

``{cpr}``, ``{phone}``, ``{email f1}``, ``{url f1}``, ``{address}``, ``{postcode}``, ``{plate}``,
``{account}``, ``{town}`` and ``{street}`` are drawn each time; ``{phone in words}`` is how it is said.
``[...]`` is an organisation. A turn begins with a letter and a colon.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from privacy_texts import WORDS, Template

from interview_coding.pseudonyms import mentions as kinds
from interview_coding.text import INTERVIEWER, RESPONDENT, Turn

DANISH, MINORITY, WORD, RARE = "Danish", "minority", "also a word", "rare"
ORIGINS = (DANISH, MINORITY, WORD, RARE)
SHARES = (0.45, 0.35, 0.12, 0.08)
"""How often a person of a template is of each origin."""

COMMON = 200
"""Names on no list of minority names count as Danish from so many bearers in Denmark, else as rare."""

IN_WORDS = " in words"
"""What follows a kind that is said in words rather than written in figures."""


@dataclass(frozen=True)
class Gold:
    """A mention that has to go, or a place or organisation.

    Parameters
    ----------
    turn, start, end
        Where it stands: turn of the interview, and code points of its text, end exclusive.
    kind
        One of the kinds of mentions, or one with `IN_WORDS`.
    entity
        Whose mention it is: the same within an interview for all mentions of a person.
    origin
        One of `ORIGINS`; "" where it isn't known.
    form
        How it is written.
    """

    turn: int
    start: int
    end: int
    kind: str
    entity: str
    origin: str = ""
    form: str = ""


@dataclass(frozen=True)
class Interview:
    """An interview with gold mentions. `unit` is shared by those that are not independent of each other."""

    name: str
    unit: str
    turns: tuple[Turn, ...]
    gold: tuple[Gold, ...]


def is_held_out(word: str) -> bool:
    """Return whether a name or place belongs to the half that tuning never sees."""
    return hashlib.sha256(word.casefold().encode()).digest()[0] % 2 == 1


@dataclass(frozen=True)
class Person:
    """A drawn person."""

    given: str
    family: str
    middle: str
    origin: str


@dataclass
class Names:
    """Names and places to draw from, of one half; weights are numbers of bearers, or alike."""

    given: dict[tuple[str, str], tuple[list[str], list[float]]]
    family: dict[str, tuple[list[str], list[float]]]
    towns: list[tuple[str, str]]
    streets: list[str]

    @classmethod
    def read(cls, folder: Path, held_out: bool) -> Names:
        """Read the public lists, and keep one half of each.

        Danish names are drawn by their number of bearers, names that are words and minority names
        (after Meldgaard 2005 and others; see the folder's SOURCES.md) alike.
        """
        women = _statistics(folder / "names" / "dst2023_first_names_women_min5.csv")
        men = _statistics(folder / "names" / "dst2023_first_names_men_min5.csv")
        last = _statistics(folder / "names" / "dst2023_last_names_min5.csv")
        minority = {
            part: _column(folder / "names" / f"{part}.csv")
            for part in ("first_names_minority_women", "first_names_minority_men", "last_names_minority")
        }
        with (folder / "names" / "dacy_names.csv").open(encoding="utf-8") as file:
            elsewhere = {
                row["name"].casefold() for row in csv.DictReader(file) if row["ethnicity"] != "danish"
            }
        elsewhere.update(name.casefold() for names in minority.values() for name in names)
        words = set(WORDS.split())

        def listed(counts: dict[str, int], common: bool) -> dict[str, float]:
            kept = {n: c for n, c in counts.items() if n.casefold() not in elsewhere | words and len(n) > 1}
            return {n: c for n, c in kept.items() if (c >= COMMON) == common}

        def also_words(counts: dict[str, int], other: dict[str, int]) -> dict[str, float]:
            return {
                n: 1.0 for n, c in counts.items() if n.casefold() in words and c >= max(50, other.get(n, 0))
            }

        def other_origin(names: Iterable[str]) -> dict[str, float]:
            return {n: 1.0 for n in names if n.casefold() not in words and len(n) > 2}

        def half(weights: dict[str, float]) -> tuple[list[str], list[float]]:
            kept = {n: w for n, w in weights.items() if is_held_out(n) == held_out}
            return list(kept), list(kept.values())

        return cls(
            given={
                ("f", DANISH): half(listed(women, True)),
                ("m", DANISH): half(listed(men, True)),
                ("f", MINORITY): half(other_origin(minority["first_names_minority_women"])),
                ("m", MINORITY): half(other_origin(minority["first_names_minority_men"])),
                ("f", WORD): half(also_words(women, men)),
                ("m", WORD): half(also_words(men, women)),
                ("f", RARE): half(listed(women, False)),
                ("m", RARE): half(listed(men, False)),
            },
            family={
                DANISH: half(listed(last, True)),
                MINORITY: half(other_origin(minority["last_names_minority"])),
                WORD: half(also_words(last, {})),
                RARE: half(listed(last, False)),
            },
            towns=[t for t in _towns(folder) if is_held_out(t[1]) == held_out],
            streets=[s for s in _streets(folder) if is_held_out(s) == held_out],
        )

    def person(self, sex: str, rng: random.Random, taken: set[str]) -> Person:
        """Draw somebody whose given name nobody else has."""
        origin = rng.choices(ORIGINS, SHARES)[0]
        given = next(name for name in self._draws(sex, origin, rng) if name not in taken)
        taken.add(given)
        joint = rng.random()
        if origin != WORD and joint < 0.16:
            second = next(name for name in self._draws(sex, origin, rng) if name not in taken)
            given += ("-" if joint < 0.1 else " ") + second
        family = _draw(self.family[origin], rng)
        if rng.random() < 0.12:
            family += "-" + _draw(self.family[rng.choice(ORIGINS[:2])], rng)
        middle = _draw(self.family[origin], rng) if rng.random() < 0.25 else ""
        return Person(given, family, middle, origin)

    def _draws(self, sex: str, origin: str, rng: random.Random) -> Iterator[str]:
        while True:
            yield _draw(self.given[sex, origin], rng)


def origins(folder: Path) -> dict[str, str]:
    """Return the origin of every listed name, in lower case, as it counts where it is not known otherwise."""
    halves = [Names.read(folder, held_out) for held_out in (False, True)]
    found: dict[str, str] = {}
    for origin in (RARE, DANISH, MINORITY, WORD):
        for names in halves:
            for sex in "fm":
                found |= dict.fromkeys((name.casefold() for name in names.given[sex, origin][0]), origin)
    return found


def _draw(weighed: tuple[list[str], list[float]], rng: random.Random) -> str:
    return rng.choices(*weighed)[0]


def _statistics(file: Path) -> dict[str, int]:
    with file.open(encoding="utf-8") as lines:
        rows = [(row["name"], int(row["count"])) for row in csv.DictReader(lines)]
    return {name.title(): count for name, count in rows if re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)?", name)}


def _column(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").split("\n")[1:]
    return sorted({line.strip() for line in lines if line.strip()})


def _towns(folder: Path) -> list[tuple[str, str]]:
    with (folder / "places" / "postal_codes.csv").open(encoding="utf-8") as lines:
        rows = [(row["code"], row["place"]) for row in csv.DictReader(lines)]
    return [(code, town) for code, town in rows if code >= "1000" and "USF" not in town and code[0] != "0"]


def _streets(folder: Path) -> list[str]:
    lines = (folder / "places" / "street_names.jsonl").read_text(encoding="utf-8").splitlines()
    return [s for s in map(json.loads, lines) if re.fullmatch(r"[A-ZÆØÅ][a-zæøåéü]{3,}( [\wæøåé.]+)*", s)]


# --- how people are named


def misspelt(name: str, rng: random.Random) -> str:
    """Return a name with one letter changed, doubled, dropped or swapped, as slips are."""
    at = rng.randrange(1, len(name))
    letter = name[at]
    alike = {
        "i": "y",
        "y": "i",
        "k": "c",
        "c": "k",
        "e": "æ",
        "æ": "e",
        "o": "å",
        "å": "o",
        "a": "e",
        "u": "o",
    }
    choices = [name[:at] + letter + name[at:]]
    if letter in alike:
        choices = [name[:at] + alike[letter] + name[at + 1 :]]
    elif at + 1 < len(name) and name[at + 1] != letter and name[at + 1].isalpha() and letter.isalpha():
        choices.append(name[:at] + name[at + 1] + letter + name[at + 2 :])
    if len(name) > 4:
        choices.append(name[:at] + name[at + 1 :])
    return rng.choice(choices)


def nickname(name: str) -> str:
    """Return the beginning of a name as it is used for short, with the ending that nicknames take."""
    match = re.match(r"[^aeiouyæøå]*[aeiouyæøå]+[^aeiouyæøå\W]{1,2}", name, re.IGNORECASE)
    short = match[0] if match else name
    return short + ("se" if short[-1] not in "sz" else "ser") if len(short) < len(name) else short + "se"


def _initials(person: Person, rng: random.Random) -> str:
    letters = [re.split(r"[ -]", part)[0][0] for part in (person.given, person.middle, person.family) if part]
    return rng.choice([".".join(letters) + ".", "".join(letters), ". ".join(letters) + "."])


def _broken(name: str, rng: random.Random) -> str:
    """Return a name over a line end: at a space, or after a hyphen of its own."""
    at = rng.choice([place for place, letter in enumerate(name) if letter in " -"])
    return f"{name[:at]}{name[at].strip()}\n{name[at + 1 :]}"


SLIPS = {"": (("_", 0.02), ("~", 0.02)), "+": (("|", 0.15),)}
"""How often a name is written in another way than the template says."""

_FORMS: dict[str, tuple[str, Callable[[Person, random.Random], str]]] = {
    "": ("given name", lambda p, rng: p.given),
    "+": ("full name", lambda p, rng: " ".join(part for part in (p.given, p.middle, p.family) if part)),
    "|": ("over a line end", lambda p, rng: _broken(f"{p.given} {p.family}", rng)),
    "^": ("surname", lambda p, rng: p.family),
    "~": ("misspelt", lambda p, rng: misspelt(p.given, rng)),
    "_": ("lower case", lambda p, rng: p.given.lower()),
    "!": ("capitals", lambda p, rng: p.given.upper()),
    ".": ("initials", _initials),
    "%": ("nickname", lambda p, rng: nickname(p.given)),
}


def genitive(name: str, rng: random.Random) -> str:
    """Return what follows a name in the genitive."""
    if name[-1].casefold() in "sxz":
        return rng.choice(["'", "’"])
    ending = rng.choices(["s", "'s", "’s"], (0.9, 0.07, 0.03))[0]
    return ending.upper() if name.isupper() and len(name) > 1 else ending


# --- numbers: those of the development half are the even ones of each list of ways to write them


def cpr_digits(rng: random.Random) -> str:
    """Return an invented CPR number that fails modulus 11; half have 60 added to the day, as test persons."""
    while True:
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(0, 99)
        digits = f"{day + rng.choice((0, 60)):02}{month:02}{year:02}{rng.randint(0, 9999):04}"
        if sum(w * int(d) for w, d in zip((4, 3, 2, 7, 6, 5, 4, 3, 2, 1), digits, strict=True)) % 11:
            return digits


CPR_WAYS = (
    "{d}{m}{y}-{s}",
    "{d}{m}{y}{s}",
    "{d}{m}{y} {s}",
    "{d} {m} {y} {s}",
    "{d}{m}{y} - {s}",
    "{d}.{m}.{y}-{s}",
    "{d} {m} {y}-{s}",
    "{d}-{m}-{y}-{s}",
    "{d}{m}{y}–{s}",
    "{d}/{m}/{y} {s}",
    "{d}{m}{y}-{t} {u}",
    "{d} {m} {y} {t} {u}",
)
PHONE_WAYS = (
    "{a} {b} {c} {d}",
    "{a}{b}{c}{d}",
    "+45 {a}{b}{c}{d}",
    "+45 {a} {b} {c} {d}",
    "{a}{b} {c}{d}",
    "{a}{b}-{c}{d}",
    "0045 {a}{b}{c}{d}",
    "{a}-{b}-{c}-{d}",
    "(+45) {a}{b} {c}{d}",
    "+45{a}{b}{c}{d}",
    "{a}.{b}.{c}.{d}",
    "+46 70-{a}{e} {b} {c}",
)
EMAIL_WAYS = (
    "{given}.{family}@{house}.dk",
    "{given}{year}@{house}.dk",
    "{first}{family}@{house}.dk",
    "{given}_{family}@{house}.com",
    "{Given}@{House}.dk",
    "{given}-{family}+hus@mail.{house}.org",
)
URL_WAYS = (
    "www.{house}.dk",
    "https://www.{house}.dk/{given}-{family}",
    "facebook.com/{given}.{family}",
    "http://{house}.dk/om?id={year}",
    "linkedin.com/in/{given}{family}",
    "{house}.dk/kontakt",
)
ADDRESS_WAYS = (
    "{street} {n}",
    "{street} {n}, 2. tv.",
    "{street} {n}, st. th.",
    "{street} {n}B",
    "{street} nummer {n}",
    "{street} {n}, 3. sal til højre",
    "{street} {n} A, 1. th",
    "{street} nr. {n}",
    "{street} {n} 4 tv",
)
PLATE_WAYS = ("{A}{B} {p} {q}", "{A}{B}{p}{q}", "{A}{B} {p}{q}", "{A}{B} {p}.{q}")
ACCOUNT_WAYS = (
    "{reg} {account}",
    "{reg}-{account}",
    "reg. {reg} konto {account}",
    "reg.nr. {reg} kontonr. {account}",
    "DK{k} {reg} {a4} {b4} {c2}",
    "DK{k}{reg}{account}",
)
_ONES = """
nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten
nitten
""".split()
_TENS = "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems".split()


def spoken(digits: str) -> str:
    """Return digits as they are said, by twos."""
    pairs = [digits[at : at + 2] for at in range(0, len(digits), 2)]
    return " ".join(_spoken_pair(pair) for pair in pairs)


def _spoken_pair(pair: str) -> str:
    value = int(pair)
    if value < 10:
        return f"nul {_ONES[value]}"
    if value < 20:
        return _ONES[value]
    one = {0: "", 1: "enog"}.get(value % 10, f"{_ONES[value % 10]}og")
    return one + _TENS[value // 10 - 2]


@dataclass
class _Filler:
    names: Names
    rng: random.Random
    held_out: bool
    people: dict[str, Person] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    slips: bool = True

    def person(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = self.names.person(name[0], self.rng, self.taken)
        return self.people[name]

    def form(self, wanted: str) -> str:
        """Return the form wanted, or now and then one that slips in for it."""
        chance = self.rng.random() if self.slips else 1
        for other, share in SLIPS.get(wanted, ()):
            if chance < share:
                return other
            chance -= share
        return wanted

    def way(self, ways: Sequence[str]) -> str:
        return self.rng.choice(ways if self.held_out else ways[::2])

    def number(self, kind: str, owner: str) -> tuple[str, str]:
        """Return kind and text of anything that is no person."""
        return kind, getattr(self, f"_{kind.replace(' ', '_')}")(owner)

    def _digits(self, count: int) -> str:
        return str(self.rng.randint(2, 9)) + "".join(str(self.rng.randint(0, 9)) for _ in range(count - 1))

    def _cpr(self, owner: str) -> str:
        d = cpr_digits(self.rng)
        return self.way(CPR_WAYS).format(d=d[:2], m=d[2:4], y=d[4:6], s=d[6:], t=d[6:8], u=d[8:])

    def _phone(self, owner: str) -> str:
        d = self._digits(8)
        return self.way(PHONE_WAYS).format(a=d[:2], b=d[2:4], c=d[4:6], d=d[6:], e=d[1])

    def _cpr_in_words(self, owner: str) -> str:
        return spoken(cpr_digits(self.rng))

    def _phone_in_words(self, owner: str) -> str:
        return spoken(self._digits(8))

    def _parts(self, owner: str) -> dict[str, str]:
        person = self.person(owner or "f9")
        given, family = (re.sub(r"\W", "", n).lower() for n in (person.given, person.family))
        house = self.rng.choice("huset-paa-hjoernet frivilligt fjordnet postkassen naboskab".split())
        year = str(self.rng.randint(51, 99))
        return {
            "given": given,
            "family": family,
            "first": given[0],
            "year": year,
            "house": house,
            "Given": given.title(),
            "House": house.title(),
        }

    def _email(self, owner: str) -> str:
        return self.way(EMAIL_WAYS).format(**self._parts(owner))

    def _email_in_words(self, owner: str) -> str:
        return "{given} snabel-a {house} punktum dk".format(**self._parts(owner))

    def _url(self, owner: str) -> str:
        return self.way(URL_WAYS).format(**self._parts(owner))

    def _street(self, owner: str) -> str:
        return self.rng.choice(self.names.streets)

    def _address(self, owner: str) -> str:
        return self.way(ADDRESS_WAYS).format(street=self._street(owner), n=self.rng.randint(1, 240))

    def _town(self, owner: str) -> str:
        return re.sub(r" [NSVØKC]{1,2}$", "", self.rng.choice(self.names.towns)[1])

    def _postcode(self, owner: str) -> str:
        return " ".join(self.rng.choice(self.names.towns))

    def _plate(self, owner: str) -> str:
        first, second = self.rng.choices("ABCDEHJKLMNPRSTUVXYZ", k=2)
        d = self._digits(5)
        return self.way(PLATE_WAYS).format(A=first, B=second, p=d[:2], q=d[2:])

    def _account(self, owner: str) -> str:
        d = self._digits(10)
        parts = {"reg": self._digits(4), "account": d, "k": self._digits(2)}
        return self.way(ACCOUNT_WAYS).format(**parts, a4=d[:4], b4=d[4:8], c2=d[8:])


_KINDS = {"town": kinds.PLACE, "street": kinds.PLACE}
_SLOT = re.compile(
    r"\{(?P<who>[fm]\d)(?P<form>[+|^~_!.%]?)(?P<genitive>s?)\}"
    r"|\{(?P<kind>[a-z]+(?: in words)?)(?: (?P<owner>[fm]\d))?\}|(?P<bracket>[\[\]])"
)
_TURN = re.compile(r"^([A-Z]): ", re.MULTILINE)


def fill(template: Template, names: Names, held_out: bool, seed: int, lower: bool = False) -> Interview:
    """Return a template's interview with drawn people and numbers.

    Parameters
    ----------
    names
        What to draw from.
    held_out
        Whether numbers are written in every way, or only in those that tuning may see.
    seed
        Of the draw, together with the template's title.
    lower
        Set everything in lower case, as some dictation does.
    """
    filler = _Filler(names, random.Random(f"{template.title} {seed}"), held_out)
    parts = _TURN.split(template.text.strip())[1:]
    filler.slips = False
    speakers = {"I": "Interviewer"} | template.speakers
    labels = {letter: _render(label, filler, 0)[0] for letter, label in speakers.items()}
    filler.slips = True
    turns, gold = [], []
    for number, (letter, marked) in enumerate(zip(parts[::2], parts[1::2], strict=True)):
        text, found = _render(" ".join(marked.split()), filler, number)
        if lower:
            assert len(text.lower()) == len(text), text
            text = text.lower()
        role = INTERVIEWER if letter == "I" else RESPONDENT
        turns.append(Turn(labels[letter], role, text))
        gold += found
    style = " in lower case" if lower else ""
    return Interview(f"{template.title} {seed}{style}", template.title, tuple(turns), tuple(gold))


def _render(marked: str, filler: _Filler, turn: int) -> tuple[str, list[Gold]]:
    text, gold, opened, last = "", [], 0, 0
    for slot in _SLOT.finditer(marked):
        text += marked[last : slot.start()]
        last = slot.end()
        start = len(text)
        if slot["who"]:
            person = filler.person(slot["who"])
            form, written = _FORMS[filler.form(slot["form"])]
            text += written(person, filler.rng)
            gold.append(Gold(turn, start, len(text), kinds.PERSON, slot["who"], person.origin, form))
            if slot["genitive"]:
                text += genitive(text[start:], filler.rng)
                gold[-1] = Gold(
                    turn, start, gold[-1].end, kinds.PERSON, slot["who"], person.origin, f"{form}, genitive"
                )
        elif slot["kind"]:
            kind, written_out = filler.number(slot["kind"], slot["owner"] or "")
            text += written_out
            gold.append(Gold(turn, start, len(text), _KINDS.get(kind, kind), f"{turn}:{start}"))
        elif slot["bracket"] == "[":
            opened = start
        else:
            gold.append(Gold(turn, opened, start, kinds.ORGANISATION, f"{turn}:{opened}"))
    return text + marked[last:], gold
