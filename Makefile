# Set up once, then run or test. On Windows: see docs/vejledning.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-all lint clean

run: $(VENV)/ready-to-run  ## Set up and run the workflow on the project of config.yaml
	PATH="$(CURDIR)/$(BIN):$$PATH" snakemake

test: $(VENV)/ready-to-test  ## Set up and pass all tests that need nothing but Python
	PATH="$(CURDIR)/$(BIN):$$PATH" pytest -n auto -m "not office" \
	    --cov --cov-report=term --cov-report=term-missing:skip-covered

test-all: test lint  ## The same, the linters, and the tests that need LibreOffice
	PATH="$(CURDIR)/$(BIN):$$PATH" pytest -m office

lint: $(VENV)/ready-to-test  ## Linters and the type checker
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/snakefmt --check Snakefile workflow/rules
	$(BIN)/mypy
	PATH="$(CURDIR)/$(BIN):$$PATH" snakemake --lint

$(VENV)/ready-to-run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	    || { echo "Python 3.11, 3.12 or 3.13 is needed; name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/ready-to-test: $(VENV)/ready-to-run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

clean:  ## Remove the environment, not your data or results
	rm -rf $(VENV)
