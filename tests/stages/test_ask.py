import json
import logging
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from small_codebook import write_small

from interview_coding.codebook import read_codebook
from interview_coding.errors import InputError
from interview_coding.pseudonyms.questions import Question, write_questions
from interview_coding.sheet import Interview
from interview_coding.stages.annotate import annotate, describe_model
from interview_coding.stages.ask import KEY, ask_model
from interview_coding.stages.suggest import suggest_codes, train_engine
from interview_coding.tables import ANSWERS, SUGGESTIONS

TALK = """Interviewer: Hvordan går det?

Anders Andersen: Vi tog toget hjem.

Interviewer: Ja.

Anders Andersen: Der er meget at se til.
"""


class Server(ThreadingHTTPServer):
    """Names one code for what is said of the train, and counts how often it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append(body)
        said = json.loads(body)["messages"][-1]["content"]
        named = (
            [{"quote": "tog toget hjem", "code": "tur.cykel", "confidence": 0.8}] if "toget" in said else []
        )
        content = json.dumps({"suggestions": named})
        answer = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    codebook = read_codebook(write_small(tmp_path / "kodebog"))
    (tmp_path / "a.txt").write_text(TALK, encoding="utf-8")
    describe_model("blank:da", tmp_path / "model.json")
    interview = Interview("f-1", tmp_path / "a.txt", "Fjordby", 1)
    annotate([interview], tmp_path / "model.json", 100, tmp_path, tmp_path / "private")
    (tmp_path / "codebook.json").write_text(codebook.to_json(), encoding="utf-8")
    return tmp_path


def test_what_a_language_model_names_is_suggested_with_its_quote(
    server: Server, batch: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY, "hemmelig")
    monkeypatch.setattr(logging.getLogger("interview_coding"), "propagate", True)
    arguments = (batch, batch / "codebook.json", server.url, "stub", 10.0, batch / "llm", batch / "private")

    ask_model(*arguments, batch / "answers.csv")
    first = (batch / "answers.csv").read_bytes()
    ask_model(*arguments, batch / "answers.csv")

    rows = ANSWERS.read(batch / "answers.csv")
    assert list(rows[["segment_id", "code", "quote"]].itertuples(index=False, name=None)) == [
        ("t002", "tur.cykel", "tog toget hjem"),
        ("t004", "", ""),
    ]
    assert (batch / "answers.csv").read_bytes() == first
    assert len(server.asked) == 2
    assert not any("Andersen" in body or "f-1" in body for body in server.asked)
    assert "TEXT IS SENT: 2 segments to 127.0.0.1" in caplog.text
    assert "hemmelig" not in caplog.text
    assert "toget" not in caplog.text

    train_engine(batch / "codebook.json", batch / "model.json", None, 0.5, "", batch / "engine.npz")
    scores = {}
    for name, answers in (("without", None), ("with", batch / "answers.csv")):
        target = batch / f"{name}.csv"
        suggest_codes(batch, batch / "engine.npz", "3", "", answers, target, batch / "scores.csv")
        suggested = SUGGESTIONS.read(target)
        scores[name] = suggested[(suggested["segment_id"] == "t002") & (suggested["code"] == "tur.cykel")]
    (without,), (heard,) = (scores[name].to_dict("records") for name in ("without", "with"))
    assert heard["score"] > without["score"]
    assert heard["engine"].endswith("+llm")
    assert heard["evidence"].startswith("»tog toget hjem«")


def test_text_with_doubtful_names_goes_to_no_other_machine(batch: Path) -> None:
    write_questions(
        batch / "private", [Question("Storm", {"f-1": 1}), Question("Liv", {"f-2": 1}, (), False, "nej")]
    )
    where = ("https://llm.example.invalid/v1", "stub", 0.1, batch / "llm", batch / "private")

    with pytest.raises(InputError, match="1 word forms that may be names wait") as raised:
        ask_model(batch, batch / "codebook.json", *where, batch / "answers.csv")

    assert "Storm" not in str(raised.value)
