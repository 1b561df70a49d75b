"""Say whether the demo can have its address before anything slow is done.

Usage: python scripts/port_free.py HOST PORT
Exit status: 0 when free, 1 with plain words on stderr when not.
"""

import errno
import socket
import sys


def trouble(host: str, port: int) -> OSError | None:
    """The reason why nobody can listen on host:port, or None when it is free."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen()
    except OSError as error:
        return error
    return None


def advice(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        free = next((p for p in range(port + 1, 65536) if not trouble(host, p)), None)
        return (
            f"Port {port} is already in use, perhaps by a demo you started before.\n"
            f"Stop that one (Ctrl-C in its window), or take another port: PORT={free} make demo"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for the system. Take another: PORT=8000 make demo"
    return f"Nothing can listen on {host}:{port} ({error.strerror}). Is HOST this machine's own?"


def main(host: str, port: str) -> str | None:
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        return f"PORT must be a number from 1 to 65535, not {port!r}."
    error = trouble(host, int(port))
    return advice(host, int(port), error) if error else None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
