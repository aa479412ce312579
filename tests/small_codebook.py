"""A small codebook of two themes, with every part."""

from pathlib import Path

THEME = """\
id: {theme}
label: {label}
sources: ["2"]
question: indsatser
level: borger
valence: neutral
codes:
"""
CODE = """\
  - id: {theme}.{name}
    label: Koden {name}
    definition: >-
      Hvad koden {name} dækker, fortalt i et par hele sætninger.
    use: Brug koden, når nogen taler om {name}.
    not_use:
      - when: taleren nævner det i forbifarten
    synonyms: [{name}]
    sources: ["2.1"]
    dialogue: [Hvad vil I gøre ved {name}?]
    indicators: ["{name}"]
    exemplars:
{exemplars}
    near_misses:
{near_misses}
"""
WORDS = {
    "cykel": "cyklen cykelsti cykelbud cykelhjelm cykeltur cykelkurv cykelsadel cykelpumpe cykelklub cykel",
    "kage": "kagen kagemand kagefad kagebord lagkage kagedej kagesalg kagekrumme kagegaffel kage",
    "fisk": "fisken fiskestang fiskekutter fiskefilet fiskehandel fisketur fiskesnøre fiskegarn fiskeri fisk",
}


def code(theme: str, name: str) -> str:
    words = WORDS[name].split()
    exemplars = "\n".join(f"      - {_said(word, number)}" for number, word in enumerate(words))
    misses = "\n".join(f"      - text: {_said(word[::-1], 70 + n)}" for n, word in enumerate(words[:3]))
    return CODE.format(theme=theme, name=name, exemplars=exemplars, near_misses=misses)


def _said(word: str, number: int) -> str:
    """Something in which a word stands, and little that it shares with others."""
    return f"{number} {word} {word[2:]}{word[:2]} {number * 7919} {word[3:]}{word}"


def write_small(folder: Path) -> Path:
    """Write a codebook with the codes mad.kage, mad.fisk and tur.cykel, which lint finds clean."""
    folder.mkdir()
    files = {
        "CHANGELOG.md": "# Ændringer\n\n## 1.0.0\n\n- Alt.\n",
        "codebook.yaml": "title: En lille kodebog\nreference: Hansen, H. (2020). En bog.\n",
        "no-code.yaml": "- Goddag og velkommen til\n- Vil du have mere kaffe?\n",
        "mad.yaml": THEME.format(theme="mad", label="Mad") + code("mad", "kage") + code("mad", "fisk"),
        "tur.yaml": THEME.format(theme="tur", label="Ture") + code("tur", "cykel"),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
