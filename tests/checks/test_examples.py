"""Every example of every kind: the manual's promises, run."""

import pytest

from emonev.checks import KINDS
from emonev.checks.examples import Example
from emonev.checks.reference import examples_of
from emonev.model.finding import Outcome

EXAMPLES = [
    pytest.param(example, id=f"{name}: {example.name}")
    for name, kind in KINDS.items()
    for example in examples_of(kind)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_ends_as_the_manual_says(example: Example) -> None:
    finding = example.finding()
    assert finding.outcome is example.outcome, finding.message
    assert example.share is None or finding.share == example.share
    assert example.count is None or finding.count == example.count


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_shows_a_pass_a_failure_and_something_odd(name: str) -> None:
    outcomes = {example.outcome for example in examples_of(KINDS[name])}
    assert Outcome.NOT_MET in outcomes
    # `reviewed` never passes by itself: only a person decides.
    assert Outcome.MET in outcomes or name == "reviewed"
    assert len(examples_of(KINDS[name])) >= 3


@pytest.mark.parametrize("name", KINDS)
def test_names_of_examples_are_claims_and_differ(name: str) -> None:
    names = [example.name for example in examples_of(KINDS[name])]
    assert len(set(names)) == len(names)
