package app.madang.functions.auth;

import app.madang.functions.auth.Groups.AddGroupMember;
import app.madang.functions.auth.Groups.CreateGroup;
import app.madang.functions.auth.Groups.GroupId;
import app.madang.functions.auth.Groups.GroupMember;
import app.madang.functions.auth.Groups.ListGroups;
import app.madang.functions.auth.Groups.ListMembers;
import app.madang.functions.auth.Groups.RemoveGroupMember;
import app.madang.functions.auth.Keys.ApiKey;
import app.madang.functions.auth.Keys.CreateKey;
import app.madang.functions.auth.Keys.KeyId;
import app.madang.functions.auth.Keys.ListKeys;
import app.madang.functions.auth.Keys.NewApiKey;
import app.madang.functions.auth.People.GetMe;
import app.madang.functions.auth.People.ListPeople;
import app.madang.functions.auth.People.Me;
import app.madang.functions.auth.People.Person;
import app.madang.functions.auth.People.SetRoles;
import app.madang.functions.auth.People.SetSuspended;
import app.madang.functions.auth.Services.CreateService;
import app.madang.functions.auth.Services.CreateServiceKey;
import app.madang.functions.auth.Services.ListServices;
import app.madang.functions.auth.Services.ServiceId;
import app.madang.functions.auth.Services.ServiceKeyId;
import app.madang.identity.IdentityConfiguration;
import app.madang.runtime.FunctionApplication;
import app.madang.runtime.OperationFunction;
import app.madang.runtime.Page;
import app.madang.runtime.Transactions;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The operations of the auth function, one bean an operationId. */
@FunctionApplication
@Import(IdentityConfiguration.class)
public class AuthApplication {

  /** Where Spring's AOT step starts. */
  public static void main(String[] args) {
    OperationFunction.boot(AuthApplication.class);
  }

  @Bean
  People people(Transactions transactions, JdbcClient jdbc) {
    return new People(transactions, jdbc);
  }

  @Bean
  Groups groups(Transactions transactions, JdbcClient jdbc) {
    return new Groups(transactions, jdbc);
  }

  @Bean
  Function<GetMe, Me> getMe(People people) {
    return people::me;
  }

  @Bean
  Function<ListPeople, Page<Person>> listPeople(People people) {
    return people::list;
  }

  @Bean
  Function<SetRoles, Person> setRoles(People people) {
    return people::setRoles;
  }

  @Bean
  Function<SetSuspended, Person> setSuspended(People people) {
    return people::setSuspended;
  }

  @Bean
  Keys keys(Transactions transactions, JdbcClient jdbc) {
    return new Keys(transactions, jdbc);
  }

  @Bean
  Function<ListKeys, Page<ApiKey>> listKeys(Keys keys) {
    return keys::list;
  }

  @Bean
  Function<CreateKey, NewApiKey> createKey(Keys keys) {
    return keys::create;
  }

  @Bean
  Consumer<KeyId> revokeKey(Keys keys) {
    return keys::revoke;
  }

  @Bean
  Services services(Transactions transactions, JdbcClient jdbc, People people, Keys keys) {
    return new Services(transactions, jdbc, people, keys);
  }

  @Bean
  Function<ListServices, Page<Person>> listServices(Services services) {
    return services::list;
  }

  @Bean
  Function<CreateService, Person> createService(Services services) {
    return services::create;
  }

  @Bean
  Function<ServiceId, Page<ApiKey>> listServiceKeys(Services services) {
    return services::keys;
  }

  @Bean
  Function<CreateServiceKey, NewApiKey> createServiceKey(Services services) {
    return services::createKey;
  }

  @Bean
  Consumer<ServiceKeyId> revokeServiceKey(Services services) {
    return services::revokeKey;
  }

  @Bean
  Function<ListGroups, Page<Group>> listGroups(Groups groups) {
    return groups::list;
  }

  @Bean
  Function<CreateGroup, Group> createGroup(Groups groups) {
    return groups::create;
  }

  @Bean
  Consumer<GroupId> deleteGroup(Groups groups) {
    return groups::delete;
  }

  @Bean
  Function<ListMembers, Page<GroupMember>> listGroupMembers(Groups groups) {
    return groups::members;
  }

  @Bean
  Consumer<AddGroupMember> addGroupMember(Groups groups) {
    return groups::add;
  }

  @Bean
  Consumer<RemoveGroupMember> removeGroupMember(Groups groups) {
    return groups::remove;
  }
}
