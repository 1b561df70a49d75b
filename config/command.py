"""The command `nextgen-rehearsal` of the installed package. `make demo` and `make reset` run it too.

Every management command of the project is a command too, with hyphens: `nextgen-rehearsal staff-password`.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from config import browser, environment, files, port, startup

NAME = "nextgen-rehearsal"
Options = argparse.Namespace


def manage(*arguments: str) -> None:
    """Run a management command. A failure ends the program, after a message, with status 1."""
    import_module("django.core.management").execute_from_command_line(
        [f"{NAME} manage", *arguments]
    )


def demo(options: Options) -> None:
    """Create what is missing, and serve."""
    if problem := port.problem(environment.setting("HOST"), environment.setting("PORT")):
        sys.exit(problem)
    _check_freezegun()
    manage("migrate", "--verbosity", "0")
    manage("demo")
    serve(options)


def serve(options: Options) -> None:
    """Serve until Ctrl+C or another signal. The database must be ready."""
    _check_freezegun()
    if options.open:
        # Another program, which waits for the server (see there). Isolated: no folder of ours on its path.
        subprocess.Popen([sys.executable, "-I", browser.__file__, environment.site_url()])
    sys.stdout.flush()  # what a fork would print again
    import_module("config.server").main()


def _check_freezegun() -> None:
    if environment.setting("FREEZE"):
        try:
            import_module("freezegun")
        except ImportError:
            sys.exit("FREEZE needs one more package: pip install freezegun")


def reset(_: Options) -> None:
    """Put the demo court back to the start; a server may keep running."""
    manage("migrate", "--verbosity", "0")
    manage("demo", "--reset")


def cleanup(_: Options) -> None:
    """Delete what nobody uses any more."""
    manage("daily_cleanup")


def settings(_: Options) -> None:
    """Say where this installation keeps its data, and which settings there are."""
    there = "" if environment.settings_file().is_file() else " (not there yet)"
    print(f"Data folder:   {os.environ['DATA_DIR']}")
    print(f"Settings file: {environment.settings_file()}{there}\n")
    print(files.EXAMPLE.read_text(encoding="utf-8"), end="")


def version(_: Options) -> None:
    print(f"{NAME} {files.version()}")


COMMANDS: dict[str, tuple[Callable[[Options], None], str]] = {
    "demo": (demo, "create what is missing, and serve the demo"),
    "serve": (serve, "serve, without creating anything"),
    "reset": (reset, "put the demo court back to the start"),
    "cleanup": (cleanup, "delete idle rehearsals and expired sessions; run it daily"),
    "settings": (settings, "show the data folder, the settings file and all settings"),
    "version": (version, "show the version"),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=NAME,
        description="Rehearse a federal court's move to NextGen CM/ECF.",
        epilog="More commands: backup, restore, staff-add, staff-list, staff-disable, staff-enable, "
        "staff-password. manage lists all.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (run, about) in COMMANDS.items():
        command = commands.add_parser(name, help=about)
        command.set_defaults(run=run)
        if name in ("demo", "serve"):
            _add_server_options(command)
    commands.add_parser("manage", help="run any management command")
    return parser


def _add_server_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--host", help="the address to listen on (127.0.0.1)")
    command.add_argument("--port", help="the port (8000)")
    command.add_argument("--open", action="store_true", help="open the browser")
    freeze = 'start at a court time: "2020-04-17 14:59:50"'
    command.add_argument("--freeze", metavar="TIME", help=freeze)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line `arguments`, by default the program's own."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with startup.in_one_sentence():
        _run([*(sys.argv[1:] if arguments is None else arguments)])


def _run(words: list[str]) -> None:
    if words and words[0] not in COMMANDS and not words[0].startswith("-"):
        environment.prepare()
        manage(*(words[1:] if words[0] == "manage" else [words[0].replace("-", "_"), *words[1:]]))
        return
    options = _parser().parse_args(words)
    for name in ("host", "port", "freeze"):
        if given := getattr(options, name, None):
            os.environ[name.upper()] = given
    environment.prepare()
    options.run(options)


if __name__ == "__main__":
    main()
