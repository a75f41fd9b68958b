"""Reading plain text: words, sentences, quotations, days, names, sources, furniture, odd phrases, passages."""

from samestory.text.date import DatePhrase, dates
from samestory.text.document import Document
from samestory.text.furniture import Furniture, furniture
from samestory.text.name import NameWord, name_words
from samestory.text.odd_finding import OddPhrase
from samestory.text.odd_phrase import odd_phrases
from samestory.text.passage import Paragraph, Passage, PhraseError, passage
from samestory.text.quotation import Quotation, quotations
from samestory.text.sentence import Sentence, sentences
from samestory.text.source import Citation, Sources, VoiceCited, sources
from samestory.text.word import Word, fold, words

__all__ = [
    "Citation",
    "DatePhrase",
    "Document",
    "Furniture",
    "NameWord",
    "OddPhrase",
    "Paragraph",
    "Passage",
    "PhraseError",
    "Quotation",
    "Sentence",
    "Sources",
    "VoiceCited",
    "Word",
    "dates",
    "fold",
    "furniture",
    "name_words",
    "odd_phrases",
    "passage",
    "quotations",
    "sentences",
    "sources",
    "words",
]
