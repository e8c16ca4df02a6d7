package app.madang.functions.ingestion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Office files, as people make them. */
public final class OfficeFiles {

  private OfficeFiles() {}

  /** A Word document under construction. */
  public static final class Word {
    private final XWPFDocument document = new XWPFDocument();

    public Word() {
      XWPFStyles styles = document.createStyles();
      CTStyles all = CTStyles.Factory.newInstance();
      for (int level = 1; level <= 3; level++) {
        CTStyle style = all.addNewStyle();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId("제목" + level);
        style.addNewName().setVal("heading " + level);
      }
      styles.setStyles(all);
    }

    public Word heading(int level, String text) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setStyle("제목" + level);
      paragraph.createRun().setText(text);
      return this;
    }

    public Word paragraph(String text) {
      document.createParagraph().createRun().setText(text);
      return this;
    }

    public Word table(List<List<String>> rows) {
      XWPFTable table = document.createTable(rows.size(), rows.getFirst().size());
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          table.getRow(r).getCell(c).setText(rows.get(r).get(c));
        }
      }
      return this;
    }

    public Path write(Path file) throws IOException {
      try (OutputStream out = Files.newOutputStream(file)) {
        document.write(out);
      }
      return file;
    }
  }

  /** Slides, each a title and a text; the second has a table too. */
  public static Path slides(Path file, List<List<String>> table, String... titlesAndTexts)
      throws IOException {
    try (XMLSlideShow show = new XMLSlideShow();
        OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < titlesAndTexts.length; i += 2) {
        XSLFSlide slide = show.createSlide();
        var title = slide.createTextBox();
        title.setPlaceholder(Placeholder.TITLE);
        title.setText(titlesAndTexts[i]);
        slide.createTextBox().setText(titlesAndTexts[i + 1]);
        if (i == 2) {
          XSLFTable grid = slide.createTable();
          for (List<String> cells : table) {
            XSLFTableRow row = grid.addRow();
            cells.forEach(cell -> row.addCell().setText(cell));
          }
        }
      }
      show.write(out);
    }
    return file;
  }

  /** A workbook of one sheet. */
  public static Path sheet(Path file, String name, List<List<Object>> rows) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet(name);
      for (int r = 0; r < rows.size(); r++) {
        XSSFRow row = sheet.createRow(r);
        for (int c = 0; c < rows.get(r).size(); c++) {
          switch (rows.get(r).get(c)) {
            case Number number -> row.createCell(c).setCellValue(number.doubleValue());
            case Object other -> row.createCell(c).setCellValue(other.toString());
          }
        }
      }
      workbook.write(out);
    }
    return file;
  }

  /** The same file under a password. */
  public static Path locked(Path plain, Path file) throws Exception {
    try (POIFSFileSystem files = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("비밀");
      try (OutputStream sealed = encryptor.getDataStream(files)) {
        Files.copy(plain, sealed);
      }
      files.writeFilesystem(out);
    }
    return file;
  }
}
