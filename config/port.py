"""Say whether the server can have its address, before anything slow is done.

Uses Python's standard library only. `python -m config.port` checks HOST and PORT: exit status 0 when free,
1 with a message when not.
"""

import errno
import os
import socket
import sys

from config import environment, files


def trouble(host: str, port: int) -> OSError | None:
    """The reason why nobody can listen on host:port, or None when it is free."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as listener:
            if os.name == "posix":  # elsewhere it would let two servers share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()
    except OSError as error:
        return error
    return None


def advice(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        free = next((p for p in range(port + 1, 65536) if not trouble(host, p)), port)
        return (
            f"Port {port} is already in use, perhaps by a demo you started before.\n"
            f"Stop that one (Ctrl-C in its window), or take another port: {demo_on(free)}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for the system. Take another: {demo_on(8000)}"
    return f"Nothing can listen on {host}:{port} ({error.strerror}). Is HOST this machine's own?"


def demo_on(port: int) -> str:
    """The command that starts the demo on another port."""
    return (
        f"nextgen-rehearsal demo --port {port}" if files.IS_INSTALLED else f"PORT={port} make demo"
    )


def problem(host: str, port: str) -> str | None:
    """What keeps a server from listening on host:port, and what to do. None if it can."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        return f"PORT must be a number from 1 to 65535, not {port!r}."
    error = trouble(host, int(port))
    return advice(host, int(port), error) if error else None


def main() -> None:
    """End the program with a message if the server can't have its address."""
    environment.read_settings_file()
    if words := problem(environment.setting("HOST"), environment.setting("PORT")):
        sys.exit(words)


if __name__ == "__main__":
    main()
