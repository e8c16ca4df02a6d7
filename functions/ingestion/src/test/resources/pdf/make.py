#!/usr/bin/env python3
"""Prints paragraphs.txt by Chromium and LibreOffice Writer, each in several ways. The PDFs are kept
in the repository, so that only who changes the text needs both programs and the Nanum types
(apt-get install chromium libreoffice-writer-nogui fonts-nanum)."""
import html
import pathlib
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent
PARAGRAPHS = HERE.joinpath("paragraphs.txt").read_text().splitlines()

BROWSER = {
    "browser-ragged": "body{font:15px/26px NanumGothic}",
    "browser-justified": "body{font:15px/1.6 NanumMyeongjo;text-align:justify} p{margin:0;text-indent:1em}",
    "browser-words-kept": "body{font:14px/22px NanumGothic;word-break:keep-all;text-align:justify}",
    "browser-spread": "body{font:16px/2.2 NanumMyeongjo;letter-spacing:.08em;text-align:justify}",
    "browser-columns": "body{font:12px/19px NanumGothic;columns:2;column-gap:2em;text-align:justify}",
}
# name: alignment, type, half points, columns
WRITER = {
    "writer-ragged": ("left", "NanumGothic", 21, 1),
    "writer-justified": ("both", "NanumMyeongjo", 21, 1),
    "writer-columns": ("both", "NanumGothic", 17, 2),
}


def browser(name, css, work):
    body = "".join(
        f"<h2>{html.escape(text[2:])}</h2>" if text.startswith("# ") else f"<p>{html.escape(text)}</p>"
        for text in PARAGRAPHS
    )
    page = work / f"{name}.html"
    page.write_text(
        f"<!doctype html><html lang=ko><meta charset=utf-8><style>@page{{size:A5;margin:15mm}}{css}</style>{body}"
    )
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run(["chromium", *options, f"--print-to-pdf={HERE / name}.pdf", str(page)], check=True)


def writer(name, align, face, size, columns, work):
    def paragraph(text):
        title = text.startswith("# ")
        fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/>'
        return (
            f'<w:p><w:pPr><w:spacing w:after="120"/><w:jc w:val="{align}"/></w:pPr><w:r><w:rPr>{fonts}'
            f'<w:sz w:val="{size + 8 if title else size}"/><w:lang w:val="en-US" w:eastAsia="ko-KR"/></w:rPr>'
            f"<w:t>{html.escape(text.removeprefix('# '))}</w:t></w:r></w:p>"
        )

    section = (
        '<w:sectPr><w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:top="850" w:bottom="850" w:left="850" w:right="850"/>'
        f'<w:cols w:num="{columns}" w:space="400"/></w:sectPr>'
    )
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    file = work / f"{name}.docx"
    with zipfile.ZipFile(file, "w") as out:
        out.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        )
        out.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
        out.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body>{"".join(map(paragraph, PARAGRAPHS))}{section}</w:body></w:document>',
        )
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(HERE), str(file)], check=True)


with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    for name, css in BROWSER.items():
        browser(name, css, work)
    for name, (align, face, size, columns) in WRITER.items():
        writer(name, align, face, size, columns, work)
