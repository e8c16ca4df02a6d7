package app.madang.functions.chat.administration;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.models.setup.BaseUrls;
import app.madang.models.setup.ModelSetup;
import app.madang.models.setup.ProviderKeys;
import app.madang.models.setup.SecretFailure;
import app.madang.models.setup.SetupChanges;
import app.madang.models.setup.SetupHistory;
import app.madang.models.setup.SetupHistory.Changes;
import app.madang.models.setup.VertexAddress;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who runs models. A key goes in, to the address it was set for, and never comes out. */
final class ProviderDesk {

  static final String ID = "[a-z0-9][a-z0-9-]{0,39}";

  private static final String KIND = "openai|openai_compatible|anthropic|gemini|vertex_ai";

  private static final String REGION = "[a-z0-9][a-z0-9-]{0,39}";
  private static final String PROJECT = "[a-z][a-z0-9-]{4,28}[a-z0-9]";

  private static final Set<String> RESERVED = Set.of("environment", "extractive");

  private static final Logger LOG = LoggerFactory.getLogger(ProviderDesk.class);

  private final Transactions transactions;
  private final ModelSetup setup;
  private final SetupChanges changes;
  private final SetupHistory history;
  private final ProviderKeys keys;
  private final BaseUrls addresses = BaseUrls.ofEnvironment();

  ProviderDesk(
      Transactions transactions,
      ModelSetup setup,
      SetupChanges changes,
      SetupHistory history,
      ProviderKeys keys) {
    this.transactions = transactions;
    this.setup = setup;
    this.changes = changes;
    this.history = history;
    this.keys = keys;
  }

  record ListProviders() {}

  record ProviderId(@NotNull @Pattern(regexp = ID) String providerId) {}

  /** Of Vertex AI there are a region and a project instead of an address. */
  record PutProvider(
      @NotNull @Pattern(regexp = ID) String providerId,
      @Nullable @Pattern(regexp = KIND) String kind,
      @NotBlank @Size(max = 100) String name,
      @Nullable @Size(max = 300) String baseUrl,
      @Nullable @Pattern(regexp = REGION) String region,
      @Nullable @Pattern(regexp = PROJECT) String project,
      @NotNull @Pattern(regexp = "public|internal|confidential") String clearance) {}

  record SetKey(
      @NotNull @Pattern(regexp = ID) String providerId,
      @NotBlank @Size(max = 500) @Pattern(regexp = "[!-~]+") String key) {

    /** Whatever prints it, the key is not in it. */
    @Override
    public String toString() {
      return "SetKey[" + providerId + "]";
    }
  }

  record ProviderLine(
      String id,
      String kind,
      String name,
      String baseUrl,
      @Nullable String region,
      String clearance,
      String key,
      @Nullable Changed keyChanged,
      boolean editable,
      boolean added,
      int models,
      @Nullable Changed changed) {}

  record ProviderList(List<ProviderLine> items) {}

  ProviderList list(ListProviders input) {
    Role.require(Role.ADMIN);
    setup.changed();
    Catalogue catalogue = setup.get();
    Changes known = transactions.read(history::changes);
    return new ProviderList(
        catalogue.providers().stream().map(provider -> line(catalogue, provider, known)).toList());
  }

  ProviderLine put(PutProvider input) {
    Role.require(Role.ADMIN);
    setup.changed();
    Optional<Provider> old = setup.get().provider(input.providerId());
    Provider provider = provider(input, old);
    boolean moved = old.filter(known -> !known.baseUrl().equals(provider.baseUrl())).isPresent();
    inVault(
        () -> {
          changes.put(provider);
          if (moved) {
            // a key is only for whom it was given
            keys.remove(provider.id());
          }
        });
    setup.changed();
    return line(setup.get(), provider, transactions.read(history::changes));
  }

  void reset(ProviderId input) {
    Provider known = find(input.providerId());
    inVault(
        () -> {
          if (!changes.isShipped(known)) {
            keys.remove(known.id());
          }
          changes.forgetProvider(known.id());
        });
    setup.changed();
  }

  void setKey(SetKey input) {
    Provider known = find(input.providerId());
    if (known.kind() == ProviderKind.VERTEX_AI || changes.isFromEnvironment(known)) {
      throw Phrases.wrong("key", "key.not_here");
    }
    inVault(() -> keys.set(known.id(), input.key()));
    setup.changed();
  }

  void removeKey(ProviderId input) {
    Provider known = find(input.providerId());
    inVault(() -> keys.remove(known.id()));
    setup.changed();
  }

  /** A vault that fails is told with what can be done about it; then nothing has changed. */
  private void inVault(Runnable change) {
    try {
      transactions.run(change);
    } catch (SecretFailure e) {
      LOG.error("Vault: {}", e.getMessage());
      String why = Phrases.of("vault." + e.why().name().toLowerCase(Locale.ROOT));
      throw new ProblemException(
          ProblemCode.UNAVAILABLE, List.of(new ProblemException.FieldError("key", why)));
    }
  }

  private Provider find(String id) {
    Role.require(Role.ADMIN);
    setup.changed();
    return setup.get().provider(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private Provider provider(PutProvider input, Optional<Provider> old) {
    Clearance clearance = Clearance.valueOf(input.clearance().toUpperCase(Locale.ROOT));
    if (old.filter(changes::isShipped).isPresent()) {
      Provider known = old.get();
      if (input.baseUrl() != null && !input.baseUrl().equals(known.baseUrl())) {
        throw Phrases.wrong("baseUrl", "address.fixed");
      }
      return new Provider(
          known.id(),
          known.kind(),
          input.name(),
          known.baseUrl(),
          known.region(),
          clearance,
          known.keyVariable());
    }
    if (RESERVED.contains(input.providerId())) {
      throw Phrases.wrong("providerId", "id.reserved");
    }
    ProviderKind kind =
        input.kind() == null
            ? old.map(Provider::kind).orElse(ProviderKind.OPENAI_COMPATIBLE)
            : ProviderKind.valueOf(input.kind().toUpperCase(Locale.ROOT));
    if (old.filter(known -> known.kind() != kind).isPresent()) {
      throw Phrases.wrong("kind", "kind.fixed");
    }
    // no variable: the operator's keys are not sent to an address that an administrator chose
    return new Provider(
        input.providerId(),
        kind,
        input.name().strip(),
        kind == ProviderKind.VERTEX_AI ? vertex(input) : address(input, kind),
        input.region(),
        clearance,
        null);
  }

  private String address(PutProvider input, ProviderKind kind) {
    if (input.project() != null) {
      throw Phrases.wrong("project", "project.vertex");
    }
    String said = input.baseUrl() == null ? "" : input.baseUrl().strip().replaceAll("/+$", "");
    String url = said.isEmpty() ? kind.home().orElse("") : said;
    addresses
        .problem(url)
        .filter(problem -> !kind.home().filter(url::equals).isPresent())
        .ifPresent(
            problem -> {
              throw Phrases.wrong("baseUrl", "address", problem);
            });
    return url;
  }

  /** Calls carry the function's own token there: the host is Google's, whatever was sent. */
  private static String vertex(PutProvider input) {
    if (input.baseUrl() != null) {
      throw Phrases.wrong("baseUrl", "address.vertex");
    }
    if (input.region() == null) {
      throw Phrases.wrong("region", "region.needed");
    }
    if (input.project() == null) {
      throw Phrases.wrong("project", "project.needed");
    }
    return VertexAddress.of(input.region(), input.project());
  }

  private ProviderLine line(Catalogue catalogue, Provider provider, Changes known) {
    var key = known.key(provider.id());
    return new ProviderLine(
        provider.id(),
        provider.kind().name().toLowerCase(Locale.ROOT),
        provider.name(),
        provider.baseUrl(),
        provider.region(),
        provider.clearance().name().toLowerCase(Locale.ROOT),
        key.isPresent() ? "set" : keyElsewhere(provider),
        Changed.of(key),
        !changes.isShipped(provider),
        !changes.isShipped(provider),
        (int)
            catalogue.models().stream()
                .filter(model -> model.provider().equals(provider.id()))
                .count(),
        Changed.of(known.provider(provider.id())));
  }

  private String keyElsewhere(Provider provider) {
    if (setup.hasVariable(provider)) {
      return "environment";
    }
    return provider.kind().needsKey() ? "none" : "not_needed";
  }
}
