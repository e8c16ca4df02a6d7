package app.madang.models.setup;

import app.madang.metering.Budgets;
import app.madang.metering.MeteringConfiguration;
import app.madang.metering.Tariff;
import app.madang.metering.UsageLog;
import app.madang.models.door.DoorMeters;
import app.madang.models.door.LibraryDoor;
import app.madang.models.internal.vendor.VendorClients;
import app.madang.models.routing.Health;
import app.madang.models.routing.VectorRouter;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import app.madang.runtime.telemetry.Telemetry;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** For the function that turns documents into vectors: the {@link LibraryDoor}. */
@Configuration(proxyBeanMethods = false)
@Import(MeteringConfiguration.class)
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
      VendorClients clients,
      Budgets budgets,
      UsageLog usage,
      Tariff tariff,
      Telemetry telemetry) {
    ModelSetup setup =
        new ModelSetup(new SetupStore(transactions, jdbc, json), vault, clients, Optional.empty());
    Health health = new Health();
    return new LibraryDoor(
        new VectorRouter(setup, setup, health),
        setup,
        budgets,
        usage,
        tariff,
        new DoorMeters(telemetry, setup, health));
  }
}
