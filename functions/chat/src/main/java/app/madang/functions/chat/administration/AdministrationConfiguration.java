package app.madang.functions.chat.administration;

import app.madang.functions.chat.administration.CacheDesk.CacheState;
import app.madang.functions.chat.administration.CacheDesk.GetCache;
import app.madang.functions.chat.administration.CacheDesk.SetCache;
import app.madang.functions.chat.administration.ChangeDesk.ChangeLine;
import app.madang.functions.chat.administration.ChangeDesk.ListChanges;
import app.madang.functions.chat.administration.MaskDesk.AddPattern;
import app.madang.functions.chat.administration.MaskDesk.ListPatterns;
import app.madang.functions.chat.administration.MaskDesk.PatternId;
import app.madang.functions.chat.administration.MaskDesk.PatternLine;
import app.madang.functions.chat.administration.MaskDesk.PatternList;
import app.madang.functions.chat.administration.MaskDesk.Tried;
import app.madang.functions.chat.administration.MaskDesk.TryMasking;
import app.madang.functions.chat.administration.ModelDesk.ListModels;
import app.madang.functions.chat.administration.ModelDesk.ModelId;
import app.madang.functions.chat.administration.ModelDesk.ModelList;
import app.madang.functions.chat.administration.ModelDesk.SetDefault;
import app.madang.functions.chat.administration.ModelTrial.Trial;
import app.madang.functions.chat.administration.PolicyDesk.ListPolicies;
import app.madang.functions.chat.administration.PolicyDesk.PolicyCode;
import app.madang.functions.chat.administration.PolicyDesk.PolicyLine;
import app.madang.functions.chat.administration.PolicyDesk.PolicyList;
import app.madang.functions.chat.administration.PolicyDesk.PutPolicy;
import app.madang.functions.chat.administration.ProviderDesk.ListProviders;
import app.madang.functions.chat.administration.ProviderDesk.ProviderId;
import app.madang.functions.chat.administration.ProviderDesk.ProviderLine;
import app.madang.functions.chat.administration.ProviderDesk.ProviderList;
import app.madang.functions.chat.administration.ProviderDesk.PutProvider;
import app.madang.functions.chat.administration.ProviderDesk.SetKey;
import app.madang.functions.chat.cache.AnswerCache;
import app.madang.metering.Tariff;
import app.madang.models.routing.Health;
import app.madang.models.setup.KeyVault;
import app.madang.models.setup.ModelSetup;
import app.madang.models.setup.ProviderKeys;
import app.madang.models.setup.SetupChanges;
import app.madang.models.setup.SetupHistory;
import app.madang.models.setup.SetupLog;
import app.madang.runtime.Page;
import app.madang.runtime.Transactions;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The operations by which administrators govern models. */
@Configuration(proxyBeanMethods = false)
public class AdministrationConfiguration {

  @Bean
  SetupChanges setupChanges(JdbcClient jdbc, JsonMapper json) {
    return new SetupChanges(jdbc, json);
  }

  @Bean
  ProviderDesk providerDesk(
      Transactions transactions,
      ModelSetup setup,
      SetupChanges changes,
      JdbcClient jdbc,
      KeyVault vault) {
    return new ProviderDesk(
        transactions, setup, changes, new SetupHistory(jdbc), new ProviderKeys(jdbc, vault));
  }

  @Bean
  ModelDesk modelDesk(
      Transactions transactions,
      ModelSetup setup,
      SetupChanges changes,
      JdbcClient jdbc,
      Tariff tariff,
      Health health) {
    return new ModelDesk(transactions, setup, changes, new SetupHistory(jdbc), tariff, health);
  }

  @Bean
  PolicyDesk policyDesk(
      Transactions transactions, ModelSetup setup, SetupChanges changes, JdbcClient jdbc) {
    return new PolicyDesk(transactions, setup, changes, new SetupHistory(jdbc));
  }

  @Bean
  MaskDesk maskDesk(
      Transactions transactions, ModelSetup setup, SetupChanges changes, JdbcClient jdbc) {
    return new MaskDesk(transactions, setup, changes, new SetupHistory(jdbc));
  }

  @Bean
  CacheDesk cacheDesk(
      Transactions transactions,
      ModelSetup setup,
      SetupChanges changes,
      JdbcClient jdbc,
      AnswerCache cache) {
    return new CacheDesk(transactions, setup, changes, new SetupHistory(jdbc), cache);
  }

  @Bean
  ChangeDesk changeDesk(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    return new ChangeDesk(transactions, new SetupLog(jdbc, json));
  }

  @Bean
  Function<ListChanges, Page<ChangeLine>> listModelChanges(ChangeDesk desk) {
    return desk::list;
  }

  @Bean
  Function<GetCache, CacheState> getAnswerCache(CacheDesk desk) {
    return desk::get;
  }

  @Bean
  Function<SetCache, CacheState> setAnswerCache(CacheDesk desk) {
    return desk::set;
  }

  @Bean
  Function<ListProviders, ProviderList> listProviders(ProviderDesk desk) {
    return desk::list;
  }

  @Bean
  Function<PutProvider, ProviderLine> putProvider(ProviderDesk desk) {
    return desk::put;
  }

  @Bean
  Consumer<ProviderId> resetProvider(ProviderDesk desk) {
    return desk::reset;
  }

  @Bean
  Consumer<SetKey> setProviderKey(ProviderDesk desk) {
    return desk::setKey;
  }

  @Bean
  Consumer<ProviderId> removeProviderKey(ProviderDesk desk) {
    return desk::removeKey;
  }

  @Bean
  Function<ListModels, ModelList> listAllModels(ModelDesk desk) {
    return desk::list;
  }

  @Bean
  Function<PutModel, ModelLine> putModel(ModelDesk desk) {
    return desk::put;
  }

  @Bean
  Consumer<ModelId> resetModel(ModelDesk desk) {
    return desk::reset;
  }

  @Bean
  Consumer<SetDefault> setDefaultModel(ModelDesk desk) {
    return desk::setDefault;
  }

  @Bean
  Function<ModelId, Trial> testModel(ModelTrial trial) {
    return trial::test;
  }

  @Bean
  Function<ListPolicies, PolicyList> listPolicies(PolicyDesk desk) {
    return desk::list;
  }

  @Bean
  Function<PutPolicy, PolicyLine> putPolicy(PolicyDesk desk) {
    return desk::put;
  }

  @Bean
  Consumer<PolicyCode> resetPolicy(PolicyDesk desk) {
    return desk::reset;
  }

  @Bean
  Function<ListPatterns, PatternList> listMaskPatterns(MaskDesk desk) {
    return desk::list;
  }

  @Bean
  Function<AddPattern, PatternLine> addMaskPattern(MaskDesk desk) {
    return desk::add;
  }

  @Bean
  Consumer<PatternId> removeMaskPattern(MaskDesk desk) {
    return desk::remove;
  }

  @Bean
  Function<TryMasking, Tried> tryMasking(MaskDesk desk) {
    return desk::attempt;
  }
}
