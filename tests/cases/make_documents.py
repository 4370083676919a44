#!/usr/bin/env python3
"""Makes the zipped documents of readers/docx and readers/odt: `tests/cases/make_documents.py`.

They are small, written for this project, and the same bytes each time. The RTF files beside them are written by hand.
"""
import io
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent / "readers"
DAY = (2024, 3, 5, 9, 30, 0)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                 '<Default Extension="xml" ContentType="application/xml"/></Types>')


def zipped(members, stored=("mimetype",)):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, DAY)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def write(name, content):
    (HERE / name).write_bytes(content)


def relations(*entries):
    inner = "".join(f'<Relationship Id="{i}" Type="{REL}/{kind}" Target="{target}"{extra}/>' for i, kind, target, extra in entries)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def document(body, space=W, prolog=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document xmlns:w="{space}" xmlns:r="{REL}" '
            'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            f'<w:body>{body}</w:body></w:document>')


def p(inner, looks=""):
    return f'<w:p>{f"<w:pPr>{looks}</w:pPr>" if looks else ""}{inner}</w:p>'


def r(text, looks=""):
    return f'<w:r>{f"<w:rPr>{looks}</w:rPr>" if looks else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


STYLES = f'''<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T2"><w:name w:val="Section"/><w:basedOn w:val="T1"/></w:style>
<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Fort"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>'''

CORE = '''<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><dcterms:created>{created}</dcterms:created></cp:coreProperties>'''

ROOT = relations(("r1", "officeDocument", "word/document.xml", ""))


def docx(body, **parts):
    members = {"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": ROOT, "word/document.xml": document(body)}
    members.update(parts)
    return zipped(members)


BRIEFING = (
    p(r("Contents") + '<w:r><w:tab/></w:r>' + r("1"), '<w:pStyle w:val="TM1"/>')
    + p(r("Norland recalls its envoy"), '<w:pStyle w:val="Titre"/>')
    + p(r("By Jane Doe and John Roe"))
    + p(r("The Norland Post, 5 March 2024"))
    + p(r("Norland ") + '<w:del w:id="1"><w:r><w:delText>expelled</w:delText></w:r></w:del>'
        + '<w:ins w:id="2">' + r("recalled") + '</w:ins>' + r(" its ambassador from ")
        + '<w:hyperlink r:id="h1">' + r("Sudria") + '</w:hyperlink>' + r(" on Monday.")
        + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    + p(r("This sentence is in two halves, ") , '<w:rPr><w:del w:id="3"/></w:rPr>')
    + p(r("joined by a deleted paragraph mark."))
    + p(r("The talks"), '<w:pStyle w:val="T2"/>')
    + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://post.example/talks" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("The talks") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + r(" in Lys ") + r("hidden words ", "<w:vanish/>") + r("ended ", '<w:rStyle w:val="Fort"/>')
        + '<w:r><w:noBreakHyphen/><w:t> late</w:t><w:br/><w:t>and without a word.</w:t></w:r>')
    + '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture"/><a:t>words on a picture</a:t></wp:inline></w:drawing></w:r></w:p>'
    + '<w:tbl><w:tblPr/><w:tr>' + "".join(f"<w:tc>{p(r(c))}</w:tc>" for c in ("State", "Envoys")) + '</w:tr><w:tr>'
    + "".join(f"<w:tc>{p(r(c))}</w:tc>" for c in ("Norland", "12")) + '</w:tr>'
    + '<w:tr><w:trPr><w:del w:id="4"/></w:trPr>' + "".join(f"<w:tc>{p(r(c))}</w:tc>" for c in ("Sudria", "9")) + '</w:tr></w:tbl>'
    + p(r("“We will return,” the minister said &amp; left."), "<w:pageBreakBefore/>")
    + '<w:sectPr/>')

write("docx/briefing.docx", docx(BRIEFING, **{
    "word/_rels/document.xml.rels": relations(("h1", "hyperlink", "https://sudria.example/", ' TargetMode="External"'),
                                              ("s1", "styles", "styles.xml", "")),
    "word/styles.xml": STYLES,
    "word/header1.xml": f'<w:hdr xmlns:w="{W}">{p(r("The running header"))}</w:hdr>',
    "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{p(r("A note."))}</w:footnotes>',
    "docProps/core.xml": CORE.format(title="Microsoft Word - draft.doc", creator="Admin", created="2024-03-06T08:00:00Z")}))

PLAIN = p(r("The government of Norland said on Tuesday that it would close its border with Sudria for two weeks.")) + p(
    r("It gave no reason for the closure, and none of its neighbours was told beforehand."))

write("docx/properties.docx", docx(PLAIN, **{
    "docProps/core.xml": CORE.format(title="A border is closed", creator="Maria de Vale;user", created="2024-03-05T08:00:00Z")}))
write("docx/2024-03-01_strict.docx", zipped({
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": relations(("r1", "officeDocument", "/word/document2.xml", "")),
    "word/document2.xml": document(PLAIN, STRICT),
    "docProps/core.xml": CORE.format(title="Document1", creator="jdoe", created="2013-12-23T23:15:00Z")}))
write("docx/cut.docx", docx(BRIEFING)[:-150])
write("docx/cut_in_text.docx", docx(BRIEFING)[:-900])
write("docx/broken.docx", zipped({"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": ROOT,
                                  "word/document.xml": document(PLAIN).replace("</w:body>", "<w:p><w:oops></w:body>")}))
write("docx/textless.docx", docx(p("")))
write("docx/without_text.docx", zipped({"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": ROOT, "word/styles.xml": STYLES}))
write("docx/entity.docx", zipped({
    "[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": ROOT,
    "word/document.xml": document(p(r("&passwords;")), prolog='<!DOCTYPE d [<!ENTITY passwords SYSTEM "file:///etc/passwd">]>')}))
write("docx/bomb.docx", docx(p(r("a" * 17_000_000))))
write("docx/deep.docx", docx("<w:tbl><w:tr><w:tc>" * 4000 + p(r("words"))))
write("docx/sheet.xlsx", zipped({"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": "<workbook/>"}))
write("docx/slides.pptx", zipped({"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": "<presentation/>"}))

ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{short}="{ODF}:{long}:1.0"' for short, long in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("meta", "meta"), ("draw", "drawing"),
    ("fo", "xsl-fo-compatible"))) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
MIMETYPE = "application/vnd.oasis.opendocument."
MANIFEST = f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0">{{0}}</manifest:manifest>'

META = ('<office:meta><dc:title>Norland closes its border</dc:title><meta:initial-creator>Tom Vale</meta:initial-creator>'
        '<dc:creator>An Editor</dc:creator><meta:creation-date>2024-03-05T09:00:00</meta:creation-date></office:meta>')

AUTOMATIC = '''<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
</office:automatic-styles>'''

ODT_BODY = '''<office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted words</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:style-name="P1" text:outline-level="1">Norland closes<text:s/>its border</text:h>
<text:p text:style-name="Standard">By Tom Vale</text:p>
<text:p text:style-name="Standard">Norland closed its border with <text:a xlink:href="https://sudria.example/">Sudria</text:a>
   on <text:span text:style-name="T1">Tuesday</text:span><text:span text:style-name="T2">, so they say</text:span>.<text:note
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
<text:p><draw:frame><draw:text-box><text:p>words in a box</text:p></draw:text-box></draw:frame></text:p>
<text:h text:outline-level="2">What follows</text:h>
<text:list><text:list-item><text:p>Talks in Lys<text:tab/>on Friday.</text:p></text:list-item>
<text:list-item><text:p>A vote,<text:line-break/>one week later.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Norland</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body>'''


def content(body, root="document-content", extra=""):
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {SPACES}{extra} office:version="1.3">{body}</office:{root}>'


def odt(body=ODT_BODY, kind="text", manifest="", **parts):
    members = {"mimetype": MIMETYPE + kind, "content.xml": content(AUTOMATIC + body),
               "meta.xml": content(META, "document-meta"), "META-INF/manifest.xml": MANIFEST.format(manifest)}
    members.update(parts)
    return zipped(members)


write("odt/border.odt", odt(**{"styles.xml": content(
    '<office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" '
    'style:default-outline-level="1"><style:text-properties fo:font-weight="bold"/></style:style></office:styles>', "document-styles")}))
write("odt/flat.fodt", content(META + AUTOMATIC + ODT_BODY, "document", f' office:mimetype="{MIMETYPE}text"').encode())
write("odt/cut.odt", odt()[:-450])
write("odt/sheet.ods", odt("<office:body><office:spreadsheet/></office:body>", "spreadsheet"))
write("odt/password.odt", odt(manifest='<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
                              **{"content.xml": b"\x93\x11\x02 sealed"}))
write("odt/bomb.odt", odt("<office:body><office:text>" + " " * 17_000_000 + "</office:text></office:body>"))
write("odt/spaces.odt", odt('<office:body><office:text><text:p>One<text:s text:c="2000000000"/>space only, and no more '
                            'than that.</text:p></office:text></office:body>'))
