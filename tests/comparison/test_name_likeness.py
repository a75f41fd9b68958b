"""Are two spellings one name? Names of many countries, slips of many kinds, and names that only look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.comparison import likeness

ONE_NAME = """
Kovalenko|Kovalneko, Shevchenko|Shevchneko, Vasiliy Gusev|Vasily Gusev, Nikolai Sokolov|Nikolay Sokolov
Alexei Orlovsky|Alexey Orlovskiy, Abdulrahman|Abdulrahmna
Khalid al-Masri|Khaled al-Masri, Mahmoud Darwish|Mahmud Darwish
Chongqing|Chongqign, Guangdong|Guagndong, Fernandez|Fernadnez, Guadalajara|Guadalajra, Montserrat|Montserat
Gallagher|Gallaghre, McLaughlin|McLaughiln, Siobhan Murphy|Siobahn Murphy, Steinmeier|Stienmeier, Würzburg|Wurzburg
Müller|Mueller, Switzerland|Swizterland, Afghanistan|Afganistan, Wednesday|Wendesday, Washington|Washingtom
Zaporizhzhia|Zaporizhia, Sergei Lavrov|Sergey Lavrov, Zelensky|Zelenskyy, Blinken|Blinkin, Luhansk|Luhasnk
"""
TWO_NAMES = """
Ivanov|Petrov, Kovalev|Kovalenko, Marina|Martina, Hassan|Hussein, Wang|Huang, Li Wei|Li Wen, Gonzalo|Gonzalez
Murphy|Murray, Hamburg|Freiburg, Freiburg|Freiberg, Austria|Australia, Iran|Iraq, Thursday|Tuesday, Lind|Lund
Arabia|Arabic, Columbia|Colombia, Georgina|Georgian, Walsh|Welsh, Cyrus|Cyprus, AUGUSTA|AUGUST, Polis|Polish
Deutch|Dutch, Liberman|Liberian, Persia|Persians, Frances|France, Moran|Koran
Anton|Antony, Russia|Russian, Erik Holm|Erik Holt, Paul Whelan|David Whelan, Hansen|Hanson, Alabama|Alaska
"""


def pairs(text):
    return [tuple(pair.split("|")) for line in text.strip().splitlines() for pair in line.split(", ")]


@pytest.mark.parametrize(("one", "other"), pairs(ONE_NAME))
def test_one_name_is_recognised_in_two_spellings(one, other):
    assert likeness(one, other).relation in ("variant", "slip")


@pytest.mark.parametrize(("one", "other"), pairs(TWO_NAMES))
def test_two_names_stay_two(one, other):
    assert likeness(one, other).relation in ("different", "inflection")


@given(st.text(max_size=20), st.text(max_size=20))
def test_the_relation_is_the_same_from_either_side(one, other):
    assert likeness(one, other).relation == likeness(other, one).relation


def test_what_is_too_long_for_a_name_is_none():
    assert likeness("A" * 100_000, "A" * 100_001).relation == "different"
