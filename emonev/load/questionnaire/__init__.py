"""A commission's questionnaire in a spreadsheet, made into a rubric as far as it can be understood."""

from emonev.load.questionnaire.draft import Draft, Given, import_questionnaire
from emonev.load.questionnaire.found import Doubt

__all__ = ["Doubt", "Draft", "Given", "import_questionnaire"]
