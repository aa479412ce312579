"""The module talks to a real server of this machine, which misbehaves in all the ways that servers do."""

import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from interview_coding.codebook import Codebook, NotUse
from interview_coding.engines import llm
from interview_coding.engines.llm import Answer, Endpoint, Question, Usage, ask, check
from interview_coding.errors import InputError

TEXT = "Så bager jeg en kage til mødet, og vi cykler hjem."
CYCLE = Question("ivan-1", "t007", TEXT, "Hvad gør I så?")
CAKE = {"quote": "bager jeg en kage", "code": "tema.kage", "confidence": 0.9}
BIKE = {"quote": "vi cykler hjem", "code": "tema.cykel", "confidence": 0.5}
KEY = "hemmelig-noegle"


class Stub(ThreadingHTTPServer):
    """Answers requests by a script, its last step again and again, and keeps what it was sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: list[Callable[[_Handler], None]] = [says(CAKE)]
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.over = Event()

    @property
    def endpoint(self) -> Endpoint:
        return Endpoint(f"http://127.0.0.1:{self.server_port}/v1", "stub", KEY)

    @property
    def segments(self) -> list[str]:
        return [body["messages"][1]["content"] for body in self.bodies]


class _Handler(BaseHTTPRequestHandler):
    server: Stub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.bodies.append(json.loads(body))
        self.server.headers.append(dict(self.headers))
        self.server.paths.append(self.path)
        script = self.server.script
        (script.pop(0) if len(script) > 1 else script[0])(self)

    def respond(self, status: int, body: str, **headers: str) -> None:
        data = body.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


Step = Callable[[_Handler], None]


def writes(content: object, prompt_tokens: int = 1000) -> Step:
    body = {
        "choices": [{"message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": prompt_tokens, "completion_tokens": 20},
    }
    return lambda handler: handler.respond(200, json.dumps(body))


def says(*suggestions: dict[str, Any]) -> Step:
    return writes(json.dumps({"suggestions": suggestions}))


def status(code: int, body: str = "{}", **headers: str) -> Step:
    return lambda handler: handler.respond(code, body, **headers)


def hangs(handler: _Handler) -> None:
    handler.server.over.wait(5)


def closes(handler: _Handler) -> None:
    handler.close_connection = True


def breaks_off(handler: _Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')


def serve() -> Iterator[Stub]:
    stub = Stub()
    thread = Thread(target=stub.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield stub
    stub.over.set()
    stub.shutdown()
    stub.server_close()
    thread.join()


@pytest.fixture
def stub() -> Iterator[Stub]:
    yield from serve()


@pytest.fixture
def elsewhere() -> Iterator[Stub]:
    yield from serve()


class Asks:
    """Asks the stub, with a cache of its own, and keeps how long it was to sleep."""

    def __init__(self, stub: Stub, codebook: Codebook, cache: Path) -> None:
        self.stub, self.codebook, self.cache = stub, codebook, cache
        self.slept: list[float] = []

    def __call__(self, *questions: Question, timeout: float = 5.0) -> tuple[list[Answer], Usage]:
        asked = questions or (CYCLE,)
        return ask(asked, self.codebook, self.stub.endpoint, self.cache, self.slept.append, timeout)


@pytest.fixture
def asks(stub: Stub, tiny: Codebook, tmp_path: Path) -> Asks:
    return Asks(stub, tiny, tmp_path / "cache")


def questions(count: int) -> list[Question]:
    return [Question("ivan-1", f"t{n:03}", f"{TEXT} Det var gang {n}.") for n in range(count)]


def counts(usage: Usage) -> tuple[int, int, int, int]:
    return usage.asked, usage.cached, usage.failed, usage.dropped


def test_a_good_answer_becomes_answers_in_its_order(stub: Stub, asks: Asks) -> None:
    stub.script = [says(CAKE, BIKE)]

    answers, usage = asks()

    assert answers == [
        Answer("ivan-1", "t007", "tema.kage", "bager jeg en kage", 0.9),
        Answer("ivan-1", "t007", "tema.cykel", "vi cykler hjem", 0.5),
    ]
    assert counts(usage) == (1, 0, 0, 0)
    assert (usage.prompt_tokens, usage.completion_tokens) == (1000, 20)
    assert asks.slept == []


def test_no_code_is_an_answer(stub: Stub, asks: Asks) -> None:
    stub.script = [says()]

    assert asks()[0] == []
    assert counts(asks()[1]) == (0, 1, 0, 0)


def test_only_question_and_answer_are_sent(stub: Stub, asks: Asks) -> None:
    asks(CYCLE, Question("ivan-1", "t008", "Vi fisker."))

    (body, bare), (headers, _) = stub.bodies, stub.headers
    assert set(body) == {"model", "messages", "temperature", "seed", "response_format"}
    assert (body["model"], body["temperature"], body["seed"]) == ("stub", 0, 0)
    assert stub.paths[0] == "/v1/chat/completions"
    assert [set(message) for message in body["messages"]] == [{"role", "content"}] * 2
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["messages"][1]["content"] == f"Spørgsmål: Hvad gør I så?\n\nSvar: {TEXT}"
    assert bare["messages"][1]["content"] == "Svar: Vi fisker."
    assert bare["messages"][0] == body["messages"][0]
    assert not any(word in json.dumps([body, headers]) for word in ("ivan-1", "t007"))
    assert TEXT not in body["messages"][0]["content"]


def test_the_key_goes_into_its_header_only(stub: Stub, asks: Asks, tmp_path: Path) -> None:
    asks()

    (headers,) = stub.headers
    assert headers.pop("Authorization") == f"Bearer {KEY}"
    assert KEY not in json.dumps([headers, stub.bodies, stub.paths])
    assert KEY not in repr(stub.endpoint)
    assert not any(KEY in file.read_text() for file in tmp_path.rglob("*.json"))


def test_without_a_key_no_header_is_sent_even_where_netrc_has_one(
    stub: Stub, asks: Asks, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))

    ask([CYCLE], asks.codebook, replace(stub.endpoint, key=""), asks.cache)

    assert "Authorization" not in stub.headers[0]


def test_proxies_of_the_environment_are_not_used(
    stub: Stub, asks: Asks, elsewhere: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{elsewhere.server_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)

    assert len(asks()[0]) == 1
    assert elsewhere.bodies == []


def test_the_codebook_is_sent_compact(stub: Stub, asks: Asks) -> None:
    theme = asks.codebook.themes[0]
    limits = (NotUse("kagen er købt", "tema.fisk"), NotUse("det er brød"))
    baked = replace(theme.codes[1], use="Brug koden, når nogen bager.", not_use=limits)
    asks.codebook = replace(
        asks.codebook, themes=(replace(theme, codes=(theme.codes[0], baked, theme.codes[2])),)
    )

    asks()

    task = stub.bodies[0]["messages"][0]["content"]
    assert task.startswith(llm.TASK)
    assert (
        "\n\ntema.kage: Kage\nNogen taler om kage.\nBrug koden, når nogen bager.\n"
        "Brug den ikke, når kagen er købt (brug så tema.fisk)\nBrug den ikke, når det er brød\n\n"
    ) in task
    assert "Jeg cykler til mødet" not in task
    assert "højst fem koder" in task
    assert llm.MOST_CODES == 5
    form = stub.bodies[0]["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    items = form["json_schema"]["schema"]["properties"]["suggestions"]["items"]
    assert items["properties"]["code"]["enum"] == ["tema.cykel", "tema.kage", "tema.fisk"]
    assert set(items["required"]) == {"quote", "code", "confidence"}


def test_a_second_run_asks_nothing_and_gives_equal_answers(stub: Stub, asks: Asks) -> None:
    stub.script = [says(CAKE, {**BIKE, "quote": "vi flyver hjem"}), says(BIKE)]
    first, _ = asks(*questions(3))

    stub.script = [status(500)]
    again, usage = asks(*questions(3))

    assert again == first
    assert len(stub.bodies) == 3
    assert counts(usage) == (0, 3, 0, 1)
    assert (usage.prompt_tokens, usage.completion_tokens) == (0, 0)


def test_the_cache_holds_answers_and_tokens_by_content(stub: Stub, asks: Asks, tiny: Codebook) -> None:
    asks()

    (file,) = asks.cache.rglob("*.*")
    assert file.parent.name == file.name[:2]
    assert len(file.stem) == 64
    held = json.loads(file.read_text())
    assert set(held) == {"answer", "prompt_tokens", "completion_tokens"}
    assert json.loads(held["answer"]) == {"suggestions": [CAKE]}

    asks(replace(CYCLE, interview_id="b", segment_id="t001"))
    ask(
        [CYCLE],
        tiny,
        replace(stub.endpoint, url=stub.endpoint.url.replace("127.0.0.1", "localhost")),
        asks.cache,
    )
    assert len(stub.bodies) == 1
    asks(replace(CYCLE, question=""))
    ask([CYCLE], tiny, replace(stub.endpoint, model="other"), asks.cache)
    ask(
        [CYCLE],
        replace(tiny, themes=(replace(tiny.themes[0], codes=tiny.themes[0].codes[:2]),)),
        stub.endpoint,
        asks.cache,
    )
    assert len(stub.bodies) == 4


@pytest.mark.parametrize(("name", "value"), [("VERSION", "2"), ("MOST_CODES", 4), ("TASK", "Kod svaret.")])
def test_another_way_of_asking_asks_anew(
    stub: Stub, asks: Asks, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    asks()
    monkeypatch.setattr(llm, name, value)

    assert counts(asks()[1]) == (1, 0, 0, 0)


@pytest.mark.parametrize("broken", ["", "{}", "[]", "null", '{"answer": 1}', '{"answer": "no"}', "\\ud800"])
def test_a_broken_file_of_the_cache_is_asked_for_anew(stub: Stub, asks: Asks, broken: str) -> None:
    first, _ = asks()
    (file,) = asks.cache.rglob("*.json")
    whole = file.read_bytes()
    file.write_text(broken)

    again, usage = asks()

    assert (again, usage.asked) == (first, 1)
    assert file.read_bytes() == whole


@pytest.mark.parametrize("frame", ["```json\n{}\n```", "```\n{}```", " \n{}\n"])
def test_fences_around_the_answer_are_taken_off(stub: Stub, asks: Asks, frame: str) -> None:
    stub.script = [writes(frame.replace("{}", json.dumps({"suggestions": [CAKE]})))]

    assert len(asks()[0]) == 1
    assert len(stub.bodies) == 1


BAD = {
    "no JSON": writes("Det handler om kage."),
    "half": writes('{"suggestions": [{"quote": "bager'),
    "no content": writes(None),
    "list": writes("[]"),
    "other key": writes('{"codes": []}'),
    "no quote": says({"code": "tema.kage", "confidence": 1}),
    "more keys": says({**CAKE, "why": "derfor"}),
    "too sure": says({**CAKE, "confidence": 90}),
    "no number": writes('{"suggestions": [{"quote": "en kage", "code": "tema.kage", "confidence": NaN}]}'),
    "true": says({**CAKE, "confidence": True}),
    "deep": writes("[" * 100_000),
    "page": status(200, "<html>"),
    "null": status(200, "null"),
    "text": status(200, '"choices"'),
    "no choice": status(200, '{"choices": [], "usage": 3}'),
    "error": status(200, '{"error": {"message": "bager jeg en kage"}}'),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_answer_is_asked_for_once_more(stub: Stub, asks: Asks, bad: Step) -> None:
    stub.script = [bad, says(CAKE)]

    answers, usage = asks()

    assert [answer.code for answer in answers] == ["tema.kage"]
    assert counts(usage) == (1, 0, 0, 0)
    assert stub.bodies[0] == stub.bodies[1]
    assert asks.slept == []


def test_a_segment_with_bad_answers_has_none_and_is_asked_next_time(stub: Stub, asks: Asks) -> None:
    stub.script = [says(CAKE), BAD["half"], BAD["list"], says(BIKE)]

    answers, usage = asks(*questions(3))

    assert [(answer.segment_id, answer.code) for answer in answers] == [
        ("t000", "tema.kage"),
        ("t002", "tema.cykel"),
    ]
    assert counts(usage) == (3, 0, 1, 0)
    assert usage.prompt_tokens == 4000

    stub.script = [BAD["half"]]
    again, usage = asks(*questions(3))
    assert (again, counts(usage)) == (answers, (1, 2, 1, 0))


def test_only_words_of_the_segment_and_codes_of_the_codebook_stay(stub: Stub, asks: Asks) -> None:
    stub.script = [
        says(
            {**CAKE, "quote": "bager jeg to kager"},
            {**CAKE, "code": "tema.is"},
            {**CAKE, "code": "tema.kage\ud800"},
            {**BIKE, "quote": "Hvad gør I så?"},
            CAKE,
            {**BIKE, "code": "tema.kage"},
            BIKE,
        )
    ]

    answers, usage = asks()

    assert [(answer.code, answer.quote) for answer in answers] == [
        ("tema.kage", "bager jeg en kage"),
        ("tema.cykel", "vi cykler hjem"),
    ]
    assert usage.dropped == 4


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("BAGER  jeg\nen Kage", "bager jeg en kage"),
        ("»vi cykler hjem …«", "vi cykler hjem"),
        ('"mødet, og vi"', "mødet, og vi"),
        ("mødet og vi", ""),
        ("ager jeg en kage", ""),
        ("bager jeg en k", ""),
        ("cykler", ""),
        ("kage", ""),
        (TEXT, TEXT.rstrip(".")),
        ("", ""),
        (" … ", ""),
        (".*", ""),
        ("bager .* kage", ""),
    ],
)
def test_a_quote_must_stand_in_the_segment(quote: str, found: str) -> None:
    assert llm._quoted(quote, TEXT) == found


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("Ja", "Ja.", "Ja"),
        ("nej", "Ja.", ""),
        ("samarbejdet", "Det er samarbejdet.", "samarbejdet"),
        ("8", "8", "8"),
        ("", "!", ""),
        ("en  kage", "Vi fik en\nkage.", "en\nkage"),
        ("blå a\u030al", "En BLÅ ÅL.", "BLÅ ÅL"),
    ],
)
def test_a_short_quote_is_enough_where_it_is_long_or_the_segment_is_short(
    quote: str, text: str, found: str
) -> None:
    assert llm._quoted(quote, text) == found


def test_more_than_five_codes_are_cut(stub: Stub, asks: Asks) -> None:
    theme = asks.codebook.themes[0]
    codes = tuple(replace(theme.codes[0], id=f"tema.k{n}") for n in range(7))
    asks.codebook = replace(asks.codebook, themes=(replace(theme, codes=codes),))
    stub.script = [says(*({**CAKE, "code": code.id} for code in codes))]

    answers, usage = asks()

    assert [answer.code for answer in answers] == [code.id for code in codes[:5]]
    assert usage.dropped == 2


@pytest.mark.parametrize(
    ("header", "wait"), [("7", 7), ("0", 0), ("9999", 60), ("Wed, 21 Oct 2026 07:28:00 GMT", 1), ("-3", 1)]
)
def test_a_busy_server_says_when_to_come_again(stub: Stub, asks: Asks, header: str, wait: int) -> None:
    stub.script = [status(429, Retry_After=header), says(CAKE)]

    assert len(asks()[0]) == 1
    assert asks.slept == [wait]


@pytest.mark.parametrize("trouble", [status(500), status(503), status(429), closes, breaks_off])
def test_trouble_that_passes_is_waited_for(stub: Stub, asks: Asks, trouble: Step) -> None:
    stub.script = [trouble, trouble, trouble, says(CAKE)]

    answers, usage = asks()

    assert len(answers) == 1
    assert counts(usage) == (1, 0, 0, 0)
    assert asks.slept == [1, 2, 4]


def test_a_server_that_hangs_is_left_and_asked_again(stub: Stub, asks: Asks) -> None:
    stub.script = [hangs, says(CAKE)]

    assert len(asks(timeout=0.2)[0]) == 1
    assert asks.slept == [1]


def test_trouble_that_stays_costs_a_segment_its_answer(stub: Stub, asks: Asks) -> None:
    stub.script = [says(CAKE), *[status(500)] * 4, says(CAKE)]

    answers, usage = asks(*questions(3))

    assert [answer.segment_id for answer in answers] == ["t000", "t002"]
    assert counts(usage) == (3, 0, 1, 0)


@pytest.mark.parametrize("code", [400, 422])
def test_a_server_without_schemas_is_asked_for_any_json_from_then_on(
    stub: Stub, asks: Asks, code: int
) -> None:
    stub.script = [status(code), says(CAKE)]

    answers, usage = asks(*questions(3))

    assert len(answers) == 3
    assert counts(usage) == (3, 0, 0, 0)
    forms = [body["response_format"]["type"] for body in stub.bodies]
    assert forms == ["json_schema", *["json_object"] * 3]
    assert "JSON" in stub.bodies[1]["messages"][0]["content"]


def test_a_request_that_is_refused_for_itself_changes_nothing_for_the_next(stub: Stub, asks: Asks) -> None:
    stub.script = [status(400), status(400), says(CAKE)]

    answers, usage = asks(*questions(2))

    assert [answer.segment_id for answer in answers] == ["t001"]
    assert counts(usage) == (2, 0, 1, 0)
    assert stub.bodies[2]["response_format"]["type"] == "json_schema"
    assert asks.slept == []


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_redirects_are_not_followed(stub: Stub, asks: Asks, elsewhere: Stub, code: int) -> None:
    stub.script = [status(code, Location=f"http://localhost:{elsewhere.server_port}/v1/chat/completions")]

    with pytest.raises(InputError, match=f"HTTP status {code}"):
        asks()

    assert elsewhere.bodies == []
    assert len(stub.bodies) == 1


HOPELESS = {
    "errors": (status(500, TEXT), "HTTP status 500"),
    "unknown model": (status(404, TEXT), "HTTP status 404"),
    "no such key": (status(401, TEXT), "HTTP status 401"),
    "refused": (status(400, TEXT), "HTTP status 400"),
    "bad JSON": (writes(TEXT), "what came was not the JSON asked for"),
    "closes": (closes, "ConnectionError"),
    "hangs": (hangs, "ReadTimeout"),
}


@pytest.mark.parametrize(("step", "why"), HOPELESS.values(), ids=HOPELESS)
def test_a_run_in_which_all_fails_ends_with_a_remedy_and_no_text(
    stub: Stub, asks: Asks, step: Step, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    stub.script = [step]

    with caplog.at_level(logging.DEBUG), pytest.raises(InputError) as raised:
        asks(*questions(2), timeout=0.1)

    said = str(raised.value) + caplog.text
    assert f"LLM 127.0.0.1:{stub.server_port}: model stub gives no answer ({why}" in said
    assert "See that the server runs" in said
    assert not any(word in said for word in ("kage", "Hvad gør", KEY, "ivan-1"))
    error = raised.value
    assert error.__cause__ is None
    assert error.__context__ is None
    assert list(asks.cache.rglob("*.*")) == []


def test_a_server_that_is_not_there_is_not_waited_for_by_every_segment(asks: Asks, stub: Stub) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        endpoint = Endpoint(f"http://127.0.0.1:{unused.getsockname()[1]}/v1", "stub")

        with pytest.raises(InputError, match="ConnectionError"):
            ask(questions(100), asks.codebook, endpoint, asks.cache, asks.slept.append)

    assert asks.slept == [1, 2, 4] * llm.PATIENCE


def test_a_server_that_falls_silent_ends_the_run_and_what_was_answered_is_kept(
    stub: Stub, asks: Asks
) -> None:
    stub.script = [says(CAKE), says(CAKE), status(404)]

    with pytest.raises(InputError, match="what was answered is kept"):
        asks(*questions(100))

    assert len(stub.bodies) == 2 + llm.PATIENCE
    stub.script = [says(CAKE)]
    assert counts(asks(*questions(10))[1]) == (8, 2, 0, 0)


def test_trouble_between_answers_does_not_end_the_run(stub: Stub, asks: Asks) -> None:
    stub.script = [says(CAKE), *([status(404)] * 4 + [says(CAKE)]) * 2]

    answers, usage = asks(*questions(11))

    assert len(answers) == 3
    assert counts(usage) == (11, 0, 8, 0)


def test_new_segments_that_a_silent_server_all_lacks_end_the_run_beside_cached_ones(
    stub: Stub, asks: Asks
) -> None:
    asks(*questions(2))
    stub.script = [status(500)]

    with pytest.raises(InputError, match="HTTP status 500"):
        asks(*questions(3))


def test_a_prompt_that_the_server_cut_is_no_answer(stub: Stub, asks: Asks) -> None:
    stub.script = [writes('{"suggestions": []}', prompt_tokens=50)]

    with pytest.raises(InputError, match=r"only 50 tokens were read of at least \d+.*OLLAMA_CONTEXT_LENGTH"):
        asks()

    assert list(asks.cache.rglob("*.*")) == []


def test_a_server_that_counts_no_tokens_is_believed(stub: Stub, asks: Asks) -> None:
    answer = {"choices": [{"message": {"content": json.dumps({"suggestions": [CAKE]})}}]}
    stub.script = [
        status(200, json.dumps(answer)),
        status(200, json.dumps({**answer, "usage": {"prompt_tokens": None, "completion_tokens": "few"}})),
    ]

    answers, usage = asks(*questions(2))

    assert len(answers) == 2
    assert (usage.prompt_tokens, usage.completion_tokens) == (0, 0)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:11434/v1",
        "http://LOCALHOST/v1/",
        "https://127.0.0.1",
        "http://127.4.5.6:80/v1",
        "http://[::1]:8080/v1",
    ],
)
def test_models_on_this_machine_are_known(url: str) -> None:
    endpoint = Endpoint(url, "qwen3:8b")

    assert endpoint.stays_here
    check(endpoint)


ELSEWHERE = [
    "https://api.openai.com/v1",
    "http://192.168.1.20:11434/v1",
    "http://10.0.0.1/v1",
    "http://0.0.0.0/v1",
    "http://127.0.0.1.example.com/v1",
    "http://localhost.example.com/v1",
    "http://localhost.:80/v1",
    "http://2130706433/v1",
    "http://0127.0.0.1/v1",
    "http://[2001:db8::1]/v1",
]
UNUSABLE = [
    "",
    "localhost:11434",
    "ftp://localhost/v1",
    "file:///etc/passwd",
    "http://",
    "http:///v1",
    "http://example.com\\@localhost/v1",
    "http://localhost@example.com/v1",
    "http://me:secret@localhost/v1",
    "http://localhost/v1?to=example.com",
    "http://localhost/v1#there",
    "http://localhost\n/v1",
    "http://local host/v1",
    " http://localhost/v1",
    "http://ｌocalhost/v1",
]


@pytest.mark.parametrize("url", UNUSABLE)
def test_other_addresses_are_refused_without_a_connection(
    url: str, tiny: Codebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*_: object, **__: object) -> None:
        raise AssertionError("a connection was made")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, connect)

    with pytest.raises(InputError) as raised:
        ask([CYCLE], tiny, Endpoint(url, "m", KEY), tmp_path)

    said = str(raised.value)
    assert "http://localhost:11434/v1" in said
    assert "secret" not in said
    assert KEY not in said


@pytest.mark.parametrize("url", [*ELSEWHERE, *UNUSABLE])
def test_text_stays_here_only_where_the_address_is_this_machines(url: str) -> None:
    assert not Endpoint(url, "m").stays_here


@pytest.mark.parametrize("model", ["gpt-oss:120b-cloud", "minimax-m2:cloud", "Kimi-K2:1t-CLOUD"])
def test_a_cloud_model_of_a_server_here_sends_text_elsewhere(model: str) -> None:
    assert not Endpoint("http://localhost:11434/v1", model).stays_here


@pytest.mark.parametrize(
    ("model", "key"), [("", ""), (" ", ""), ("m", "to ord"), ("m", "a\r\nX: b"), ("m", "nøgle")]
)
def test_what_cannot_be_sent_is_refused_and_the_key_not_shown(model: str, key: str) -> None:
    with pytest.raises(InputError) as raised:
        check(Endpoint("http://localhost/v1", model, key))

    assert not key or key not in str(raised.value)


def test_no_questions_need_no_server(tiny: Codebook, tmp_path: Path) -> None:
    answers, usage = ask([], tiny, Endpoint("http://localhost:1/v1", "m"), tmp_path)

    assert (answers, counts(usage)) == ([], (0, 0, 0, 0))


def test_the_log_line_says_what_was_sent_where() -> None:
    usage = Usage(120, 30, 2, 5, 12345, 678, 93.4)

    assert usage.told(Endpoint("http://localhost:11434/v1", "qwen3:8b", KEY)) == (
        "LLM: 120 segments were sent to localhost:11434 (model qwen3:8b), 30 answered from the cache, "
        "2 failed, 5 suggestions dropped (quote not in the segment, unknown code, or more than 5); "
        "12,345 + 678 tokens in 93 s."
    )


def test_the_seconds_are_counted(asks: Asks) -> None:
    start = time.monotonic()
    _, usage = asks()

    assert 0 < usage.seconds <= time.monotonic() - start
