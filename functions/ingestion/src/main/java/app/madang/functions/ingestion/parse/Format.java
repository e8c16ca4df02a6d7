package app.madang.functions.ingestion.parse;

/** What can be read. */
public enum Format {
  TEXT(new TextFile()),
  MARKDOWN(new MarkdownFile()),
  HTML(new HtmlFile()),
  CSV(new CsvFile()),
  PDF(new PdfFile()),
  PICTURE(new PictureFile()),
  DOCX(new WordFile()),
  PPTX(new SlidesFile()),
  XLSX(new SheetsFile()),
  HWP(new HwpFile()),
  HWPX(new HwpxFile()),
  HWPML(new HwpmlFile()),
  EPUB(new EpubFile()),
  MAIL(new MailFile()),
  ARCHIVE(new ArchiveFile());

  private final FormatReader reader;

  Format(FormatReader reader) {
    this.reader = reader;
  }

  FormatReader reader() {
    return reader;
  }
}
