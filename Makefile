# Two commands do everything: `make run` shows the program at work, `make test` tests it. `make help` lists the rest.

PYTHON ?= python3
VENV ?= .venv
OUT ?= out
TRAIN_DATA ?= data
MODEL ?= models/default
BENCHMARK ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SOURCES := cleaner tests
KERNEL := $(wildcard cleaner/_*.c cleaner/_*.h)

export OPENBLAS_NUM_THREADS := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help install run lint fix types test test-slow test-all model benchmark wheel clean distclean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

# Stamps: a second run installs nothing and needs no network. An editable install compiles nothing by itself.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: name one with make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "creating $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed-run: pyproject.toml hatch_build.py $(KERNEL) | $(BIN)/python
	@echo "installing cleaner into $(VENV)"
	@mkdir -p models/default
	@$(PIP) --editable .
	@$(BIN)/python -m compileall -q cleaner
	@touch $@

$(VENV)/installed-test: pyproject.toml hatch_build.py $(KERNEL) | $(BIN)/python
	@echo "installing cleaner and what its tests and training need into $(VENV)"
	@mkdir -p models/default
	@$(PIP) --editable '.[train,test]'
	@$(BIN)/python -m compileall -q cleaner
	@touch $@ $(VENV)/installed-run

# A peer that cannot be installed here is left out of the tables, which name it.
$(VENV)/installed-benchmark: pyproject.toml | $(BIN)/python
	@echo "installing cleaner and the tools that it is measured against into $(VENV)"
	@mkdir -p models/default
	@$(PIP) --editable '.[benchmark]' || $(PIP) --editable .
	@touch $@ $(VENV)/installed-run

install: $(VENV)/installed-test ## create the environment with everything for work on the code

run: $(VENV)/installed-run ## clean data/examples and show findings, diff and where the output lies
	@$(BIN)/cleaner clean data/examples --output $(OUT) --force
	@echo
	@echo "== Some findings (cleaner check data/examples) =="
	@$(BIN)/cleaner check data/examples --exit-zero | sed -n '1,12p'
	@echo
	@echo "== Head of the diff ($(OUT)/changes.patch) =="
	@sed -n '1,24p' $(OUT)/changes.patch
	@echo
	@echo "== Summary ($(OUT)/summary.json) =="
	@$(BIN)/python -c 'import json, sys; s = json.load(open(sys.argv[1], encoding="utf-8")); \
		print("  %d of %d documents changed" % (s["changed"], s["documents"])); \
		print(*("  %-11s%4d findings%7d characters" % (label, n["findings"], n["characters"]) \
		for label, n in s["removed"].items()), sep="\n")' \
		$(OUT)/summary.json
	@echo
	@echo "The output lies in $(OUT):"
	@echo "  $(OUT)/clean           the clean corpus"
	@echo "  $(OUT)/changes.jsonl   what was removed where, for cleaner restore"
	@echo "  $(OUT)/changes.patch   the same as a diff, for people and git apply"
	@echo "  $(OUT)/summary.json    the numbers"

lint: $(VENV)/installed-test ## check style and formatting
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

fix: $(VENV)/installed-test ## mend style and formatting
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

types: $(VENV)/installed-test ## check types
	$(BIN)/mypy

test: lint types ## check style, types and everything that is quick to test
	$(BIN)/python -m pytest -m "not slow"

test-slow: $(VENV)/installed-test ## run the slow tests alone (hooks, engines, crashes)
	$(BIN)/python -m pytest -m slow || [ $$? -eq 5 ]  # 5: there are none

test-all: lint types ## check everything
	$(BIN)/python -m pytest

model: $(VENV)/installed-test ## train the shipped model anew (TRAIN_DATA=... adds annotated data)
	$(BIN)/cleaner train $(TRAIN_DATA) --output $(MODEL)

benchmark: $(VENV)/installed-benchmark ## measure speed and memory on this machine (BENCHMARK="peers --size 5" chooses)
	$(BIN)/python -m tests.benchmarks $(BENCHMARK)

wheel: $(BIN)/python ## build the wheel into build/wheel
	@rm -rf build/wheel
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/wheel .

clean: ## remove what was built, not the environment
	rm -rf build dist $(OUT) .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find cleaner tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the environment, too
	rm -rf $(VENV)
