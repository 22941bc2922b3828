package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Who may do what to which table and which queue, and to which keys where not to all: a list kept
 * by hand, so that a right that is given or taken is seen twice. What the code needs it cannot
 * know.
 */
final class RightsTest {
  private static final Pattern PLACE = Pattern.compile("!GetAtt (\\w+(?:Table|Queue))\\.Arn");
  private static final Pattern KEYS = Pattern.compile("dynamodb:LeadingKeys=([^}]+)}");

  private static final String RIGHTS =
      """
      alert: GetItem InboxTable; SendMessage MessagesQueue; GetItem Query SignalsTable; \
      GetItem Query UsersTable
      billing: BatchGetItem GetItem PutItem Query UsersTable
      chat: SendMessage ExitsQueue; SendMessage HaltsQueue; \
      BatchGetItem GetItem PutItem Query InboxTable; SendMessage MessagesQueue; \
      BatchGetItem GetItem PutItem Query OrdersTable; \
      BatchGetItem GetItem Query SignalsTable; BatchGetItem GetItem PutItem Query UsersTable
      fill: BatchGetItem GetItem PutItem Query OrdersTable; \
      BatchGetItem GetItem PutItem Query UsersTable
      fire: BatchGetItem GetItem InboxTable; SendMessage OrdersQueue; \
      BatchGetItem GetItem PutItem Query UpdateItem(counter) OrdersTable; \
      BatchGetItem GetItem Query SignalsTable; BatchGetItem GetItem PutItem Query UsersTable
      halt: SendMessage ExitsQueue; SendMessage HaltsQueue; \
      GetItem(seen#halt-page#*) PutItem(seen#halt-page#*) InboxTable; \
      SendMessage MessagesQueue; GetItem PutItem(receipt#*) Query UsersTable
      hud: SendMessage FiresQueue; GetItem PutItem InboxTable; \
      BatchGetItem GetItem Query OrdersTable; BatchGetItem GetItem Query SignalsTable; \
      BatchGetItem GetItem PutItem(risk#*) Query UsersTable
      message: GetItem PutItem Query InboxTable; GetItem PutItem Query UsersTable
      news: GetItem PutItem InboxTable; GetItem PutItem SignalsTable
      notify: BatchGetItem GetItem Query InboxTable; SendMessage MessagesQueue; \
      BatchGetItem GetItem Query OrdersTable; BatchGetItem GetItem Query SignalsTable; \
      BatchGetItem GetItem Query UsersTable
      score: GetItem PutItem Query UpdateItem SignalsTable
      stripe: GetItem PutItem InboxTable; SendMessage StripeEventsQueue
      sweep: SendMessage OrdersQueue; BatchGetItem GetItem PutItem Query OrdersTable; \
      SendMessage ReportsQueue; BatchGetItem GetItem PutItem Query UsersTable
      telegram: SendMessage FiresQueue; GetItem PutItem InboxTable; SendMessage UpdatesQueue
      """;

  private final CloudTemplate template = CloudTemplate.read();

  @Test
  void a_function_may_do_what_is_listed_and_no_more() {
    Map<String, Map<String, Object>> functions = template.functions();
    List<String> lines = new ArrayList<>();
    functions.forEach(
        (id, function) -> {
          String name = String.valueOf(function.get("FunctionName")).replaceAll("^.*-", "");
          lines.add(name + ": " + rights(function.get("Policies")));
        });

    assertThat(lines).containsExactlyInAnyOrderElementsOf(RIGHTS.lines().toList());
  }

  @Test
  void the_relay_adds_to_no_counter_and_deletes_only_its_wishes() {
    Object policy = template.properties("AWS::IAM::ManagedPolicy").get("RelayPolicy");

    assertThat(rights(List.of(Map.of("Statement", statements(policy)))))
        .isEqualTo(
            "BatchGetItem DeleteItem(wish#*) GetItem PutItem Query OrdersTable;"
                + " SendMessage ReportsQueue;"
                + " BatchGetItem(halt#*) GetItem(halt#*) PutItem(halt#account#*) UsersTable");
  }

  private static Object statements(Object policy) {
    return CloudTemplate.map(CloudTemplate.map(policy).get("PolicyDocument")).get("Statement");
  }

  /** Each place with what is allowed there, and on which keys, but the taking of messages. */
  private static String rights(Object policies) {
    Map<String, Set<String>> rights = new TreeMap<>();
    for (Object policy : (List<?>) policies) {
      for (Object one : (List<?>) CloudTemplate.map(policy).get("Statement")) {
        Map<String, Object> statement = CloudTemplate.map(one);
        PLACE
            .matcher(String.valueOf(statement.get("Resource")))
            .results()
            .forEach(
                place ->
                    rights
                        .computeIfAbsent(place.group(1), name -> new TreeSet<>())
                        .addAll(actions(statement)));
      }
    }
    rights.values().removeIf(Set::isEmpty);
    return rights.entrySet().stream()
        .map(right -> String.join(" ", right.getValue()) + " " + right.getKey())
        .collect(Collectors.joining("; "));
  }

  private static List<String> actions(Map<String, Object> statement) {
    String keys = keys(statement);
    return Pattern.compile("dynamodb:(\\w+)|sqs:(SendMessage)")
        .matcher(String.valueOf(statement.get("Action")))
        .results()
        .map(action -> action.group().replaceAll("^.*:", "") + keys)
        .toList();
  }

  /** Empty where the whole table is meant. */
  private static String keys(Map<String, Object> statement) {
    return KEYS.matcher(String.valueOf(statement.get("Condition")))
        .results()
        .map(keys -> "(" + keys.group(1) + ")")
        .collect(Collectors.joining());
  }
}
