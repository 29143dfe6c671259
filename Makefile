# make demo   set up and assess the example        make test   set up and pass the tests
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
STAMP  := $(VENV)/.installed

.PHONY: demo test lint format reference golden benchmark wheel clean

demo: $(STAMP)
	$(BIN)/emonev score examples/natuna --year 2024

test: $(STAMP) lint
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

reference: $(STAMP)
	$(BIN)/python -m emonev.checks.reference --write
	$(BIN)/emonev rubric schema --output criteria/rubric.schema.json

golden: $(STAMP)
	$(BIN)/python -m pytest tests/render --accept-golden

benchmark: $(STAMP)
	$(BIN)/python -m benchmarks.run

wheel: $(STAMP)
	$(BIN)/python -m build

$(STAMP): pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'emonev needs Python 3.11 or later')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	$(BIN)/python -c "import pathlib; pathlib.Path('$(STAMP)').touch()"

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
