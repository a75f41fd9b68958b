"""Reading plain text: words, sentences, quotations, days, names, sources, furniture, passages."""

from samestory.text.day.read import DatePhrase, dates
from samestory.text.document import Document
from samestory.text.name import NameWord, name_words
from samestory.text.page.find import Furniture, furniture
from samestory.text.passage import Paragraph, Passage, PhraseError, passage
from samestory.text.quotation import Quotation, quotations
from samestory.text.sentence import Sentence, sentences
from samestory.text.source.find import Citation, Sources, VoiceCited, sources
from samestory.words.word import Word, fold, words

__all__ = [
    "Citation",
    "DatePhrase",
    "Document",
    "Furniture",
    "NameWord",
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
    "passage",
    "quotations",
    "sentences",
    "sources",
    "words",
]
