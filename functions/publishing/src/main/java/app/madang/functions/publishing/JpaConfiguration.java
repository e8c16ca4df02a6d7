package app.madang.functions.publishing;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * JPA for what is edited here. Everything else reads by {@code JdbcClient}, in the same
 * transactions. It comes up while the database does not answer.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(basePackageClasses = Tools.class, enableDefaultTransactions = false)
class JpaConfiguration {

  @Bean
  PersistenceManagedTypes managedTypes() {
    return PersistenceManagedTypes.of(Tool.class.getName());
  }

  @Bean
  LocalContainerEntityManagerFactoryBean entityManagerFactory(
      DataSource dataSource, PersistenceManagedTypes managedTypes) {
    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    factory.setPersistenceUnitName("publishing");
    factory.setDataSource(dataSource);
    factory.setManagedTypes(managedTypes);
    factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    factory.setJpaDialect(new CallerDialect());
    factory.setJpaPropertyMap(
        Map.of(
            "hibernate.boot.allow_jdbc_metadata_access",
            "false",
            AvailableSettings.JAKARTA_HBM2DDL_DB_NAME,
            "PostgreSQL",
            AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION,
            "18"));
    return factory;
  }

  /** Before the runtime's own: one transaction for JPA and plain statements. */
  @Bean
  @Primary
  PlatformTransactionManager jpaTransactionManager(EntityManagerFactory factory) {
    return new JpaTransactionManager(factory);
  }
}
