"""Mending the text of a document without losing the place of anything: wrapped lines, page numbers, footnotes."""
