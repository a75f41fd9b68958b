# The project's commands. `make course` and `make test` are the two to know.

PYTHON ?= python3
PORT ?= 8000
BROWSER ?= 1
BIN := .venv/bin
SOURCES := $(shell find src seeds notebooks book tests/cases/kind -type f -not -path '*/__pycache__/*' -not -path '*/.ipynb_checkpoints/*' -not -path '*/answers/*' 2>/dev/null)

.PHONY: help course book write pdf lab test test-slow test-all tune check format clean tools python

help:
	@echo "make course   set up, check the case, run the lessons, build the book, serve it on 127.0.0.1:$(PORT)"
	@echo "make test     set up and run the tests (BROWSER=0 leaves out those that need chromium, node and npm)"
	@echo "make test-all the same, then the slow tests too: megabytes, installs, builds that fail, the whole course by keys"
	@echo "make book     build the web book into _build/html"
	@echo "make pdf      print the whole course into _build/same-story.pdf (needs chromium)"
	@echo "make write    LESSON=3: show one lesson at 127.0.0.1, built anew with every save"
	@echo "make lab      open the lessons in JupyterLab, on a copy in learner/"
	@echo "make tune     choose the figures that matter most on labelled texts, write them with their curves (downloads 27 MB once)"
	@echo "make check    format, lint, types, tests, book"
	@echo "make format   put the code into its format, write the notebooks from the lessons' text"

.venv/ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Same Story needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

course: book
	@$(BIN)/samestory serve _build/html --port $(PORT)

book: _build/html/.built

# Python for the pages, 14 MB: fetched only where an exercise asks for it and npm is there, or where the tests do.
python:
	@grep -rqsE "^ *(- )?kind: code *$$" seeds || [ "$(ASKED)" ] || exit 0; \
	command -v npm >/dev/null || { echo "Without npm the pages have no Python of their own: their code runs in the notebook only."; exit 0; }; \
	test book/python/node_modules/.package-lock.json -nt book/python/package-lock.json || \
	(cd book/python && npm ci --no-audit --no-fund --silent && touch node_modules/.package-lock.json) || \
	{ echo "npm could not fetch Python for the pages: their code runs in the notebook only."; [ ! "$(ASKED)" ]; }

_build/html/.built: .venv/ready _config.yml _toc.yml $(SOURCES) | python
	@test _toc.yml -ot $@ || rm -rf _build/html  # pages that left the contents must not stay
	@$(BIN)/samestory check
	@$(BIN)/samestory sync --check
	$(BIN)/jupyter-book build . --warningiserror --keep-going --quiet
	@touch $@

pdf: book
	$(BIN)/jupyter-book build . --builder singlehtml --warningiserror --keep-going --quiet
	@$(BIN)/samestory pdf _build/singlehtml _build/same-story.pdf

write: .venv/ready
	@test "$(LESSON)" || { echo "Which lesson? make write LESSON=3, or a page: LESSON=book/glossary"; exit 2; }
	@$(BIN)/samestory write "$(LESSON)"

lab: .venv/ready
	$(BIN)/samestory start learner

tools: .venv/ready
ifneq ($(BROWSER),0)
	@command -v chromium >/dev/null || { echo "The browser tests need chromium. On Debian: apt-get install chromium. Without it: make test BROWSER=0"; exit 2; }
	@command -v npm >/dev/null || { echo "The browser tests need node and npm. On Debian: apt-get install nodejs npm. Without them: make test BROWSER=0"; exit 2; }
	@$(MAKE) --no-print-directory python ASKED=yes
	@test tests/browser/node_modules/.package-lock.json -nt tests/browser/package-lock.json || (cd tests/browser && npm ci --no-audit --no-fund --silent && touch node_modules/.package-lock.json)
endif

ifeq ($(BROWSER),0)
ALSO := and not browser
endif
# A group of tests that share something dear, such as JupyterLab, stays with one of the two workers.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadgroup

test: tools book
	@test -z "$(ALSO)" || echo "BROWSER=0: the tests that need chromium, node and npm are left out."
	$(PYTEST) -m "not slow $(ALSO)" $(SHOW)

test-slow: tools book
	$(PYTEST) -m "slow $(ALSO)" $(SHOW)

test-all: test
	$(MAKE) test-slow

# EXTRA="--extra FOLDER --dry" tries further sets and writes nothing.
tune: .venv/ready
	$(BIN)/python benchmarks/engine/tune.py $(EXTRA)

check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) test book

format: .venv/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/samestory anchor
	$(BIN)/samestory sync

clean:
	rm -rf _build .mypy_cache .ruff_cache .pytest_cache
