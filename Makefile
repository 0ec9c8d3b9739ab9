# One word each: install, demo, test, check, lock, clean. See CONTRIBUTING.md.
PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3))
VENV := .venv
RUN := $(VENV)/bin
PIP := $(RUN)/python -m pip install --disable-pip-version-check --quiet
COMPILE := $(RUN)/pip-compile --quiet --no-header --no-annotate --strip-extras --generate-hashes --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
TEST_GROUP := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["test"], sep="\n")
WORKERS ?= 2
ARGS ?=

.DELETE_ON_ERROR:
.PHONY: install demo test install-test check lock clean

## the program alone, from the lock
install: $(VENV)/.installed

## a province's year in a few minutes; results in out/
demo: install
	$(RUN)/python -m cli demo $(ARGS)

## everything a change must pass
test: install-test
	scripts/debian-packages
	$(MAKE) check
	$(RUN)/python -m pytest -q -n $(WORKERS) --dist worksteal $(ARGS)

install-test: $(VENV)/.installed-test

## form, types and arrows
check: install-test
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/pyright
	$(RUN)/lint-imports --no-logo

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] < (3, 13) else "Python 3.11 or 3.12 is needed: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	$(RUN)/python -m tasks.prefect_template
	touch $@

$(VENV)/.installed-test: requirements-test.lock $(VENV)/.installed
	$(PIP) --require-hashes -r requirements-test.lock
	touch $@

## newer versions within pyproject.toml's bounds: delete the locks first; else only what is missing
lock: install-test
	$(COMPILE) --build-deps-for editable -o requirements.lock pyproject.toml
	$(RUN)/python -c '$(TEST_GROUP)' | $(COMPILE) -c requirements.lock -o requirements-test.lock pyproject.toml -

## all but your data
clean:
	rm -rf $(VENV) out build *.egg-info .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
