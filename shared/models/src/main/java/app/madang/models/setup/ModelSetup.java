package app.madang.models.setup;

import app.madang.models.EmbeddingClient;
import app.madang.models.ModelClient;
import app.madang.models.ModelFailure;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import app.madang.models.catalogue.Provider;
import app.madang.models.catalogue.ProviderKind;
import app.madang.models.door.ModelDoor;
import app.madang.models.internal.vendor.Endpoint;
import app.madang.models.internal.vendor.VendorClients;
import app.madang.models.masking.CustomPattern;
import app.madang.models.masking.MaskPolicy;
import app.madang.models.masking.Masker;
import app.madang.models.routing.Router;
import app.madang.models.routing.Selection;
import app.madang.runtime.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is set up, never older than five seconds. A key is opened when a call needs it and kept
 * nowhere.
 */
public final class ModelSetup implements Supplier<Catalogue>, Router.Reach, ModelDoor.Maskers {

  private static final Logger LOG = LoggerFactory.getLogger(ModelSetup.class);
  private static final long FRESH_NANOS = 5_000_000_000L;
  private static final Runnable NOTHING = () -> {};

  private final SetupStore store;
  private final KeyVault vault;
  private final VendorClients clients;
  private final GoogleToken google = new GoogleToken();
  private final Map<Reached, ModelClient> made = new ConcurrentHashMap<>();
  private final Map<Reached, EmbeddingClient> embedders = new ConcurrentHashMap<>();
  private final Optional<EmbeddingClient> local;
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile Read read = new Read(null, 0);
  private volatile Runnable afterRead = NOTHING;

  /** Two providers at one address have two keys. */
  private record Reached(String provider, Endpoint endpoint) {}

  private record Read(
      @org.jspecify.annotations.Nullable Snapshot snapshot,
      long at,
      Map<MaskPolicy, Masker> maskers) {

    private Read(@org.jspecify.annotations.Nullable Snapshot snapshot, long at) {
      this(snapshot, at, new ConcurrentHashMap<>());
    }
  }

  ModelSetup(
      SetupStore store, KeyVault vault, VendorClients clients, Optional<EmbeddingClient> local) {
    this.store = store;
    this.vault = vault;
    this.clients = clients;
    this.local = local;
  }

  @Override
  public Catalogue get() {
    return snapshot().catalogue();
  }

  /** Forgets what was read: this instance sees a change at once, others within five seconds. */
  public void changed() {
    // what is being read meanwhile must not come back after it
    synchronized (this) {
      read = new Read(null, 0);
    }
    if (afterRead != NOTHING) {
      Thread.startVirtualThread(this::readAgain);
    }
  }

  private void readAgain() {
    try {
      snapshot();
    } catch (RuntimeException e) {
      LOG.warn("What is set up could not be read again yet: {}", e.toString());
    }
  }

  /** What is done each time that what is set up was read, on a thread of its own. */
  public void afterRead(Runnable work) {
    afterRead = work;
  }

  private Snapshot snapshot() {
    Read current = read;
    Snapshot snapshot = current.snapshot();
    long age = System.nanoTime() - current.at();
    if (snapshot == null || age >= FRESH_NANOS) {
      return refreshed(current);
    }
    // while requests come, none of them waits for the database
    if (age >= FRESH_NANOS / 2 && renewing.compareAndSet(false, true)) {
      Thread.startVirtualThread(() -> renew(current));
    }
    return snapshot;
  }

  private void renew(Read stale) {
    try {
      refreshed(stale);
    } catch (RuntimeException e) {
      LOG.warn("What is set up could not be read again yet: {}", e.toString());
    } finally {
      renewing.set(false);
    }
  }

  private synchronized Snapshot refreshed(Read stale) {
    Snapshot newer = read.snapshot();
    if (read != stale && newer != null) {
      return newer;
    }
    Snapshot snapshot = store.read();
    read = new Read(snapshot, System.nanoTime());
    Thread.startVirtualThread(afterRead);
    return snapshot;
  }

  @Override
  public Masker of(MaskPolicy policy) {
    Snapshot snapshot = snapshot();
    return read.maskers().computeIfAbsent(policy, p -> Masker.of(p, snapshot.patterns()));
  }

  /**
   * Who answers those who choose nobody: a policy's code or a model's id. One that is gone or
   * closed leaves it to the first open policy.
   */
  public String usual() {
    Snapshot snapshot = snapshot();
    Catalogue catalogue = snapshot.catalogue();
    boolean there =
        switch (Selection.parse(snapshot.usual())) {
          case Selection.ByPolicy(Policy policy) -> catalogue.isOpen(policy);
          case Selection.ByModel(String id) ->
              catalogue.model(id).filter(model -> model.enabled() && usable(model)).isPresent();
        };
    return there
        ? snapshot.usual()
        : Policy.OFFERED.stream().filter(catalogue::isOpen).findFirst().orElse(Policy.BEST).code();
  }

  /** Whether an answer may be given again. */
  public CacheRule cache() {
    return snapshot().cache();
  }

  /** The administrators' patterns. */
  public List<CustomPattern> patterns() {
    return snapshot().patterns();
  }

  /** Whether a provider's key comes from the environment. */
  public boolean hasVariable(Provider provider) {
    return provider.kind() == ProviderKind.VERTEX_AI
        ? google.available()
        : variable(provider).isPresent();
  }

  /** Whether a provider has all that its calls need. */
  public boolean hasKey(Provider provider) {
    return switch (provider.kind()) {
      case OPENAI_COMPATIBLE, LOCAL -> true;
      case VERTEX_AI -> google.available();
      default ->
          snapshot().sealedKeys().containsKey(provider.id()) || variable(provider).isPresent();
    };
  }

  @Override
  public boolean usable(CatalogModel model) {
    return hasKey(get().providerOf(model));
  }

  @Override
  public ModelClient client(CatalogModel model) {
    Provider provider = get().providerOf(model);
    return made.computeIfAbsent(
        new Reached(provider.id(), endpoint(provider, model)),
        reached -> clients.client(reached.endpoint(), () -> key(reached)));
  }

  @Override
  public EmbeddingClient embedder(CatalogModel model) {
    Provider provider = get().providerOf(model);
    if (provider.kind() == ProviderKind.LOCAL) {
      return local.orElseThrow(() -> new ModelFailure(ModelFailure.Kind.UNAVAILABLE, null));
    }
    return embedders.computeIfAbsent(
        new Reached(provider.id(), endpoint(provider, model)),
        reached -> clients.embedder(reached.endpoint(), () -> key(reached)));
  }

  private Endpoint endpoint(Provider provider, CatalogModel model) {
    return new Endpoint(
        provider.kind(),
        google.address(provider),
        model.vendorName(),
        model.effort(),
        model.sampling(),
        isChosen(provider));
  }

  /** Whether an administrator chose its address: not the operator's, nor a vendor's own. */
  private static boolean isChosen(Provider provider) {
    return provider.kind() != ProviderKind.LOCAL
        && provider.kind() != ProviderKind.VERTEX_AI
        && !provider.id().equals(EnvironmentModels.PROVIDER)
        && !provider.kind().home().filter(provider.baseUrl()::equals).isPresent();
  }

  /** A call that began before the address changed does not get the key of the new one. */
  private Optional<String> key(Reached reached) {
    Snapshot snapshot = snapshot();
    Provider provider =
        snapshot
            .catalogue()
            .provider(reached.provider())
            .filter(now -> google.address(now).equals(reached.endpoint().baseUrl()))
            .orElseThrow(() -> new ModelFailure(ModelFailure.Kind.UNAVAILABLE, null));
    return key(snapshot, provider);
  }

  private Optional<String> key(Snapshot snapshot, Provider provider) {
    if (provider.kind() == ProviderKind.VERTEX_AI) {
      return google.token();
    }
    byte[] sealed = snapshot.sealedKeys().get(provider.id());
    if (sealed != null) {
      return Optional.of(vault.open(provider.id(), sealed));
    }
    return variable(provider).map(vault::resolve);
  }

  /** A key that belongs to another endpoint is not sent to the vendor. */
  private static Optional<String> variable(Provider provider) {
    String name = provider.keyVariable();
    boolean elsewhere =
        "OPENAI_API_KEY".equals(name)
            && !provider.id().equals(EnvironmentModels.PROVIDER)
            && Settings.optional("OPENAI_BASE_URL").isPresent();
    return name == null || elsewhere ? Optional.empty() : Settings.optional(name);
  }
}
