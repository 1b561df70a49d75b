# Most people need two commands: `make demo` and `make test`.
# Settings come from the environment: PORT=8001 make demo. .env.example lists them.

PY := .venv/bin/python
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# The tests start Python many times. Compile each module once, even where the environment says not to.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help demo reset test lint bench screenshots wheel lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

demo: ## Set up and serve the demo (PORT, HOST, DATA_DIR, FREEZE)
	@python=$$(scripts/python) && "$$python" -m config.port
	@scripts/with-env sh -c 'exec scripts/setup $${FREEZE:+freeze}'
	@exec $(PY) -m config.command demo

reset: ## Reset the demo court; the server may keep running
	@scripts/setup run
	@$(PY) -m config.command reset

test: lint ## Lint, then run every test (ARGS="-k link -x")
	@CHROMIUM=$$(scripts/browser) && export CHROMIUM && exec $(PY) -m pytest $(ARGS)

lint: ## Check style, types and spelling
	@scripts/setup test
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/codespell

bench: ## Measure speed on this machine
	@scripts/setup bench
	@$(PY) -m benchmarks $(ARGS)

screenshots: ## Take the pictures of the README and the guides
	@scripts/setup test
	@CHROMIUM=$$(scripts/browser) && export CHROMIUM && exec $(PY) -m scripts.screenshots

wheel: ## Build the installable package, for machines without make: dist/*.whl
	@scripts/setup test
	@$(PY) -m build --wheel --no-isolation --outdir dist .

lock: ## Write the lock files (ARGS=--upgrade upgrades all versions)
	@scripts/lock $(ARGS)

clean: ## Delete everything that setup made, but not DATA_DIR
	rm -rf .venv node_modules build dist .pytest_cache .ruff_cache .import_linter_cache .mypy_cache .hypothesis test-results
