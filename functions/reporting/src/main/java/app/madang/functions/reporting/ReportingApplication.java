package app.madang.functions.reporting;

import app.madang.contracts.events.SweepDue;
import app.madang.functions.reporting.BudgetDesk.BudgetId;
import app.madang.functions.reporting.BudgetDesk.BudgetLine;
import app.madang.functions.reporting.BudgetDesk.BudgetList;
import app.madang.functions.reporting.BudgetDesk.ListBudgets;
import app.madang.functions.reporting.BudgetDesk.PutBudget;
import app.madang.functions.reporting.Leases.InstanceId;
import app.madang.functions.reporting.Leases.LeaseList;
import app.madang.functions.reporting.Leases.ListLeases;
import app.madang.functions.reporting.Outlook.AnomalyList;
import app.madang.functions.reporting.Outlook.CostForecast;
import app.madang.functions.reporting.Outlook.GetForecast;
import app.madang.functions.reporting.Outlook.GetModelHealth;
import app.madang.functions.reporting.Outlook.ListAnomalies;
import app.madang.functions.reporting.Outlook.ModelHealthReport;
import app.madang.functions.reporting.Rates.ListRates;
import app.madang.functions.reporting.Rates.PutRate;
import app.madang.functions.reporting.Rates.RateList;
import app.madang.functions.reporting.Usage.ExportUsage;
import app.madang.functions.reporting.Usage.GetUsage;
import app.madang.identity.IdentityConfiguration;
import app.madang.metering.SpendingConfiguration;
import app.madang.runtime.FileAnswer;
import app.madang.runtime.FunctionApplication;
import app.madang.runtime.OperationFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The operations and events of the reporting function, one bean an operationId or subscription. */
@FunctionApplication
@Import({IdentityConfiguration.class, SpendingConfiguration.class, FeatureConfiguration.class})
public class ReportingApplication {

  /** Where Spring's AOT step starts. */
  public static void main(String[] args) {
    OperationFunction.boot(ReportingApplication.class);
  }

  @Bean
  Function<GetUsage, UsageReport> getUsage(Usage usage) {
    return usage::all;
  }

  @Bean
  Function<ExportUsage, FileAnswer> exportUsage(Usage usage) {
    return usage::file;
  }

  @Bean
  Function<GetUsage, UsageReport> getMyUsage(Usage usage) {
    return usage::mine;
  }

  @Bean
  Function<GetModelHealth, ModelHealthReport> getModelHealth(Outlook outlook) {
    return outlook::health;
  }

  @Bean
  Function<GetForecast, CostForecast> getForecast(Outlook outlook) {
    return outlook::forecast;
  }

  @Bean
  Function<ListAnomalies, AnomalyList> listAnomalies(Outlook outlook) {
    return outlook::anomalies;
  }

  @Bean
  Function<ListBudgets, BudgetList> listBudgets(BudgetDesk budgets) {
    return budgets::list;
  }

  @Bean
  Function<PutBudget, BudgetLine> putBudget(BudgetDesk budgets) {
    return budgets::put;
  }

  @Bean
  Consumer<BudgetId> deleteBudget(BudgetDesk budgets) {
    return budgets::delete;
  }

  @Bean
  Function<ListRates, RateList> listExchangeRates(Rates rates) {
    return rates::list;
  }

  @Bean
  Function<PutRate, RateList> putExchangeRate(Rates rates) {
    return rates::put;
  }

  @Bean
  Function<ListLeases, LeaseList> listOrphanedLeases(Leases leases) {
    return leases::list;
  }

  @Bean
  Consumer<InstanceId> releaseLease(Leases leases) {
    return leases::release;
  }

  @Bean("reporting.sweep-due")
  Consumer<SweepDue> sweepDue(Sweep sweep) {
    return sweep::handle;
  }
}
