"""Reads pages back with the Python libraries that resume parsers are built on.

read_pages.py READER FILE.pdf...   writes FILE.READER; READER is pdfminer or pypdf.
Without files it says whether the reader is there.
"""
import logging
import sys


def read_pdfminer(path):
    from pdfminer.high_level import extract_text

    return extract_text(path)


def read_pypdf(path):
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path, strict=True).pages)


READERS = {"pdfminer": read_pdfminer, "pypdf": read_pypdf}


def main():
    name, paths = sys.argv[1], sys.argv[2:]
    __import__(name)
    logging.captureWarnings(True)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    for path in paths:
        with open(path[:-3] + name, "w", encoding="utf-8") as out:
            out.write(READERS[name](path))


main()
