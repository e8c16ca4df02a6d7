package app.madang.models.setup;

import app.madang.metering.Budgets;
import app.madang.metering.MeteringConfiguration;
import app.madang.metering.Tariff;
import app.madang.models.EmbeddingClient;
import app.madang.models.Patience;
import app.madang.models.door.DoorMeters;
import app.madang.models.door.ModelDoor;
import app.madang.models.door.VectorDoor;
import app.madang.models.internal.vendor.VendorClients;
import app.madang.models.routing.Health;
import app.madang.models.routing.Router;
import app.madang.models.routing.VectorRouter;
import app.madang.runtime.Sealer;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.telemetry.Telemetry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * For functions that ask models: the {@link ModelDoor}. {@code MODEL_FIRST_TOKEN_SECONDS} and
 * {@code MODEL_SILENCE_SECONDS} say how long a vendor may be silent.
 */
@Configuration(proxyBeanMethods = false)
@Import(MeteringConfiguration.class)
public class DoorConfiguration {

  @Bean(destroyMethod = "close")
  VendorClients vendorClients() {
    return new VendorClients(BaseUrls.ofEnvironment());
  }

  @Bean
  KeyVault keyVault(Sealer sealer) {
    return KeyVault.ofEnvironment(sealer);
  }

  @Bean
  ModelSetup modelSetup(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      KeyVault vault,
      VendorClients clients,
      ObjectProvider<EmbeddingClient> local) {
    return new ModelSetup(
        new SetupStore(transactions, jdbc, json),
        vault,
        clients,
        Optional.ofNullable(local.getIfAvailable()));
  }

  @Bean
  Health modelHealth() {
    return new Health();
  }

  @Bean
  Router modelRouter(ModelSetup setup, Health health) {
    Patience patience =
        new Patience(
            Duration.ofSeconds(Settings.integer("MODEL_FIRST_TOKEN_SECONDS", 20)),
            Duration.ofSeconds(Settings.integer("MODEL_SILENCE_SECONDS", 15)),
            Duration.ofMinutes(10),
            Duration.ofSeconds(Settings.integer("MODEL_WHOLE_SECONDS", 120)));
    return new Router(setup, setup, health, patience);
  }

  @Bean
  DoorMeters doorMeters(Telemetry telemetry, ModelSetup setup, Health health) {
    return new DoorMeters(telemetry, setup, health);
  }

  @Bean
  ModelDoor modelDoor(
      Router router, ModelSetup setup, Budgets budgets, Tariff tariff, DoorMeters meters) {
    return new ModelDoor(router, setup, budgets, tariff, meters);
  }

  @Bean
  VectorDoor vectorDoor(
      ModelSetup setup, Health health, Budgets budgets, Tariff tariff, DoorMeters meters) {
    return new VectorDoor(new VectorRouter(setup, setup, health), setup, budgets, tariff, meters);
  }
}
