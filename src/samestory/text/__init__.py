"""Reading plain text: its words, its sentences, and passages with numbered words."""

from samestory.text.date import DatePhrase, dates
from samestory.text.passage import Paragraph, Passage, PhraseError, passage
from samestory.text.quotation import Quotation, quotations
from samestory.text.sentence import Sentence, sentences
from samestory.text.word import Word, fold, words

__all__ = [
    "DatePhrase",
    "Paragraph",
    "Passage",
    "PhraseError",
    "Quotation",
    "Sentence",
    "Word",
    "dates",
    "fold",
    "passage",
    "quotations",
    "sentences",
    "words",
]
