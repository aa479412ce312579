"""Write the demo's transcripts in four formats, as different transcribers would, from tests/demo/gold.

    python tests/demo/build_transcripts.py

The gold interviews are invented; data/demo is what this script makes of them.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from interview_coding.files import repack

GOLD = Path(__file__).parent / "gold"
DEMO = Path(__file__).parents[2] / "data" / "demo"

SECONDS_A_WORD = 0.42
CUE_WORDS = 11

Turns = list[dict[str, Any]]


def main() -> None:
    """Write data/demo/interviews.csv and the transcripts."""
    rows = []
    for file in sorted(GOLD.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        write, ending = WRITERS[gold["interview_id"]]
        name = f"interviews/{gold['interview_id']}.{ending}"
        path = DEMO / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, gold)
        row = {key: gold[key] for key in ("partnership", "wave", "date", "role", "sector")}
        interviewers = "Nanna" if gold["interview_id"] == "lyngholm-02" else ""
        rows.append(
            {
                "interview_id": gold["interview_id"],
                "file": name,
                **row,
                "interviewers": interviewers,
            }
        )
    with (DEMO / "interviews.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def timed(turns: Turns) -> Iterator[tuple[float, float, dict[str, Any]]]:
    """Yield every turn with when it begins and ends, in seconds, at an even pace of speech."""
    now = 4.0
    for turn in turns:
        length = SECONDS_A_WORD * len(turn["text"].split())
        yield now, now + length, turn
        now += length + 0.8


def cues(turns: Turns) -> Iterator[tuple[float, float, str, str, bool]]:
    """Yield subtitle cues of a few words: start, end, speaker, text, whether it begins a turn."""
    for start, _, turn in timed(turns):
        words = turn["text"].split()
        for first in range(0, len(words), CUE_WORDS):
            part = words[first : first + CUE_WORDS]
            begins = start + SECONDS_A_WORD * first
            ends = begins + SECONDS_A_WORD * len(part)
            yield begins, ends, turn["speaker"], " ".join(part), first == 0


def clock(seconds: float, mark: str = ".", thousandths: bool = True) -> str:
    """Return a time as HH:MM:SS, with thousandths behind `mark` if wanted."""
    whole, rest = divmod(round(seconds * 1000), 1000)
    text = f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{text}{mark}{rest:03d}" if thousandths else text


def colon_txt(path: Path, gold: dict[str, Any]) -> None:
    """Write the short labels of a hurried transcriber, in Windows-1252 with CRLF line ends."""
    label = {"Interviewer": "I", "Respondent": "R"}
    lines = [f"{label[turn['speaker']]}: {turn['text']}" for turn in gold["turns"]]
    path.write_bytes("\r\n\r\n".join(lines).encode("cp1252"))


def named_txt(path: Path, gold: dict[str, Any]) -> None:
    """Write first names, with the time before each, and a heading above."""
    label = {"Interviewer": "Nanna", "Respondent": "Preben"}
    lines = [f"Interview, {gold['role']}", ""]
    for start, _, turn in timed(gold["turns"]):
        lines += [
            f"[{clock(start, thousandths=False)}] {label[turn['speaker']]}: {turn['text']}",
            "",
        ]
    path.write_text("\n".join(lines), encoding="utf-8")


def voices_vtt(path: Path, gold: dict[str, Any]) -> None:
    """Write WebVTT with voices, as a video meeting saves it."""
    blocks = ["WEBVTT"]
    for start, end, speaker, text, _ in cues(gold["turns"]):
        blocks.append(f"{clock(start)} --> {clock(end)}\n<v {speaker}>{text}</v>")
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def labels_srt(path: Path, gold: dict[str, Any]) -> None:
    """Write SubRip with a label on the cue that begins a turn."""
    blocks = []
    for number, (start, end, speaker, text, first) in enumerate(cues(gold["turns"]), 1):
        spoken = f"{speaker}: {text}" if first else text
        blocks.append(f"{number}\n{clock(start, ',')} --> {clock(end, ',')}\n{spoken}")
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8-sig")


def bold_docx(path: Path, gold: dict[str, Any]) -> None:
    """Write bold labels before the text; one answer was added later, with changes tracked."""
    document = docx.Document()
    document.add_paragraph("Transskription af interview")
    for number, turn in enumerate(gold["turns"]):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{turn['speaker']}: ").bold = True
        run = paragraph.add_run(turn["text"])
        if number == 7:
            _wrap(run._r, "w:ins", {"w:id": "1", "w:author": "transskribent"})
    _save(document, path)


def table_docx(path: Path, gold: dict[str, Any]) -> None:
    """Write a table of time, speaker and text."""
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Tid", "Taler", "Tekst"), strict=True):
        cell.text = text
    for start, _, turn in timed(gold["turns"]):
        cells = table.add_row().cells
        texts = (clock(start, thousandths=False), turn["speaker"], turn["text"])
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
    _save(document, path)


def headed_docx(path: Path, gold: dict[str, Any]) -> None:
    """Write the speaker in bold on a line of its own; one answer stands in a content control."""
    document = docx.Document()
    for number, (start, _, turn) in enumerate(timed(gold["turns"])):
        speaker = "R1" if turn["speaker"] == "Respondent" else turn["speaker"]
        heading = document.add_paragraph().add_run(f"{speaker}  {clock(start, thousandths=False)}")
        heading.bold = True
        paragraph = document.add_paragraph(turn["text"])
        if number == 11:
            content = _wrap(paragraph._p, "w:sdt", {})
            inner = OxmlElement("w:sdtContent")
            inner.append(paragraph._p)
            content.append(inner)
    _save(document, path)


def _wrap(element: Any, tag: str, attributes: dict[str, str]) -> Any:
    wrapper = OxmlElement(tag)
    for name, value in attributes.items():
        wrapper.set(qn(name), value)
    element.addprevious(wrapper)
    wrapper.append(element)
    return wrapper


def _save(document: Document, path: Path) -> None:
    document.core_properties.author = ""
    document.save(str(path))
    repack(path)


WRITERS = {
    "fjordby-01": (bold_docx, "docx"),
    "fjordby-02": (table_docx, "docx"),
    "fjordby-03": (colon_txt, "txt"),
    "fjordby-04": (voices_vtt, "vtt"),
    "lyngholm-01": (labels_srt, "srt"),
    "lyngholm-02": (named_txt, "txt"),
    "lyngholm-03": (voices_vtt, "vtt"),
    "lyngholm-04": (headed_docx, "docx"),
}

if __name__ == "__main__":
    main()
