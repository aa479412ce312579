"""Addresses: a street and a house number, with floor and side; and postal codes with their place.

House numbers are looked for first, and the words before each judged: by their endings ("Pilevej"), their
capitals, what introduces them ("bor på") and what follows ("3 gange"). A street without a number is a place.
The functions read plain text, as those of `digits` do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from interview_coding.pseudonyms.digits import NUMBER_WORD, UNITS, Found, either
from interview_coding.pseudonyms.lists import given_names, places
from interview_coding.pseudonyms.mentions import ADDRESS, POSTCODE
from interview_coding.pseudonyms.words import form_of

_STREET = re.compile(
    r"(?:(?:vej|gade|stræde|vænge|torv|plads|gyde|passage|esplanade|promenade|boulevard)(?:n|en|et|t|s)?|"
    r"all[eé](?:en)?|(?:sti|toft|vang|park|bakke|brink|skrænt|kaj|smøge|slippe|løkke)(?:n|en)?|"
    r"(?:vænger|tofter|bakker)(?:ne)?)\Z",
    re.I,
)
"""Endings that hardly any word has but a street's name."""
_SHORTENED = re.compile(r"(?:\w{3,}(?:v|vj|g|gd|pl|bvd|blvd)|\w{0,20}aqq)\.\Z", re.I)
_AREA = re.compile(
    r"(?:have|mark|skov|dal|lund|krog|eng|mose|ager|høj|holm|hede|banke|bæk|ås|kær|å|sø|ø|havn|gård|gaard|bro|strand|"
    r"sving|bugt|skel|hegn|led|dige|vold|kant|hjørne|odde|næs|klit|klint|kilde|grav|dam|minde|port|bred|række|"
    r"terrasse|kvarter|hus|bo|by|krat|hule|vig|bjerg|mølle|kobbel|hage|borg|lyst|udsigt|overdrev|bue|kreds|bane)"
    r"(?:n|en|et|t|r|ne|rne|erne|ene|e)?\Z",
    re.I,
)
"""Endings that streets share with places and with other words."""
_BARE = frozenset(
    """vej gade allé alle boulevard stræde vænge torv plads gyde passage sti toft vang park bakke brink kaj
    have mark skov dal lund krog eng mose ager høj holm hede banke bæk ås kær å sø ø havn gård bro
    strand led grav port række kvarter hus bo by vig bane""".split()
)
"""Endings that name a street only behind another word ("Nørre Allé")."""
_NOT_STREETS = re.compile(
    r"(?:(?:motor|hoved|lande|gen|om|ud|til|adgangs|livs|uddannelses|karriere|luft|rejse|under|side|cykel|jern|"
    r"ind|motortrafik)ve(?:j|je|jen|js)|"
    r"\w*(?:arbejds|praktik|lære|lege|bygge|parkerings|institutions|sidde|senge|studie|elev|camping|losse|holde|"
    r"raste|stå|sove|spise|stue|haves?|hjems|pleje|fritids|først?e|anden|tredje|top|uddannelses|børnehave|behandlings|"
    r"kontor|mø?de|job|båd)plads(?:en|er|erne)?|\w*(?:børne|bag|for|køkken|kirke|nyttes?)have(?:n|r)?|"
    r"(?:skate|national|vindmølle|maskin|biltog|vogn)park(?:en)?|\w*(?:skole|bonde|kirke|gårds)gård(?:en)?|"
    r"(?:luft|lystbåde|fiskeri)havn(?:en)?|\w+forening(?:en|er)?|bådbro|bosted|hjemmebane|udebane|skydebane|fodboldbane)\Z",
    re.I,
)
_QUALIFIERS = frozenset(
    """nørre vester øster sønder vestre østre nordre søndre store lille gammel gamle ny nye sankt kong
    dronning prins prinsesse øvre nedre ydre høje lange""".split()
)
_ABBREVIATED = frozenset(
    """gl nr ndr sdr skt sct st ll chr dr prof kgs fr borgm kapt th joh johs vilh ludv hf havef h/f hr kr
    prs pr dron dronn sv vald mich ths dyrl nø""".split()
)
_FUNCTION_WORDS = frozenset(
    """og eller men i på ved er var har havde hvor der som så for fordi når hvis da at lige med til fra nu
    jeg han hun vi de den det du man inde oppe nede ovre ude op ned hos sammen siden mens ligger lå
    hedder hed kan skal vil kunne skulle ville ad over under bag altså ikke også tæt efter før indtil
    samme uden om af jo nok vist ja nej øh øhm hvad hvem herovre derovre hjemme mellem oven bliver blev
    står stod får fik kom kommer bor boede sidder sidste næste dengang allerede stadig igen først sådan
    altid aldrig måske faktisk egentlig længe nemlig selvom imens derfra hen hjem nogle noget bare
    bagefter begge min mit mine din dit sin sit vores jeres deres hans hendes dens dets en et ens os dem
    mig dig sig""".split()
)
_NOT_NAMES = _FUNCTION_WORDS | frozenset(
    """afdeling afd afsnit hal spor fase bølge kapitel uge side sider punkt trin gruppe hold klasse blok
    opgang bygning lokale rum stue etage sal bus buslinje linje linie kanal tv radio corona covid
    windows iphone ipad formel type model niveau modul semester kvartal zone distrikt team skema bilag
    figur tabel artikel paragraf stk nr nummer kl klokken version verdensmål mål delmål agenda vision
    natura interview runde person borger informant respondent interviewer partner deltager familie barn
    case sag sted organisation station skole skala plan år januar februar marts april maj juni juli
    august september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag to tre
    fire fem seks syv otte ni ti omkring cirka ca kun bare næsten mindst højst måske nå her alle mange
    flere hele endnu mod faktisk desuden lov lovforslag forslag beslutningsforslag betænkning spørgsmål
    svar ring rute motorring infrastrukturplan bro tog perron gate dag dage time timer gang gange kroner
    procent plads pladser række bord kasse skab værelse lejlighed dør trappe opgave aktivitet workshop
    møde session indsats projekt partnerskab pulje tema kode kategori dimension del bind udgave level
    lag score karakter hus huset børn personer mere mindre""".split()
)
"""Words that a number may follow without being an address, whatever their capital."""
_OPENERS = frozenset("ved bag under over langs mellem bagved".split())
"""Words that a street's name may begin with ("Ved Åen")."""
_PARTICLES = frozenset("von van la".split())
_LINKS = frozenset("og af de den i på".split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}\Z|[^\W\d_]\Z")
_NUMERAL = re.compile(r"\d{1,2}\.(?:[^\W\d_]\w*)?\Z")
_NAME_WORD = re.compile(r"[^\W\d_][\w'’/.-]*\Z|\d{1,2}\.[^\W\d_][\w'’-]*\Z")
_TOKEN = re.compile(r"[(\"”»«“‘]|[^\s(\"”»«“‘]+")
_SENTENCE_EDGES = '.!?:;…("”»«“‘'
_WINDOW = 90
_MOST_WORDS = 5

_NUMBERED = r",? (?:(?:(?:ovre|inde|nede|oppe|henne) )?i |det er |der er )?(?:hus)?(?:nr\.?|nummer) ?"
_HOUSE = re.compile(
    rf"(?:(?<=[^\W\d])|(?<=\.))(?:(?P<numbered>{_NUMBERED})| )"
    r"(?:(?P<figures>\d{1,3}(?P<range> ?- ?\d{1,3}(?!\d))?(?P<letter>[a-zæøå]| [a-hj-z])?)"
    rf"|(?P<words>{NUMBER_WORD}))(?![\w%°§])(?![.:/]\d|,\d(?!\d{{3}} [^\W\d]))",
    re.I,
)
_FLOOR_WORD = r"(?:første|anden|andre|tredje|fjerde|femte|sjette|syvende|ottende|niende|øverste|nederste)"
_SIDE = (
    r"(?:t\.? ?v\b\.?|t\.? ?h\b\.?|m\.? ?f\b\.?|(?:til |t\. ?)(?:venstre|højre)\b|venstre\b|højre\b|"
    r"midt ?for\b|(?:dør|lejlighed|lejl|værelse|vær|opgang|bolig)\.? (?:nr\.? |nummer )?(?:\d{1,4}|[a-z])\b)"
)
_FLOOR = (
    r"(?:st\b\.?|stuen?\b|stueetagen\b|kld?\b\.?(?=,? ?t)|kælder(?:en)?\b|"
    rf"\d{{1,2}}\.? ?(?:sal|etage)\b|{_FLOOR_WORD} (?:sal|etage)\b)"
)
_TAIL = re.compile(
    rf",? ?(?:på |i )?{_FLOOR}(?:,? ?{_SIDE})?|,? ?\d{{1,2}}\.?,? ?{_SIDE}|,? ?(?:på )?{_FLOOR_WORD} {_SIDE}|"
    rf",? ?{_SIDE}|, ?\d{{1,2}}\.(?= ?(?:\Z|[A-ZÆØÅ,;)]|\d{{4}}))",
    re.I,
)
_POSTCODE_BEHIND = re.compile(r",? (?:DK[ -]?)?\d{4} [A-ZÆØÅ]")
_SENTENCE_END = re.compile(r"\s*(?:[.!]|$)")
_CLEAN = re.compile(
    r" *(?:\Z|[,;:!?)\]\"”»'’…](?!\d)|-(?!\d)|\.(?! ?[\w])|\. ?(?=[A-ZÆØÅ])|\.? ?"
    rf"(?i:{either(_FUNCTION_WORDS)})\b)"
)
_ORDINAL = re.compile(
    r"\.? (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|"
    r"klasse|division|semester|gang|plads|generation|række|kvartal|halvleg)\b",
    re.I,
)
_LIVES = re.compile(
    r"\b(?:bor|boede|boet|bo|bosat|flytte[rdt]?e?|adresse\w*|hedder|hed|hjemme|lejlighed\w*|huset?|ligger|ligge|"
    r"lå|holder til|sidder|gaden?|vejen?|kom forbi|besøg\w*|sendes?|send)\b[^\d.!?]{0,40}\Z",
    re.I,
)
_ADDRESS_IS = re.compile(r"\badresse\w{0,4}(?: er| var|:)\Z", re.I)
_PREPOSITION = re.compile(r"(?:\A|\W)(?:på|i|ved|til|fra|ad|mod|omkring|overfor|bag)\Z", re.I)
_STANDS_AT = re.compile(r"(?:\A|\W)(?:på|i|ved|ad)\Z", re.I)
_ORGANISED = re.compile(
    r"(?:gruppe|center|centret?|skole|forening|råd|kommune|hold|klub|caf[eé]|fond|projekt|kontor|bibliotek|kirke|"
    r"hjem|kors|mission|parti|udvalg|hus|sundhed)(?:n|en|et|t|r|rne|erne|ben)?\Z",
    re.I,
)
"""Endings of organisations, which numbers follow in talk ("i Jobcenteret 12")."""
_POSTBOX = re.compile(r"\b(?:post ?boks|post ?box|p\.o\. box) (?:nr\.? ?|nummer )?\d{1,5}\b", re.I)
_GLUED = re.compile(
    r"\b[A-ZÆØÅ][a-zæøåéü]{2,30}(?:vej|vejen|gade|gaden|allé|alle|stræde|vænget|torv)\d{1,3}[A-Za-z]?\b"
)
_NUMBER_FIRST = re.compile(
    rf"\b(?:nr\.?|nummer) (?:\d{{1,3}} ?[a-z]?|{NUMBER_WORD}) (?:på|i|ad|ved) "
    r"(?P<name>[^\W\d_][\w.'’/-]{0,40}(?: [^\W\d_][\w.'’/-]{0,40}){0,3})",
    re.I,
)
_POSTCODE = re.compile(
    r"(?<![\w.:/+-])(?P<land>dk[- ]?)?(?P<code>\d{4}) "
    r"(?P<town>[^\W\d_][\w'’.-]{0,40}(?: [^\W\d_][\w'’.-]{0,40}){0,3})",
    re.I,
)
_LEADS_TO_TOWN = re.compile(r"(?:,|\d|\bi) ?\Z")
_DISTRICT = re.compile(r" (?:[KVNSØC]|NV|SV|SØ|NØ)\b")
_CODES = range(555, 9991)
_YEARS = range(1900, 2036)
_TOWN_OF_YEARS = "frederiksberg"
"""The only town whose postal codes look like years of our time."""


def find_addresses(plain: str) -> Iterator[Found]:
    """Yield addresses, post boxes, and postal codes with their place, which may overlap.

    Parameters
    ----------
    plain
        The text, with blanks and hyphens made plain.

    Yields
    ------
    Found
        Start, end (exclusive, in code points) and kind.
    """
    for house in _HOUSE.finditer(plain):
        place = _Place(plain, house)
        if place.is_address():
            yield place.start, place.end, ADDRESS
    for match in _NUMBER_FIRST.finditer(plain):
        words = match["name"].split(" ")
        for count in range(len(words), 0, -1):
            name = [word.rstrip(".") for word in words[:count]]
            if _is_street(name):
                yield match.start(), match.start("name") + len(" ".join(words[:count])), ADDRESS
                break
    for match in _GLUED.finditer(plain):
        yield (*match.span(), ADDRESS)
    for match in _POSTBOX.finditer(plain):
        yield (*match.span(), ADDRESS)
    yield from _postcodes(plain)


class _Place:
    """What may be an address: a house number with the words before it and what follows."""

    def __init__(self, plain: str, house: re.Match[str]) -> None:
        self._house = house
        self._words = _words_before(plain, house.start())
        self._name = self._words[_first(self._words) :] if self._words else []
        self.start = self._name[0][0] if self._name else house.start()
        tail = _TAIL.match(plain, house.end())
        self.end = tail.end() if tail else house.end()
        self._has_tail = bool(tail) or _POSTCODE_BEHIND.match(plain, house.end()) is not None
        self._is_clean = _CLEAN.match(plain, self.end) is not None
        self._is_count = not tail and any(p.match(plain, house.end()) for p in (UNITS, _ORDINAL))
        self._ends_sentence = _SENTENCE_END.match(plain, self.end) is not None
        self._before = plain[max(0, self.start - 60) : self.start].rstrip()

    def is_address(self) -> bool:
        """Tell whether the words name a street."""
        name = [word for _, word in self._name]
        if not name or self._is_count:
            return False
        if self._house["words"] and not self._house["numbered"]:
            return self._is_clean and (_is_street(name) or self._lives()) and self._is_named(name)
        return self._is_named(name)

    def _is_named(self, name: Sequence[str]) -> bool:
        last = name[-1].casefold()
        if last in _NOT_NAMES and len(name) == 1:
            return False
        capital = name[0][0].isupper() or name[-1][0].isupper() or name[0][0].isdigit()
        if _is_street(name):
            return capital or self._is_clean or self._has_tail or self._lives()
        if _SHORTENED.match(last):
            return self._is_clean and self._is_led() and capital and last[:-1] not in places()
        if last in _BARE and len(name) == 1:
            return False
        return self._is_capital_name(name) if capital else self._is_lower_name(last)

    def _is_capital_name(self, name: Sequence[str]) -> bool:
        """Tell whether capitalised words that don't end as streets do name one."""
        first, last = name[0].casefold().rstrip("."), name[-1].casefold()
        qualified = len(name) > 1 and (name[-2].endswith("s") or last in _BARE)
        if (
            not name[-1][0].isupper()
            or (len(last) == 1 and last not in _BARE and not self._has_tail)
            or first in _NOT_NAMES - _FUNCTION_WORDS
        ):
            return False
        led = self._lives() or self._has_tail
        if not qualified and (last in _NOT_NAMES or (_NOT_STREETS.match(last) and not led)):
            return False
        if _ADDRESS_IS.search(self._before):
            return True
        if self._has_tail or self._is_all_that_is_said(name):
            return True
        if " ".join(name).casefold() in places() or not (self._is_clean or self._lives()):
            return False
        area = _AREA.search(last) is not None
        if self._house["numbered"]:
            return self._lives() or (self._is_led() and area)
        if any(len(word) > 1 and word.isalpha() and word.isupper() for word in name):
            return False
        if area or first in _OPENERS or self._lives():
            return True
        organised = _ORGANISED.search(last) is not None or (len(name) == 1 and last in given_names())
        return _STANDS_AT.search(self._before) is not None and not organised

    def _is_all_that_is_said(self, name: Sequence[str]) -> bool:
        """Tell whether a name and a number are a sentence of their own, as in an answer, and no person's."""
        alone = not self._before or self._before[-1] in ".!?"
        return alone and self._ends_sentence and (len(name) > 1 or not form_of(name[0]).name)

    def _is_lower_name(self, last: str) -> bool:
        if last in _NOT_NAMES or not self._is_clean:
            return False
        led = self._lives() and _PREPOSITION.search(self._before) is not None
        return led and (last not in places() or self._has_tail)

    def _lives(self) -> bool:
        return _LIVES.search(self._before) is not None

    def _is_led(self) -> bool:
        return _PREPOSITION.search(self._before) is not None or self._lives()


def _is_street(name: Sequence[str]) -> bool:
    """Tell whether words end as streets' names do, and are more than the ending."""
    last, capital = name[-1].casefold(), name[-1][0].isupper()
    if _NOT_STREETS.match(last) and not (capital and len(name) > 1):
        return False
    ending = _STREET.search(last)
    if ending is None or (ending.start() == 1):
        return False
    if ending.start() > 1:
        return capital or ending.group() != "alle" or ending.start() > 3
    if last not in _BARE:
        return capital
    return len(name) > 1 and (capital or not {word.casefold() for word in name[:-1]} & _NOT_NAMES)


def _words_before(plain: str, end: int) -> list[tuple[int, str]]:
    """Return where the words begin that stand right before `end`, and the words, those of a name at most."""
    at = max(0, end - _WINDOW)
    window = plain[at:end]
    if at and not plain[at - 1].isspace():
        window, at = window[len(window.split(" ", 1)[0]) :], at + len(window.split(" ", 1)[0])
    words = [(at + m.start(), m.group()) for m in _TOKEN.finditer(window)][-_MOST_WORDS - 1 :]
    last = words[-1][1] if words and window[-1] != " " else ""
    shortened = not last.endswith(".") or _SHORTENED.match(last)
    return words if _NAME_WORD.match(last) and shortened else []


def _first(words: Sequence[tuple[int, str]]) -> int:
    """Return the first of the words that belongs to the name that ends with the last."""
    at = len(words) - 1
    while at > 0 and (step := _steps_back(words, at)):
        at -= step
    return max(at, 0)


def _steps_back(words: Sequence[tuple[int, str]], at: int) -> int:
    """Return how many words before the one at `at` belong to the same name: none, one, or two with a link."""
    here, before = words[at][1], words[at - 1][1]
    word = before.casefold()
    capital = here[0].isupper()
    if before.endswith("."):
        short = word.rstrip(".") in _ABBREVIATED or _INITIALS.match(before) or _NUMERAL.match(before)
        return 1 if short or (capital and "." in before[:-1]) else 0
    if not _NAME_WORD.match(before):
        return 0
    if before in _PARTICLES and at > 1 and words[at - 2][1][0].isupper():
        return 2
    if before in _LINKS and at > 1 and capital and here.casefold() not in _BARE:
        return (
            2
            if words[at - 2][1][0].isupper() and here.casefold().endswith("s") and at < len(words) - 1
            else 0
        )
    if before[0].isupper():
        earlier = words[at - 2][1] if at > 1 else "."
        within = earlier[-1] not in _SENTENCE_EDGES or _NUMERAL.match(earlier)
        return 1 if word not in _NOT_NAMES or word in _OPENERS | {"hans", "nr"} or within else 0
    if word in _QUALIFIERS or word in _ABBREVIATED:
        return 1
    genitive = word.endswith("s") and word not in _NOT_NAMES and here.casefold() in _BARE
    return 1 if genitive else 0


def _postcodes(plain: str) -> Iterator[Found]:
    for match in _POSTCODE.finditer(plain):
        town = _town(match["town"], capital=match["town"][0].isupper())
        length = len(town) if town else 0
        if not length or not _is_postcode(plain, match, town):
            continue
        end = match.start("town") + length
        district = _DISTRICT.match(plain, end)
        yield match.start(), district.end() if district else end, POSTCODE


def _town(words: str, capital: bool) -> str:
    """Return the words that name a town: the longest known to the lists, else the first in capitals."""
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        town = " ".join(parts[:count]).rstrip(".'’-")
        if town.casefold() in places():
            return town
    if not capital:
        return ""
    first = parts[0].rstrip(".'’-")
    qualified = first.casefold() in _QUALIFIERS | _ABBREVIATED and len(parts) > 1 and parts[1][0].isupper()
    return f"{parts[0]} {parts[1].rstrip('.')}" if qualified else first


def _is_postcode(plain: str, match: re.Match[str], town: str) -> bool:
    code, known = int(match["code"]), town.casefold() in places()
    if code not in _CODES or UNITS.match(plain, match.end("code")):
        return False
    if match["land"]:
        return True
    if code in _YEARS:
        return town.casefold().startswith(_TOWN_OF_YEARS)
    led = _LEADS_TO_TOWN.search(plain[max(0, match.start() - 3) : match.start()]) is not None
    if not town[0].isupper():
        return known and led
    shouted = town.isupper() and len(town) <= 4
    return known or not (shouted or town.casefold() in _NOT_NAMES or (code % 100 == 0 and not led))
