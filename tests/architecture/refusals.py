"""Every refusal that the apps define."""

import importlib
import pkgutil

from rehearsals.help.refusals import Refusal
from tests.architecture.names import layers


def all_refusals() -> list[Refusal]:
    """The members of every refusal enum, after importing every module of the apps."""
    for app in layers():
        package = importlib.import_module(app)
        for module in pkgutil.walk_packages(package.__path__, f"{app}."):
            if ".migrations" not in module.name and not module.name.endswith("wsgi"):
                importlib.import_module(module.name)
    kinds = [kind for kind in Refusal.__subclasses__() if kind.__module__.split(".")[0] in layers()]
    return [reason for kind in kinds for reason in kind]
