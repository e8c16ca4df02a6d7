package app.madang.models.setup;

import app.madang.models.door.LibraryDoor;
import app.madang.models.internal.vendor.VendorClients;
import app.madang.models.routing.Health;
import app.madang.models.routing.VectorRouter;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** For the function that turns documents into vectors: the {@link LibraryDoor}. */
@Configuration(proxyBeanMethods = false)
public class LibraryConfiguration {

  @Bean(destroyMethod = "close")
  VendorClients vendorClients() {
    return new VendorClients(BaseUrls.ofEnvironment());
  }

  @Bean
  KeyVault keyVault(Sealer sealer) {
    return KeyVault.ofEnvironment(sealer);
  }

  @Bean
  LibraryDoor libraryDoor(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      KeyVault vault,
      VendorClients clients) {
    ModelSetup setup =
        new ModelSetup(new SetupStore(transactions, jdbc, json), vault, clients, Optional.empty());
    return new LibraryDoor(new VectorRouter(setup, setup, new Health()), setup);
  }
}
