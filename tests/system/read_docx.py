"""Prints the words of a Word document as python-docx finds them, a paragraph a line."""
import sys

import docx
from docx.oxml.ns import qn

WORDS, BLANKS = qn("w:t"), (qn("w:tab"), qn("w:br"))
for paragraph in docx.Document(sys.argv[1]).paragraphs:
    pieces = paragraph._p.iter(WORDS, *BLANKS)
    print("".join(piece.text if piece.tag == WORDS else " " for piece in pieces))
