package app.madang.models.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.contracts.Clearance;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import app.madang.models.masking.MaskPolicy;
import app.madang.models.masking.MaskPolicy.Action;
import app.madang.models.masking.Masker;
import app.madang.models.masking.PersonalData;
import app.madang.models.masking.PersonalDataBlocked;
import app.madang.models.routing.Fleet;
import app.madang.models.routing.Health;
import app.madang.models.routing.Router;
import app.madang.models.routing.Selection;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.WireDialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gpt must not get phone numbers; the others get placeholders. */
class ModelDoorTest {

  private final Fleet fleet = new Fleet();

  @AfterEach
  void stop() throws Exception {
    fleet.close();
  }

  private DoorAnswer ask(String selection, String text) {
    MaskPolicy noPhones = MaskPolicy.MASK_ALL.with(PersonalData.PHONE, Action.BLOCK);
    List<CatalogModel> models =
        fleet.catalogue.models().stream()
            .map(model -> model.id().equals("gpt") ? with(model, noPhones) : model)
            .toList();
    Catalogue catalogue =
        new Catalogue(
            fleet.catalogue.providers(),
            models,
            Map.of(Policy.BEST, List.of("gpt", "claude", "gemini")));
    ModelDoor door =
        new ModelDoor(
            new Router(
                () -> catalogue,
                fleet,
                new Health(Duration.ofSeconds(1), 8),
                app.madang.models.Patience.usual()),
            policy -> Masker.of(policy, List.of()),
            (spender, worst) -> new DoorMetersTest.Open(worst),
            new DoorMetersTest.WonATenth());
    return door.call(
        new DoorRequest(
            UUID.randomUUID(),
            Selection.parse(selection),
            ModelRequest.of(List.of(FromPerson.of(text))),
            Clearance.INTERNAL,
            new app.madang.metering.Spender(UUID.randomUUID(), Set.of(), null),
            null,
            null,
            PlaceholderBook.ofOneCall()));
  }

  private static CatalogModel with(CatalogModel model, MaskPolicy masks) {
    return new CatalogModel(
        model.id(),
        model.provider(),
        model.vendorName(),
        model.name(),
        model.contextTokens(),
        model.maxOutputTokens(),
        model.reads(),
        model.tools(),
        model.jsonSchema(),
        model.effort(),
        model.sampling(),
        model.price(),
        masks,
        true);
  }

  @Test
  void aModelThatMustNotGetWhatIsSaidGivesWayToOneThatMay() {
    fleet.vendor(WireDialect.ANTHROPIC).behaves(Script.says("전화했어요"));
    assertThat(ask("best", "010-2345-6789 로 전화해 주세요").model()).isEqualTo("claude");
    assertThat(fleet.vendor(WireDialect.OPENAI).received()).isEmpty();
    fleet.vendor(WireDialect.OPENAI).behaves(Script.says("네"));
    assertThat(ask("best", "안녕하세요").model()).isEqualTo("gpt");
  }

  @Test
  void whoNamedThatModelIsRefused() {
    assertThatThrownBy(() -> ask("gpt", "010-2345-6789 로 전화해 주세요"))
        .isInstanceOf(PersonalDataBlocked.class);
    assertThat(fleet.vendor(WireDialect.ANTHROPIC).received()).isEmpty();
  }
}
