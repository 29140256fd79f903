# make help lists everything. Nothing here needs more than Python, but for test-debian and test-browser.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

BIN := .venv/bin
# rules and acts are typed; see [tool.mypy] in pyproject.toml
DRAWERS := rules.py rules actions.py actions
TYPED := $(wildcard $(DRAWERS:%=src/vanphong/*/%) $(DRAWERS:%=src/vanphong/outgoing/forms/%))

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: start
start: ## Install, make a site with the sample body, serve it on http://127.0.0.1:8080
	@exec instance/start

.PHONY: install
install: ## Put the pinned packages into .venv and write bin/ (nothing to do: nothing done)
	@instance/setup

# markers of the tests that need a program from Debian; pyproject.toml names the packages
DEBIAN := browser or clamd or libreoffice or postgresql or tesseract

# tests of the running server have a process of their own: their layers do not go with the others
.PHONY: test
test: install ## Run every test that needs nothing but Python
	bin/test -n 2 --dist loadfile -m "not ($(DEBIAN))" tests/rules tests/packaging tests/site
	bin/test -m "not ($(DEBIAN))" tests/functional

.PHONY: test-debian
test-debian: install ## Run the tests that need clamd, LibreOffice, tesseract or PostgreSQL
	bin/test -m "($(DEBIAN)) and not browser" tests/site tests/programs
	$(BIN)/python -m tests.postgresql bin/test tests/rules/ledger

.PHONY: test-browser
test-browser: install ## Run the tests that need Debian's chromium
	bin/test -m browser tests/browser

.PHONY: test-all
test-all: test test-debian test-browser ## Run all tests

.PHONY: check
check: install ## Style, layers, types, catalogues and the fast tests: run it before every commit
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/zpretty --check src profiles
	PYTHONPATH=src $(BIN)/lint-imports --no-cache
	$(BIN)/mypy $(TYPED)
	$(BIN)/python instance/messages.py --check
	$(BIN)/python -m pytest -n 2 tests/rules --ignore tests/rules/ledger

.PHONY: format
format: install ## Format Python, templates, ZCML and XML
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format
	$(BIN)/zpretty --inplace src profiles

.PHONY: i18n
i18n: install ## Rebuild the message catalogues from the source
	$(BIN)/python instance/messages.py

.PHONY: bench
bench: install ## Measure; bench/README.md says what; BENCH=--large takes large archives
	VANPHONG_HOME=$(CURDIR) VANPHONG_READ_ONLY=false PYTHONPATH=src $(BIN)/python bench/run.py $(BENCH)

.PHONY: lock
lock: ## Renew versions.cfg with the newest packages that go together
	instance/lock

.PHONY: clean
clean: ## Remove what install and the tests have made; instance/var with the data stays
	rm -rf .venv bin develop-eggs parts build dist instance/bin .installed.cfg src/*.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find src tests instance -name __pycache__ -prune -exec rm -rf {} +
