package app.madang.functions.ingestion.parse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dogfoot.hwplib.object.bodytext.ParagraphListInterface;
import kr.dogfoot.hwplib.object.bodytext.control.gso.ControlArc;
import kr.dogfoot.hwplib.object.bodytext.control.gso.ControlContainer;
import kr.dogfoot.hwplib.object.bodytext.control.gso.ControlCurve;
import kr.dogfoot.hwplib.object.bodytext.control.gso.ControlEllipse;
import kr.dogfoot.hwplib.object.bodytext.control.gso.ControlPolygon;
import kr.dogfoot.hwplib.object.bodytext.control.gso.ControlRectangle;
import kr.dogfoot.hwplib.object.bodytext.control.gso.ControlTextArt;
import kr.dogfoot.hwplib.object.bodytext.control.gso.GsoControl;
import kr.dogfoot.hwplib.object.bodytext.control.gso.textbox.TextBox;
import org.jspecify.annotations.Nullable;

/** Drawn shapes with words in them. */
final class HwpShapes {

  private HwpShapes() {}

  /** The texts of a shape and of the shapes grouped in it. */
  static List<ParagraphListInterface> texts(GsoControl shape) {
    return switch (shape) {
      case ControlRectangle rectangle -> text(rectangle.getTextBox());
      case ControlEllipse ellipse -> text(ellipse.getTextBox());
      case ControlArc arc -> text(arc.getTextBox());
      case ControlPolygon polygon -> text(polygon.getTextBox());
      case ControlCurve curve -> text(curve.getTextBox());
      case ControlContainer group ->
          group.getChildControlList().stream().flatMap(child -> texts(child).stream()).toList();
      default -> List.of();
    };
  }

  /** What ornamental lettering says. */
  static Optional<String> lettering(GsoControl shape) {
    return Optional.of(shape)
        .filter(ControlTextArt.class::isInstance)
        .map(art -> ((ControlTextArt) art).getShapeComponentTextArt().getContent())
        .map(content -> content.toUTF16LEString());
  }

  private static List<ParagraphListInterface> text(@Nullable TextBox box) {
    return Stream.ofNullable(box)
        .<ParagraphListInterface>map(TextBox::getParagraphList)
        .filter(list -> list != null)
        .toList();
  }
}
