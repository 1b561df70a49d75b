"""The import-linter contract that names kinds of modules instead of modules (pyproject.toml)."""

from grimp import ImportGraph
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.domain import fields
from importlinter.domain.contract import ContractCheck
from importlinter.domain.imports import ModuleExpression


def is_of_kind(module: str, kind: str) -> bool:
    """Whether `module` is called by `kind` at any depth of its app.

    `services`, `reply_services` and `services.accounts` are all of the kind `services`.
    """
    parts = module.split(".")[1:]
    return any(part == kind or part.endswith(f"_{kind}") for part in parts)


class KindsContract(ForbiddenContract):
    """No module of `source_kinds` imports one of `forbidden_kinds`, or one of `forbidden_modules`.

    Only direct imports count.
    """

    type_name = "kinds"

    source_kinds = fields.SetField(subfield=fields.StringField())
    forbidden_kinds = fields.SetField(subfield=fields.StringField())
    source_modules = fields.SetField(subfield=fields.ModuleExpressionField(), required=False)
    forbidden_modules = fields.SetField(subfield=fields.ModuleExpressionField(), required=False)
    allow_indirect_imports = fields.BooleanField(required=False, default=True)
    as_packages = fields.BooleanField(required=False, default=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        self.source_modules = self._of(graph, self.source_kinds)
        self.forbidden_modules = self._of(graph, self.forbidden_kinds) | {
            *(self.forbidden_modules or ())
        }
        return super().check(graph, verbose)

    @staticmethod
    def _of(graph: ImportGraph, kinds: set[str]) -> set[ModuleExpression]:
        return {
            ModuleExpression(module)
            for module in graph.modules
            if "." in module and any(is_of_kind(module, kind) for kind in kinds)
        }
