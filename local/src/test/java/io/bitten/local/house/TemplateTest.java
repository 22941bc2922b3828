package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.config.RulebookFile;
import io.bitten.core.Event;
import io.bitten.core.Rulebook;
import io.bitten.core.fire.CloseDesk;
import io.bitten.relay.wiring.SqsCommands;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What no AWS tool knows about the template: our own names and habits. */
final class TemplateTest {
  private final CloudTemplate template = CloudTemplate.read();

  @Test
  void every_route_of_the_contract_is_there_and_no_other() {
    Set<String> routes = new TreeSet<>();
    template.functions().values().stream()
        .flatMap(function -> CloudTemplate.events(function, "HttpApi").stream())
        .forEach(route -> routes.add(route.get("Method") + " " + route.get("Path")));

    assertThat(routes)
        .containsExactlyInAnyOrder(
            "POST /telegram/webhook",
            "POST /stripe/webhook",
            "GET /health",
            "POST /api/session",
            "GET /api/user/profile",
            "GET /api/signals/live",
            "GET /api/positions",
            "GET /api/trades/history",
            "POST /api/trades/execute",
            "GET /api/openapi.json");
  }

  @Test
  void who_decides_on_a_fire_may_read_all_it_rests_on_in_one_batch() {
    Map<String, List<String>> tables =
        Map.of(
            "FireFunction", List.of("Users", "Orders", "Inbox", "Signals"),
            "ChatFunction", List.of("Users", "Orders", "Inbox", "Signals"),
            "HudFunction", List.of("Users", "Signals"));
    tables.forEach(
        (function, read) ->
            assertThat(batchRead(template.functions().get(function)))
                .as(function)
                .contains(
                    read.stream().map(it -> "GetAtt " + it + "Table.Arn").toArray(String[]::new)));
  }

  /** An offer gives back the place of an order that ended unbooked. */
  @Test
  void who_makes_offers_may_write_risk_books() {
    for (String function : List.of("ChatFunction", "HudFunction")) {
      assertThat(allowing("dynamodb:PutItem", template.functions().get(function)))
          .as(function)
          .contains("GetAtt UsersTable.Arn");
    }
  }

  private static String batchRead(Map<String, Object> function) {
    return allowing("dynamodb:BatchGetItem", function);
  }

  /** The text of the statements that allow this. */
  private static String allowing(String action, Map<String, Object> function) {
    return ((List<?>) function.get("Policies"))
        .stream()
            .flatMap(policy -> ((List<?>) ((Map<?, ?>) policy).get("Statement")).stream())
            .map(String::valueOf)
            .filter(statement -> statement.contains(action))
            .collect(Collectors.joining());
  }

  @Test
  void a_handler_is_named_after_its_package_and_its_function() {
    assertThat(template.functions())
        .allSatisfy(
            (id, function) -> {
              String name = id.replace("Function", "");
              String flat = name.toLowerCase(Locale.ROOT);
              assertThat(function.get("Handler"))
                  .isEqualTo("io.bitten.functions." + flat + "." + name + "Handler");
              assertThat(function.get("FunctionName")).isEqualTo("!Sub bitten-${Stage}-" + flat);
            });
  }

  @Test
  void a_function_somebody_waits_for_starts_from_a_snapshot() {
    Set<String> patient =
        Set.of("NewsFunction", "ScoreFunction", "SweepFunction", "BillingFunction");

    assertThat(template.functions())
        .allSatisfy(
            (id, function) ->
                assertThat(function.containsKey("SnapStart")).isNotEqualTo(patient.contains(id)));
    assertThat(template.globals())
        .containsEntry("AutoPublishAlias", "live")
        .containsEntry("AutoPublishAliasAllProperties", true);
  }

  @Test
  void the_pairs_are_listed_in_the_trading_rules_alone() {
    Map<String, Object> parameters = CloudTemplate.map(template.tree().get("Parameters"));

    assertThat(CloudTemplate.map(parameters.get("Symbols"))).containsEntry("Default", "");
    assertThat(template.variables()).containsEntry("SYMBOLS", "!Ref Symbols");
  }

  @Test
  void a_secret_is_named_and_never_given() {
    assertThat(template.variables())
        .allSatisfy(
            (name, value) -> {
              boolean secret = name.matches(".*(TOKEN|SECRET|KEY).*");
              assertThat(name.endsWith("_FROM")).as(name).isEqualTo(secret);
            });
    Map<String, Object> api = template.properties("AWS::Serverless::HttpApi").get("Api");
    assertThat(String.valueOf(api.get("AccessLogSettings")).toLowerCase(Locale.ROOT))
        .doesNotContain("header", "query", "authorization", "body", "path");
  }

  @Test
  void every_queue_gives_up_at_last_into_its_own_dead_queue() {
    Map<String, Map<String, Object>> queues = template.properties("AWS::SQS::Queue");
    assertThat(queues)
        .allSatisfy(
            (id, queue) -> {
              if (!id.endsWith("DeadQueue")) {
                String dead = id.replace("Queue", "DeadQueue");
                assertThat(queues).containsKey(dead);
                Map<String, Object> redrive = CloudTemplate.map(queue.get("RedrivePolicy"));
                assertThat(redrive)
                    .containsEntry("deadLetterTargetArn", "!GetAtt " + dead + ".Arn");
                assertThat((Integer) redrive.get("maxReceiveCount")).isBetween(5, 50);
              }
            });
  }

  /** An update, a halt and a payment were accepted: nobody brings them again. */
  @Test
  void what_must_not_be_given_up_in_an_outage_has_more_attempts() {
    Map<String, Map<String, Object>> queues = template.properties("AWS::SQS::Queue");
    assertThat(List.of("UpdatesQueue", "HaltsQueue", "StripeEventsQueue", "ExitsQueue"))
        .allSatisfy(
            id ->
                assertThat(
                        CloudTemplate.map(queues.get(id).get("RedrivePolicy"))
                            .get("maxReceiveCount"))
                    .as(id)
                    .isEqualTo(10));
  }

  /** Dead before that, a close would be neither carried out nor told to have lapsed. */
  @Test
  void a_close_whose_store_is_away_comes_again_after_its_time() {
    Map<String, Object> exits = template.properties("AWS::SQS::Queue").get("ExitsQueue");
    int receives = (Integer) CloudTemplate.map(exits.get("RedrivePolicy")).get("maxReceiveCount");

    assertThat(Duration.ofSeconds((receives - 1L) * SqsCommands.VISIBILITY_SECONDS))
        .isGreaterThan(CloseDesk.COMMAND_LIVES);
  }

  @Test
  void a_message_stays_hidden_while_its_reader_may_work_on_it() {
    Map<String, Map<String, Object>> queues = template.properties("AWS::SQS::Queue");
    template
        .functions()
        .forEach(
            (id, function) -> {
              int timeout = (Integer) template.of(function, "Timeout");
              for (Map<String, Object> source : CloudTemplate.events(function, "SQS")) {
                String queue =
                    String.valueOf(source.get("Queue")).replaceAll("!GetAtt |\\.Arn", "");
                assertThat((Integer) queues.get(queue).get("VisibilityTimeout"))
                    .as(queue)
                    .isGreaterThan(timeout);
                assertThat(source)
                    .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"))
                    .containsKeys("BatchSize", "ScalingConfig");
              }
            });
  }

  @Test
  void what_failed_is_seen_again_while_it_still_matters() {
    Rulebook rules = RulebookFile.packaged();

    assertThat(hidden("SignalsQueue")).isLessThan(rules.signals().lifetime().dividedBy(3));
    assertThat(hidden("FiresQueue")).isLessThan(rules.limits().confirmFor().dividedBy(2));
  }

  @Test
  void a_message_that_has_to_wait_holds_up_no_other_and_is_not_given_up_for_it() {
    Map<String, Object> messages = template.properties("AWS::SQS::Queue").get("MessagesQueue");
    Map<String, Object> redrive = CloudTemplate.map(messages.get("RedrivePolicy"));
    Map<String, Object> function = template.functions().get("MessageFunction");
    Map<String, Object> events = CloudTemplate.map(function.get("Events"));
    Map<String, Object> source =
        CloudTemplate.map(CloudTemplate.map(events.get("Messages")).get("Properties"));

    assertThat(source).containsEntry("BatchSize", 1);
    assertThat((Integer) redrive.get("maxReceiveCount")).isGreaterThanOrEqualTo(50);
  }

  private Duration hidden(String queue) {
    Object seconds = template.properties("AWS::SQS::Queue").get(queue).get("VisibilityTimeout");
    return Duration.ofSeconds((Integer) seconds);
  }

  @Test
  void every_event_goes_to_somebody() {
    String rules = String.valueOf(template.properties("AWS::Events::Rule").values());

    assertThat(rules).contains(eventNames());
  }

  @Test
  void every_queue_and_every_function_is_watched() {
    String watch = Repository.text(Repository.root().resolve("infra/watch.yaml"));
    Set<String> watched =
        Arrays.stream(watch.split("[^a-z-]+")).collect(Collectors.toCollection(TreeSet::new));

    assertThat(watched).containsAll(shortNames("AWS::SQS::Queue", "QueueName"));
    assertThat(watched).containsAll(shortNames("AWS::Serverless::Function", "FunctionName"));
  }

  private Set<String> shortNames(String type, String property) {
    return template.properties(type).values().stream()
        .map(properties -> String.valueOf(properties.get(property)))
        .map(name -> name.replaceAll("^.*}-|-dead|\\.fifo", ""))
        .collect(Collectors.toSet());
  }

  private static List<String> eventNames() {
    return Arrays.stream(Event.class.getPermittedSubclasses())
        .map(event -> event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }
}
