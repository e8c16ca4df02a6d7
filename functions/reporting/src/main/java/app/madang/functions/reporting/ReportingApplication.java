package app.madang.functions.reporting;

import app.madang.contracts.events.BudgetExhausted;
import app.madang.contracts.events.BudgetWarned;
import app.madang.contracts.events.ReportDue;
import app.madang.contracts.events.SweepDue;
import app.madang.functions.reporting.BudgetDesk.BudgetId;
import app.madang.functions.reporting.BudgetDesk.BudgetLine;
import app.madang.functions.reporting.BudgetDesk.BudgetList;
import app.madang.functions.reporting.BudgetDesk.ListBudgets;
import app.madang.functions.reporting.BudgetDesk.PutBudget;
import app.madang.functions.reporting.ChannelTrial.ChannelTest;
import app.madang.functions.reporting.Channels.Channel;
import app.madang.functions.reporting.Channels.ChannelId;
import app.madang.functions.reporting.Channels.ChannelList;
import app.madang.functions.reporting.Channels.ListChannels;
import app.madang.functions.reporting.Channels.PutChannel;
import app.madang.functions.reporting.Deliveries.Delivery;
import app.madang.functions.reporting.Deliveries.DeliveryId;
import app.madang.functions.reporting.Deliveries.ListDeliveries;
import app.madang.functions.reporting.Leases.InstanceId;
import app.madang.functions.reporting.Leases.LeaseList;
import app.madang.functions.reporting.Leases.ListLeases;
import app.madang.functions.reporting.News.ListNews;
import app.madang.functions.reporting.Outlook.AnomalyList;
import app.madang.functions.reporting.Outlook.CostForecast;
import app.madang.functions.reporting.Outlook.GetForecast;
import app.madang.functions.reporting.Outlook.GetModelHealth;
import app.madang.functions.reporting.Outlook.ListAnomalies;
import app.madang.functions.reporting.Outlook.ModelHealthReport;
import app.madang.functions.reporting.OwnBudgets.ListMyBudgets;
import app.madang.functions.reporting.OwnBudgets.MyBudgets;
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
import app.madang.runtime.Page;
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
  Function<ListMyBudgets, MyBudgets> listMyBudgets(OwnBudgets budgets) {
    return budgets::list;
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

  @Bean
  Function<ListNews, Page<ScheduledReport>> listScheduledReports(News news) {
    return news::reports;
  }

  @Bean
  Function<ListNews, Page<BudgetAlert>> listBudgetAlerts(News news) {
    return news::alerts;
  }

  @Bean
  Function<ListChannels, ChannelList> listReportChannels(Channels channels) {
    return channels::list;
  }

  @Bean
  Function<PutChannel, Channel> putReportChannel(Channels channels) {
    return channels::put;
  }

  @Bean
  Consumer<ChannelId> deleteReportChannel(Channels channels) {
    return channels::delete;
  }

  @Bean
  Function<ChannelId, ChannelTest> testReportChannel(ChannelTrial trial) {
    return trial::run;
  }

  @Bean
  Function<ListDeliveries, Page<Delivery>> listDeliveries(Deliveries deliveries) {
    return deliveries::list;
  }

  @Bean
  Consumer<DeliveryId> retryDelivery(Deliveries deliveries) {
    return deliveries::retry;
  }

  @Bean("reporting.report-due")
  Consumer<ReportDue> reportDue(ReportMaker maker) {
    return maker::handle;
  }

  @Bean("reporting.budget-warned")
  Consumer<BudgetWarned> budgetWarned(AlertBook alerts) {
    return alerts::warned;
  }

  @Bean("reporting.budget-exhausted")
  Consumer<BudgetExhausted> budgetExhausted(AlertBook alerts) {
    return alerts::exhausted;
  }

  @Bean("reporting.sweep-due")
  Consumer<SweepDue> sweepDue(Sweep sweep) {
    return sweep::handle;
  }
}
