"""Prefect's own server on this machine: started on a free loopback port, ended as a whole process group."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.settings import PREFECT_API_KEY, PREFECT_API_URL, temporary_settings

from tasks.errors import ServerNotStarted
from tasks.prefect_template import copy_template

HOST = "127.0.0.1"
#: A cold start takes 8 to 15 seconds on two cores; the schema is created on the first one.
START_SECONDS = 120.0
STOP_SECONDS = 10.0
DRAIN_SECONDS = 10.0
_POLL_SECONDS = 0.2
#: By default every event of a task run is a transaction of its own, in the way of the next request (SQLite: 503, and
#: the client waits two seconds). Written down in batches, a run costs the server a fifth to a third less.
BATCHES = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "50",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "50",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "2",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "50",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "500",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_FLUSH_INTERVAL": "10",
}


@dataclass
class LocalServer:
    """A private Prefect server: its home, database and log lie in one folder. Use as a context manager."""

    home: Path
    port: int = 0  #: 0: một cổng còn trống
    database: Path | None = None  #: mặc định: prefect.db trong `home`
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False, repr=False)
    _log: IO[bytes] | None = field(default=None, init=False, repr=False)

    @property
    def url(self) -> str:
        """Where the dashboard is."""
        return f"http://{HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        """What `PREFECT_API_URL` must be to use this server."""
        return f"{self.url}/api"

    @property
    def process_id(self) -> int:
        """The server's process, also the number of its process group; 0 when it is not running."""
        return self._process.pid if self._process is not None else 0

    @property
    def database_file(self) -> Path:
        """The server's own SQLite file."""
        return self.database or self.home / "prefect.db"

    @property
    def log_file(self) -> Path:
        """What the server wrote."""
        return self.home / "server.log"

    def start(self) -> None:
        """Start and wait until it answers; raises `ServerNotStarted`."""
        self.home.mkdir(parents=True, exist_ok=True)
        copy_template(self.database_file)
        self.port = self.port or free_port()
        self._log = self.log_file.open("ab")
        command = [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(self.port)]
        self._process = subprocess.Popen(
            command, env=self._environment(), cwd=self.home, stdout=self._log, stderr=self._log, start_new_session=True
        )
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the server and everything it started; does nothing when it is not running."""
        process, self._process = self._process, None
        if process is not None:
            _end_group(process)
        if self._log is not None:
            self._log.close()
            self._log = None

    def __enter__(self) -> LocalServer:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def _environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        return ours | {
            "PREFECT_HOME": str(self.home),
            "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{self.database_file}",
            # On any port but 4200 the pages would still call 4200.
            "PREFECT_SERVER_UI_API_URL": self.api_url,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            **BATCHES,
            "PREFECT_CLI_PROMPT": "false",
            "DO_NOT_TRACK": "1",
        }

    def _wait(self) -> None:
        assert self._process is not None
        opener = build_opener(ProxyHandler({}))
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise ServerNotStarted(f"Máy chủ Prefect dừng ngay khi khởi động; xem {self.log_file}")
            with suppress(URLError, OSError), opener.open(f"{self.api_url}/health", timeout=2) as answer:
                if answer.status == 200:
                    return
            time.sleep(_POLL_SECONDS)
        raise ServerNotStarted(f"Máy chủ Prefect không trả lời sau {START_SECONDS:.0f} giây; xem {self.log_file}")


def free_port() -> int:
    """A loopback port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def use_server(server: LocalServer) -> Iterator[None]:
    """Let this process's flows talk to that server; nothing of the user's own profile is touched.

    Enter it outside an event loop. On leaving, waiting log lines and events are sent: a process whose server is gone
    would hang on them at its end.
    """
    with temporary_settings({PREFECT_API_URL: server.api_url}, restore_defaults={PREFECT_API_KEY}):
        try:
            yield
        finally:
            for worker in (EventsWorker, APILogWorker):
                worker.drain_all(timeout=DRAIN_SECONDS)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """SIGTERM to the whole group (the server starts children), SIGKILL to what does not listen."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(STOP_SECONDS)
