package app.madang.models.door;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Text;
import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Format;
import app.madang.models.ModelRequest.Rarer;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.ModelRequest.Tool;
import app.madang.models.ModelRequest.ToolChoice;
import app.madang.models.masking.MaskPolicy;
import app.madang.models.masking.Masker;
import app.madang.models.masking.PersonalData;
import app.madang.models.masking.Placeholders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskedCallTest {

  @Test
  void nothingOfACallLeavesUnmasked() {
    Rarer rarer = new Rarer(false, 7, 0.5, null, Map.of());
    ModelRequest request =
        new ModelRequest(
            List.of(new FromPerson(List.of(new Text("누구?")))),
            List.of(
                new Tool(
                    "notify",
                    "Writes to haneul@madang.example",
                    "{\"type\":\"object\",\"properties\":{\"to\":{\"type\":\"string\",\"description\":\"010-1234-5678"
                        + " first\",\"enum\":[\"010-1234-5678\",\"02-739-2811\"],\"default\":\"02-739-2811\"}}}",
                    true)),
            ToolChoice.AUTO,
            new Format(
                Format.Kind.SCHEMA,
                "answer",
                "{\"type\":\"string\",\"const\":\"910314-2087651\"}",
                true),
            new Sampling(null, null, null, List.of("haneul@madang.example", "끝"), null, rarer));
    MaskedCall masked =
        new MaskedCall(Masker.of(MaskPolicy.MASK_ALL, List.of()), new Placeholders());
    ModelRequest leaves = masked.of(request);
    Tool tool = leaves.tools().getFirst();
    assertThat(tool.name()).isEqualTo("notify");
    assertThat(tool.description()).isEqualTo("Writes to [[EMAIL_1]]");
    assertThat(tool.parameters())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"to\":{\"type\":\"string\",\"description\":\"[[PHONE_1]]"
                + " first\",\"enum\":[\"[[PHONE_1]]\",\"[[PHONE_2]]\"],\"default\":\"[[PHONE_2]]\"}}}");
    assertThat(leaves.format().schema())
        .isEqualTo("{\"type\":\"string\",\"const\":\"[[RESIDENT_1]]\"}");
    assertThat(leaves.sampling().stop()).containsExactly("[[EMAIL_1]]", "끝");
    assertThat(masked.counts())
        .isEqualTo(
            Map.of(PersonalData.EMAIL, 2, PersonalData.PHONE, 4, PersonalData.RESIDENT_NUMBER, 1));
    assertThat(leaves.messages()).hasSize(2);
    assertThat(tool.strict()).isTrue();
    assertThat(leaves.format().strict()).isTrue();
    assertThat(leaves.sampling().rarer()).isEqualTo(rarer);
  }
}
