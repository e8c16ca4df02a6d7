package app.madang.models.routing;

import app.madang.contracts.Clearance;
import app.madang.models.ModelClient;
import app.madang.models.Patience;
import app.madang.models.Tokens;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.EffortStyle;
import app.madang.models.catalogue.Modality;
import app.madang.models.catalogue.Policy;
import app.madang.models.catalogue.Price;
import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.models.internal.vendor.Endpoint;
import app.madang.models.internal.vendor.VendorClients;
import app.madang.models.masking.MaskPolicy;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Three vendors that stand in, with a model each: gpt, claude and gemini. */
public final class Fleet implements AutoCloseable, Router.Reach, Ledger {

  final Map<WireDialect, VendorStandIn> vendors = new EnumMap<>(WireDialect.class);
  final Queue<Attempt> settled = new ConcurrentLinkedQueue<>();
  final Queue<Tokens> held = new ConcurrentLinkedQueue<>();
  final Set<String> keyless = ConcurrentHashMap.newKeySet();

  /** All three. */
  public final Catalogue catalogue;

  private final VendorClients clients = new VendorClients();
  private final Map<String, ModelClient> made = new ConcurrentHashMap<>();

  /** Starts them. */
  public Fleet() {
    List<Provider> providers = new ArrayList<>();
    for (WireDialect dialect : WireDialect.values()) {
      VendorStandIn vendor = new VendorStandIn();
      vendors.put(dialect, vendor);
      providers.add(
          new Provider(
              dialect.name().toLowerCase(java.util.Locale.ROOT),
              ProviderKind.valueOf(dialect.name()),
              dialect.name(),
              vendor.baseUrl(dialect),
              null,
              dialect == WireDialect.GEMINI ? Clearance.CONFIDENTIAL : Clearance.INTERNAL,
              null));
    }
    catalogue =
        new Catalogue(
            providers,
            List.of(
                model("gpt", "openai", 8_000, Set.of(Modality.TEXT, Modality.IMAGE)),
                model("claude", "anthropic", 100_000, Set.of(Modality.TEXT)),
                model("gemini", "gemini", 100_000, Set.of(Modality.TEXT))),
            Map.of(Policy.BEST, List.of("gpt", "claude", "gemini")));
  }

  private static CatalogModel model(String id, String provider, int context, Set<Modality> reads) {
    return new CatalogModel(
        id,
        provider,
        id + "-v1",
        id,
        context,
        1_000,
        reads,
        true,
        true,
        EffortStyle.NONE,
        true,
        Price.free(LocalDate.EPOCH),
        MaskPolicy.MASK_ALL,
        true);
  }

  /** One of them. */
  public VendorStandIn vendor(WireDialect dialect) {
    return java.util.Objects.requireNonNull(vendors.get(dialect));
  }

  /** Over all of them. */
  public Router router() {
    return router(new Health(Duration.ofMillis(300), 64));
  }

  /** With another patience for those that fail. */
  public Router router(Health health) {
    return new Router(
        () -> catalogue,
        this,
        health,
        new Patience(
            Duration.ofMillis(1500),
            Duration.ofMillis(600),
            Duration.ofSeconds(8),
            Duration.ofMillis(1500)));
  }

  @Override
  public boolean usable(CatalogModel model) {
    return !keyless.contains(model.id());
  }

  @Override
  public ModelClient client(CatalogModel model) {
    return made.computeIfAbsent(
        model.id(),
        id -> {
          Provider provider = catalogue.providerOf(model);
          return clients.client(
              new Endpoint(
                  provider.kind(),
                  provider.baseUrl(),
                  model.vendorName(),
                  model.effort(),
                  model.sampling()),
              () -> Optional.of("sk"));
        });
  }

  @Override
  public Hold hold(CatalogModel model, Tokens worst) {
    held.add(worst);
    return settled::add;
  }

  @Override
  public void close() throws Exception {
    clients.close();
    vendors.values().forEach(VendorStandIn::close);
  }
}
