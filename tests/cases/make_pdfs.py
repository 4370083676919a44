#!/usr/bin/env python3
"""Makes the PDFs of readers/pdf: `tests/cases/make_pdfs.py`.

Pages are set by hand, line for line, in the standard fonts; small, written for this project, the same bytes each time.
"""
import pathlib
import textwrap
import zlib

HERE = pathlib.Path(__file__).parent / "readers" / "pdf"
WIDTH, HEIGHT = 595, 842
FONTS = {"F1": "Times-Roman", "F2": "Times-Bold"}

def escaped(text):
    data = text.encode("cp1252")
    return b"".join(b"\\" + bytes([c]) if c in b"()\\" else bytes([c]) for c in data)

class Page:
    def __init__(self):
        self.content = b""

    def line(self, text, x, y, size=11, font="F1"):
        """Text from x points of the left and y points of the upper edge."""
        self.content += b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (font.encode(), size, x, HEIGHT - y, escaped(text))
        return self

    def lines(self, texts, x, y, size=11, font="F1", step=14):
        for number, text in enumerate(texts):
            self.line(text, x, y + number * step, size, font)
        return self

def pdf(pages, info=None, trailer=b"", packed=False, objects=()):
    """The bytes of a PDF of these pages; info is a dictionary's inside."""
    bodies = [b"<< /Type /Catalog /Pages 2 0 R >>", None]
    fonts = b" ".join(b"/%s << /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % (n.encode(), f.encode())
                      for n, f in FONTS.items())
    kids = []
    for page in pages:
        content = page.content if isinstance(page, Page) else page
        resources = b"<< /Font << %s >> %s >>" % (fonts, getattr(page, "resources", b""))
        kids.append(len(bodies) + 1)
        bodies.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources %s /Contents %d 0 R >>"
                      % (WIDTH, HEIGHT, resources, len(bodies) + 2))
        data, kind = (zlib.compress(content, 9), b"/Filter /FlateDecode ") if packed else (content, b"")
        bodies.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (kind, len(data), data))
    bodies[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % k for k in kids), len(kids))
    bodies.extend(objects)
    if info:
        bodies.append(b"<< %s >>" % info)
        trailer += b" /Info %d 0 R" % len(bodies)
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, trailer, start)

def write(name, content):
    (HERE / name).write_bytes(content)

def wrapped(text, width):
    return textwrap.wrap(text, width, break_on_hyphens=False)

INFO = b"/Title (Microsoft Word - brief_final.docx) /Author (Jane Doe; John Roe) /CreationDate (D:20240306101500+01'00')"

# A policy brief of three pages: rubric, title, byline, running title, numbers, footnotes, words parted at line ends,
# a paragraph that goes on over the page.
first = Page()
first.line("POLICY BRIEF No 12", 70, 60, 9).line("Norland and the closing of the border", 70, 120, 22, "F2")
first.line("By Ana Ruiz", 70, 150).line("5 March 2024", 70, 164)
first.lines(["Norland closed its border with Sudria on Monday, after weeks in which the two govern-",
             "ments had spoken of nothing else. The foreign minister called the step unavoidable; his",
             "colleague in Sudria called it a self-",
             "inflicted wound."], 70, 200)
first.lines(["A long-term answer, diplomats said, would need both capitals. Talks in Lys on a long-",
             "term border regime had failed in January, when the envoys left without a word."], 70, 270)
first.line("1", 447, 280, 6)  # a footnote's mark behind the last word
first.line("What the closing means", 70, 320, 14, "F2")
first.lines(["For the ports on the coast the closing means that no goods will come through for two",
             "weeks at the least. The harbour of Lys alone counts eleven thousand crossings a week, and"], 70, 345)
first.line("1 Report of the envoys, January 2024.", 70, 740, 8).line("Second line of that note in small print.", 70, 750, 8)
first.line("1", 295, 800, 9)
second = Page()
second.line("The Lys Institute | Policy Brief 12", 70, 50, 9)
second.lines(["most of them are lorries with fruit.", "   The minister promised help to all who lose by it.",
              "He did not say how much."], 70, 90)
second.line("2", 295, 800, 9)
third = Page()
third.line("The Lys Institute | Policy Brief 12", 70, 50, 9)
third.lines(["“We will see each other again,” the envoy of Sudria said on leaving. Nobody at the sta-",
             "tion answered him, and the train left on time."], 70, 90)
third.line("Page 3 of 3", 280, 800, 9)
write("brief.pdf", pdf([first, second, third], INFO))

LEFT = wrapped("The parliament of Norland voted on Tuesday to send back the envoy of Sudria, the first such vote in thirty "
               "years. Members of all parties stood up when the result was read. The speaker asked them to keep their calm, "
               "which they did, though not for long.", 40)
RIGHT = wrapped("In Sudria the vote was taken as a threat. Its government called a meeting for the same night and asked its "
                "friends for a word of support. None of them had answered when the ministers went home at dawn.", 40)
columns = Page().line("A vote in Lys divides the coast", 70, 90, 20, "F2")
for number in range(max(len(LEFT), len(RIGHT))):  # written row by row, as some programs do
    if number < len(LEFT):
        columns.line(LEFT[number], 70, 130 + 13 * number, 10)
    if number < len(RIGHT):
        columns.line(RIGHT[number], 320, 130 + 13 * number, 10)
write("columns.pdf", pdf([columns], b"/Title (A vote in Lys divides the coast) /Author (admin)", packed=True))

plain = Page().lines(["Norland said on Tuesday that its border with Sudria stays closed until Friday, the 8th of",
                      "March, and that no exception would be made for anybody."], 70, 100)
write("properties.pdf", pdf([plain], b"/Title (A border stays closed) /Author (Maria de Vale) /CreationDate (D:20240305093000Z)"))
write("2024-03-01_dated.pdf", pdf([plain], b"/CreationDate (D:20200101000000Z)"))
write("behind_a_header.pdf", b"Content-Disposition: attachment\r\n\r\n" + pdf([plain]))
write("cut.pdf", pdf([first, second, third])[:-700])
write("picture.pdf", pdf([b"q 500 0 0 700 50 70 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"]))
write("pageless.pdf", pdf([]))
write("damaged.pdf", b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\nnothing else that means a thing\n")
key = b"<%s>" % (b"5a" * 32)
write("password.pdf", pdf([plain], trailer=b" /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (key, key)))

# Each form draws the next one ten times: 10^9 times the words.
forms = []
for depth in range(9):
    inner = b"/X Do " * 10 if depth < 8 else b"BT /F1 9 Tf (word) Tj ET"
    resources = b"/XObject << /X %d 0 R >>" % (6 + depth) if depth < 8 else b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>"
    forms.append(b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >> /Length %d >>\nstream\n%s\nendstream"
                 % (resources, len(inner), inner))
bomb = Page()
bomb.content, bomb.resources = b"/X Do\n", b"/XObject << /X 5 0 R >>"
write("bomb_of_forms.pdf", pdf([bomb], objects=forms))
flood = Page()
flood.content = b"BT /F1 9 Tf (word) Tj ET\n" * 300_000

write("bomb_of_words.pdf", pdf([flood], packed=True))
