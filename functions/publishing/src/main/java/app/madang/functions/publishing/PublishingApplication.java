package app.madang.functions.publishing;

import app.madang.contracts.events.CanaryObserved;
import app.madang.contracts.events.SweepDue;
import app.madang.contracts.events.ToolApproved;
import app.madang.functions.publishing.AccessDesk.AskAccess;
import app.madang.functions.publishing.AccessDesk.DeclineRequest;
import app.madang.functions.publishing.AccessDesk.Findable;
import app.madang.functions.publishing.AccessDesk.FoundTool;
import app.madang.functions.publishing.AccessDesk.GrantRequest;
import app.madang.functions.publishing.AccessDesk.ListRequests;
import app.madang.functions.publishing.AccessDesk.PutFindable;
import app.madang.functions.publishing.AccessDesk.WaitingRequest;
import app.madang.functions.publishing.Analytics.ExportAnalytics;
import app.madang.functions.publishing.Analytics.GetAnalytics;
import app.madang.functions.publishing.AskedAbout.ExportTopics;
import app.madang.functions.publishing.AskedAbout.GetTopics;
import app.madang.functions.publishing.GrantDesk.GrantList;
import app.madang.functions.publishing.GrantDesk.PutGrant;
import app.madang.functions.publishing.GrantDesk.RemoveGrant;
import app.madang.functions.publishing.History.GetRevision;
import app.madang.functions.publishing.History.ListHistory;
import app.madang.functions.publishing.Orphans.HandOver;
import app.madang.functions.publishing.Orphans.ListOrphans;
import app.madang.functions.publishing.Orphans.Orphan;
import app.madang.functions.publishing.Ratings.HideReview;
import app.madang.functions.publishing.Ratings.ListReviews;
import app.madang.functions.publishing.Ratings.PutRating;
import app.madang.functions.publishing.Ratings.Review;
import app.madang.functions.publishing.Ratings.ReviewId;
import app.madang.functions.publishing.Releases.ListReleases;
import app.madang.functions.publishing.ReviewDesk.ApproveTool;
import app.madang.functions.publishing.ReviewDesk.ReturnTool;
import app.madang.functions.publishing.ReviewDesk.SubmitTool;
import app.madang.functions.publishing.RollOut.RollBack;
import app.madang.functions.publishing.RollOut.SetCanary;
import app.madang.functions.publishing.Store.ListStoreTools;
import app.madang.functions.publishing.ToolDesk.CreateTool;
import app.madang.functions.publishing.ToolDesk.ListTools;
import app.madang.functions.publishing.ToolDesk.RetireTool;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.functions.publishing.ToolDesk.UpdateTool;
import app.madang.identity.IdentityConfiguration;
import app.madang.runtime.FileAnswer;
import app.madang.runtime.FunctionApplication;
import app.madang.runtime.OperationFunction;
import app.madang.runtime.Page;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The operations and events of the publishing function, one bean an operationId or subscription.
 */
@FunctionApplication
@Import({IdentityConfiguration.class, JpaConfiguration.class, FeatureConfiguration.class})
public class PublishingApplication {

  /** Where Spring's AOT step starts. */
  public static void main(String[] args) {
    OperationFunction.boot(PublishingApplication.class);
  }

  @Bean
  Function<ActionDesk.ListSources, ActionDesk.SourceList> listActionSources(ActionDesk desk) {
    return desk::list;
  }

  @Bean
  Function<ActionDesk.CreateActionSource, ActionDesk.Source> createActionSource(ActionDesk desk) {
    return desk::create;
  }

  @Bean
  Consumer<ActionDesk.SourceId> deleteActionSource(ActionDesk desk) {
    return desk::delete;
  }

  @Bean
  Function<ActionDesk.SetAction, ActionDesk.Source> setAction(ActionDesk desk) {
    return desk::set;
  }

  @Bean
  Function<ActionRenewal.CompareActionSource, ActionRenewal.Difference> compareActionSource(
      ActionRenewal renewal) {
    return renewal::compare;
  }

  @Bean
  Function<ActionRenewal.RenewActionSource, ActionDesk.Source> renewActionSource(
      ActionRenewal renewal) {
    return renewal::renew;
  }

  @Bean
  Function<ActionRenewal.PutActionSecret, ActionDesk.Source> putActionSecret(
      ActionRenewal renewal) {
    return renewal::putSecret;
  }

  @Bean
  Function<ActionChanges.ListChanges, Page<ActionChanges.Change>> listActionChanges(
      ActionChanges changes) {
    return changes::list;
  }

  @Bean
  Function<ActionCalls.ListCalls, Page<ActionCalls.Call>> listActionCalls(ActionCalls calls) {
    return calls::list;
  }

  @Bean
  Function<ActionDesk.GetHosts, ActionDesk.HostList> getActionHosts(ActionDesk desk) {
    return desk::hosts;
  }

  @Bean
  Function<ActionDesk.PutHosts, ActionDesk.HostList> putActionHosts(ActionDesk desk) {
    return desk::putHosts;
  }

  @Bean
  Function<ListTools, Page<ToolLine>> listTools(ToolDesk desk) {
    return desk::list;
  }

  @Bean
  Function<CreateTool, ToolDetail> createTool(ToolDesk desk) {
    return desk::create;
  }

  @Bean
  Function<ToolId, ToolDetail> getTool(ToolDesk desk) {
    return desk::get;
  }

  @Bean
  Function<UpdateTool, ToolDetail> updateTool(ToolDesk desk) {
    return desk::update;
  }

  @Bean
  Consumer<ToolId> deleteTool(ToolDesk desk) {
    return desk::delete;
  }

  @Bean
  Function<RetireTool, ToolDetail> retireTool(ToolDesk desk) {
    return desk::retire;
  }

  @Bean
  Function<SubmitTool, ToolDetail> submitTool(ReviewDesk desk) {
    return desk::submit;
  }

  @Bean
  Function<ToolId, ToolDetail> withdrawTool(ReviewDesk desk) {
    return desk::withdraw;
  }

  @Bean
  Function<ApproveTool, ToolDetail> approveTool(ReviewDesk desk) {
    return desk::approve;
  }

  @Bean
  Function<ReturnTool, ToolDetail> returnTool(ReviewDesk desk) {
    return desk::giveBack;
  }

  @Bean
  Function<ReviewDesk.ListReviews, Page<ToolLine>> listReviews(ReviewDesk desk) {
    return desk::list;
  }

  @Bean
  Function<GoldenDesk.ListGoldenQuestions, Page<GoldenQuestion>> listGoldenQuestions(
      GoldenDesk desk) {
    return desk::list;
  }

  @Bean
  Function<GoldenDesk.AddGoldenQuestion, GoldenQuestion> addGoldenQuestion(GoldenDesk desk) {
    return desk::add;
  }

  @Bean
  Function<GoldenDesk.ImportGoldenQuestions, GoldenDesk.Imported> importGoldenQuestions(
      GoldenDesk desk) {
    return desk::take;
  }

  @Bean
  Function<GoldenDesk.ChangeGoldenQuestion, GoldenQuestion> changeGoldenQuestion(GoldenDesk desk) {
    return desk::change;
  }

  @Bean
  Consumer<GoldenDesk.GoldenQuestionId> deleteGoldenQuestion(GoldenDesk desk) {
    return desk::delete;
  }

  @Bean
  Function<ToolId, ToolGate> getToolGate(GateDesk desk) {
    return desk::get;
  }

  @Bean
  Function<GateDesk.PutToolGate, ToolGate> putToolGate(GateDesk desk) {
    return desk::put;
  }

  @Bean
  Function<GateDesk.StartEvaluation, ToolGate> startEvaluation(GateDesk desk) {
    return desk::start;
  }

  @Bean
  Function<ListReleases, Page<ToolRelease>> listToolReleases(Releases releases) {
    return releases::list;
  }

  @Bean
  Function<ToolId, Canary> getToolCanary(RollOut rollOut) {
    return rollOut::canary;
  }

  @Bean
  Function<SetCanary, ToolDetail> setToolCanary(RollOut rollOut) {
    return rollOut::widen;
  }

  @Bean
  Function<RollBack, ToolDetail> rollBackTool(RollOut rollOut) {
    return rollOut::rollBack;
  }

  @Bean
  Function<ListHistory, Page<History.Entry>> listToolHistory(History history) {
    return history::list;
  }

  @Bean
  Function<GetRevision, History.Revision> getToolRevision(History history) {
    return history::revision;
  }

  @Bean
  Function<ListOrphans, Page<Orphan>> listOrphanedTools(Orphans orphans) {
    return orphans::list;
  }

  @Bean
  Consumer<HandOver> handOverTool(Orphans orphans) {
    return orphans::handOver;
  }

  @Bean
  Function<ToolId, GrantList> listToolGrants(GrantDesk grants) {
    return grants::list;
  }

  @Bean
  Function<PutGrant, GrantList> putToolGrant(GrantDesk grants) {
    return grants::put;
  }

  @Bean
  Consumer<RemoveGrant> removeToolGrant(GrantDesk grants) {
    return grants::remove;
  }

  @Bean
  Function<ListStoreTools, Page<StoreLine>> listStoreTools(Store store) {
    return store::list;
  }

  @Bean
  Function<ToolId, StoreTool> getStoreTool(Store store) {
    return store::get;
  }

  @Bean
  Consumer<ToolId> putToolFavourite(Store store) {
    return store::addFavourite;
  }

  @Bean
  Consumer<ToolId> removeToolFavourite(Store store) {
    return store::removeFavourite;
  }

  @Bean
  Consumer<ToolId> featureTool(Store store) {
    return tool -> store.feature(tool, true);
  }

  @Bean
  Consumer<ToolId> unfeatureTool(Store store) {
    return tool -> store.feature(tool, false);
  }

  @Bean
  Consumer<PutRating> putToolRating(Ratings ratings) {
    return ratings::put;
  }

  @Bean
  Consumer<ToolId> removeToolRating(Ratings ratings) {
    return ratings::remove;
  }

  @Bean
  Function<ListReviews, Page<Review>> listToolReviews(Ratings ratings) {
    return ratings::list;
  }

  @Bean
  Consumer<HideReview> hideToolReview(Ratings ratings) {
    return ratings::hide;
  }

  @Bean
  Consumer<ReviewId> showToolReview(Ratings ratings) {
    return ratings::show;
  }

  @Bean
  Function<ToolId, FoundTool> findStoreTool(AccessDesk desk) {
    return desk::find;
  }

  @Bean
  Function<AskAccess, FoundTool> requestToolAccess(AccessDesk desk) {
    return desk::ask;
  }

  @Bean
  Function<ToolId, Findable> getToolFindable(AccessDesk desk) {
    return desk::findable;
  }

  @Bean
  Function<PutFindable, Findable> putToolFindable(AccessDesk desk) {
    return desk::putFindable;
  }

  @Bean
  Function<ListRequests, Page<WaitingRequest>> listAccessRequests(AccessDesk desk) {
    return desk::list;
  }

  @Bean
  Consumer<GrantRequest> grantAccessRequest(AccessDesk desk) {
    return desk::grant;
  }

  @Bean
  Consumer<DeclineRequest> declineAccessRequest(AccessDesk desk) {
    return desk::decline;
  }

  @Bean
  Function<GetAnalytics, ToolFigures> getToolAnalytics(Analytics analytics) {
    return analytics::get;
  }

  @Bean
  Function<ExportAnalytics, FileAnswer> exportToolAnalytics(Analytics analytics) {
    return analytics::export;
  }

  @Bean
  Function<GetTopics, ToolTopics> getToolTopics(AskedAbout asked) {
    return asked::get;
  }

  @Bean
  Function<ExportTopics, FileAnswer> exportToolTopics(AskedAbout asked) {
    return asked::export;
  }

  @Bean("publishing.tool-approved")
  Consumer<ToolApproved> toolApproved(Releaser releaser) {
    return releaser::handle;
  }

  @Bean("publishing.sweep-due")
  Consumer<SweepDue> sweepDue(
      Releaser releaser, GateDesk gate, CanaryJudge judge, StoreCount count) {
    return due ->
        Sweep.all(Stream.of(() -> releaser.sweep(due), gate::sweep, judge::sweep, count::sweep));
  }

  @Bean("publishing.canary-observed")
  Consumer<CanaryObserved> canaryObserved(CanaryJudge judge) {
    return judge::handle;
  }
}
