"""Reading plain text: its words, its sentences, and passages with numbered words."""

from samestory.text.passage import Paragraph, Passage, PhraseError, passage
from samestory.text.quotation import Quotation, quotations
from samestory.text.sentence import Sentence, sentences
from samestory.text.word import Word, fold, words

__all__ = [
    "Paragraph",
    "Passage",
    "PhraseError",
    "Quotation",
    "Sentence",
    "Word",
    "fold",
    "passage",
    "quotations",
    "sentences",
    "words",
]
