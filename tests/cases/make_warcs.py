#!/usr/bin/env python3
"""Makes the web archives of readers/warc: `tests/cases/make_warcs.py`.

Small, written for this project, the same bytes each time. brotli.warc needs the command `brotli`; without it that
file is left as it is.
"""
import gzip
import pathlib
import shutil
import subprocess
import zlib

HERE = pathlib.Path(__file__).parent / "readers" / "warc"

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{title}</title>{meta}</head><body><nav><a href="/">Home</a></nav>
<article><h1>{title}</h1><p>{first}</p><p>The government of Sudria answered on the same day that it would wait, and that it had nothing to add.</p></article>
<script>document.write("never run")</script></body></html>"""


def page(title, first="Norland recalled its ambassador from Sudria on Monday, after weeks of quarrel over the harbour.", meta="", charset="utf-8"):
    return PAGE.format(title=title, first=first, meta=meta, charset=charset)


def http(body, status="200 OK", kind="text/html; charset=utf-8", **headers):
    body = body if isinstance(body, bytes) else body.encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}"] + [f"{k.replace('_', '-')}: {v}" for k, v in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(kind, block, target=None, version="1.0", content="application/http; msgtype=response", date="2024-03-07T10:00:00Z",
           length=None, **headers):
    lines = [f"WARC/{version}", f"WARC-Type: {kind}", f"WARC-Date: {date}", f"Content-Type: {content}",
             f"Content-Length: {len(block) if length is None else length}"]
    lines += [f"WARC-Target-URI: {target}"] if target else []
    lines += [f"{k.replace('_', '-')}: {v}" for k, v in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def chunked(body, size):
    out = b""
    for at in range(0, len(body), size):
        part = body[at:at + size]
        out += b"%x;name=value\r\n%s\r\n" % (len(part), part)
    return out + b"0\r\n\r\n"


def packed(data):
    return gzip.compress(data, 9, mtime=0)


def write(name, content):
    (HERE / name).write_bytes(content)


DATED = '<meta property="article:published_time" content="2024-03-05T08:00:00Z"><meta property="og:site_name" content="The Norland Post">'
info = record("warcinfo", b"software: made by hand\r\n", content="application/warc-fields")
request = record("request", b"GET / HTTP/1.1\r\n\r\n", "https://post.example/a", content="application/http; msgtype=request")

plain = [
    info, request,
    record("response", http(page("Norland recalls its envoy", meta=DATED)), "https://post.example/a"),
    record("response", http(chunked(page("A day by its storing").encode(), 300), Transfer_Encoding="chunked"), "<https://post.example/b>"),
    record("response", http(packed(page("Packed as it came").encode()), Content_Encoding="gzip"), "https://post.example/2024/03/06/c", version="1.1",
           date="2024-03-07T10:00:00.123456Z"),
    record("response", http(zlib.compress(page("Deflated").encode()), Content_Encoding="deflate"), "https://post.example/d"),
    record("response", http(page("Unpacked, but its headers stayed"), Content_Encoding="gzip", Transfer_Encoding="chunked"), "https://post.example/e"),
    record("response", http(page("Another alphabet", "Норландия отозвала посла. Norland recalled its ambassador from Sudria on Monday for talks.",
                                 charset="utf-8").encode("cp1251"), kind="text/html; charset=windows-1251"), "https://post.example/f"),
    record("response", http(page("Not found"), "404 Not Found"), "https://post.example/g"),
    record("response", http(b"", "301 Moved", Location="https://post.example/a"), "http://post.example/a"),
    record("response", http(b"body { color: red }", kind="text/css"), "https://post.example/style.css"),
    record("response", http("<html><body><nav><a href='/'>Home</a></nav></body></html>"), "https://post.example/"),
    record("revisit", http(b""), "https://post.example/a"),
    record("resource", b"A note on the harbour\n\nThe harbour of Lys was closed on Monday. Nobody said why.\n", "https://post.example/note.txt",
           content="text/plain"),
    record("response", http("x", Content_Encoding="rot13"), "https://post.example/h"),
]
write("plain.warc", b"".join(plain))
write("packed.warc.gz", b"".join(packed(one) for one in plain[:5]))
write("packed_as_one.warc.gz", packed(b"".join(plain[:4])))

cut = record("response", http(page("Cut in its second half", meta=DATED)), "https://post.example/cut", length=2000, WARC_Truncated="length")
write("cut.warc", b"".join(plain[:3]) + cut[:-140])
write("cut.warc.gz", b"".join(packed(one) for one in plain[:3]) + packed(plain[3])[:-30])
write("damaged.warc", plain[2] + b"these bytes belong to nobody\r\n" + record("response", b"", length="many") + plain[3])
write("without_pages.warc", info + request)
write("bomb.warc.gz", packed(record("response", http(packed(packed(b"a" * 70_000_000)), Content_Encoding="gzip"), "https://post.example/bomb"))
      + packed(record("response", http(packed(b" " * 70_000_000), Content_Encoding="gzip"), "https://post.example/spaces")))
write("bomb_record.warc.gz", packed(packed(record("resource", b"a" * 300_000_000, "https://post.example/x", content="text/plain"))))
if shutil.which("brotli"):
    body = subprocess.run(["brotli", "-c"], input=page("Packed with brotli").encode(), stdout=subprocess.PIPE, check=True).stdout
    write("brotli.warc", record("response", http(body, Content_Encoding="br"), "https://post.example/br"))
