"""Our own Prefect server answers who knows its secret, on this machine, and nobody's web page."""

import json
import os
import socket
import stat
import urllib.error
import urllib.request

import pytest

from flows.errors import SettingsError
from flows.orchestration import server as servers
from flows.orchestration.server import ADDRESS, StartedServer
from flows.orchestration.server_process import SameOrigin
from flows.runtime.flow_start import FlowStart, flow_settings, flow_sources
from flows.runtime.safe_path import users_environment
from flows.settings.load import configure
from tests.flows.test_schedule import headers


def status(url: str, body: object = None, **given: str) -> int:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json", **given})
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.parametrize("path", ["flow_runs/filter", "deployments/filter", "flows/filter", "admin/version"])
def test_without_the_secret_nothing_is_answered(prefect_api, path):
    method = None if path == "admin/version" else {}

    assert status(f"{prefect_api}/{path}", method) == 401
    assert status(f"{prefect_api}/{path}", method, Authorization="Basic ZGF0ZWxpbmU6Z3Vlc3M=") == 401
    assert status(f"{prefect_api}/{path}", method, **headers(prefect_api)) == 200


def test_a_page_of_another_name_or_origin_is_refused_even_with_the_secret(prefect_api):
    url, known = f"{prefect_api}/flow_runs/filter", headers(prefect_api)

    assert status(url, {}, **known, Host="evil.example") == 403
    assert status(url, {}, **known, Host="evil.example:4200") == 403
    assert status(url, {}, **known, Origin="https://evil.example") == 403
    assert status(url, {}, **known, Origin="null") == 403
    assert status(url, {}, **known, Origin=prefect_api.removesuffix("/api")) == 200


def test_its_pages_ask_their_own_server_and_ask_for_the_secret(prefect_api):
    with urllib.request.urlopen(f"{prefect_api.removesuffix('/api')}/ui-settings", timeout=30) as response:
        settings = json.load(response)

    assert (settings["api_url"], settings["auth"]) == (prefect_api, "BASIC")


def test_no_other_origin_is_told_that_it_may_ask(prefect_api):
    request = urllib.request.Request(f"{prefect_api}/health", headers={"Access-Control-Request-Method": "POST"})
    with urllib.request.urlopen(request, timeout=30) as response:
        assert response.headers.get("access-control-allow-origin") != "*"


def test_a_foreign_web_socket_is_closed_before_it_is_accepted():
    sent, inner = [], []

    async def app(scope, receive, send):
        inner.append(scope)

    async def send(message):
        sent.append(message)

    def ask(*headers):
        with pytest.raises(StopIteration):  # the end of a coroutine that waits for nothing
            guarded({"type": "websocket", "headers": list(headers)}, None, send).send(None)

    guarded = SameOrigin(app, 4711)
    for host, origin in ((b"127.0.0.1:4711", b"https://evil.example"), (b"evil.example", None), (b"", None)):
        ask((b"host", host), *([(b"origin", origin)] if origin else []))
    assert ([message["type"] for message in sent], inner) == (["websocket.close"] * 3, [])

    ask((b"host", b"localhost:4711"))
    assert len(inner) == 1


def test_the_address_file_is_its_owners_and_each_server_has_a_secret_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(servers, "_answers", lambda *_: True)
    started = [StartedServer.__new__(StartedServer) for _ in range(2)]
    for one in started:
        one.home, one.log, one._new, one.api_url = tmp_path, tmp_path / "log", False, "http://127.0.0.1:1/api"
        one.secret = servers.new_secret()
    (tmp_path / ADDRESS).write_text("an older one, open to all", encoding="utf-8")
    os.umask(old := os.umask(0))
    try:
        os.umask(0)
        started[0].wait(1, tmp_path / ADDRESS)
    finally:
        os.umask(old)

    assert stat.S_IMODE((tmp_path / ADDRESS).stat().st_mode) == 0o600
    assert (tmp_path / ADDRESS).read_text(encoding="utf-8").split() == ["http://127.0.0.1:1/api", started[0].secret]
    assert started[0].secret != started[1].secret
    assert len(started[0].secret) > 30


def test_a_port_that_another_user_listens_on_is_not_trusted(monkeypatch):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        assert servers.is_ours(port)
        monkeypatch.setattr(os, "getuid", lambda: 54_321)
        if os.geteuid() == 0:
            assert servers.is_ours(port)  # root's own services are this machine's
        else:
            assert not servers.is_ours(port)


START = FlowStart("/srv/news/store", None, {"run.workers": 1}, ("feeds.txt", "https://paper.example/feed.xml"))


def test_a_run_reads_what_the_command_named_or_less_whatever_its_parameters_say(tmp_path):
    settings = configure({}, {"store": tmp_path}).settings

    assert flow_sources(START.environment, settings, []) == START.sources
    assert flow_sources(START.environment, settings, ["feeds.txt"]) == ("feeds.txt",)
    for foreign in ("/etc/passwd", "https://evil.example/feed.xml", "-"):
        with pytest.raises(SettingsError, match="was not given to dateline"):
            flow_sources(START.environment, settings, ["feeds.txt", foreign])


def test_the_store_and_the_settings_are_those_of_the_command_and_no_parameter_names_them():
    pytest.importorskip("prefect")
    from flows.timeline import timeline

    assert set(timeline.parameters.properties) == {"sources"}
    found = flow_settings(START.environment)
    assert (str(found.store), found.run.workers) == ("/srv/news/store", 1)


def test_a_command_of_the_users_own_learns_no_secret(monkeypatch):
    monkeypatch.setenv("PREFECT_API_AUTH_STRING", "name:secret")
    monkeypatch.setenv("DATELINE_FLOW", "{}")

    assert not {"PREFECT_API_AUTH_STRING", "DATELINE_FLOW"} & users_environment().keys()


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 999])
def test_a_damaged_history_of_runs_is_begun_anew(tmp_path, damage):
    started = StartedServer.__new__(StartedServer)
    started.home, started._database, started._ready = tmp_path, tmp_path / "prefect-1.db", tmp_path / "prefect-1.ready"
    started._database.write_bytes(damage)
    started._ready.touch()

    started._drop_damaged()

    assert not started._ready.exists()
    assert not started._database.exists()
