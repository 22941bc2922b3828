package io.bitten.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.local.template.Trigger.BatchFailures;
import io.bitten.local.template.Trigger.FromQueue;
import io.bitten.local.template.Trigger.Route;
import io.bitten.local.template.Trigger.Timer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFileTest {
  private static final Places PLACES = Places.at("http://127.0.0.1:1", "http://127.0.0.1:2");

  @Test
  void functions_take_what_they_leave_out_from_the_globals() throws IOException {
    LambdaFunction door = small(Map.of()).functions().getFirst();
    assertThat(door)
        .isEqualTo(
            new LambdaFunction(
                "DoorFunction",
                "test.Door",
                Duration.ofSeconds(40),
                128,
                Map.of(
                    "BUS", "bus-test",
                    "STEPS_URL", "http://127.0.0.1:1/000000000000/steps-test.fifo",
                    "ADDRESS", "http://127.0.0.1:2/a-test/${literal}"),
                List.of(
                    new Route("POST", "/orders/{id}"),
                    new Route("GET", "/orders/{id}"),
                    new Route("ANY", "/any/{rest+}"),
                    new Timer("Tick", new ScheduleExpression.Rate(Duration.ofMinutes(5)), ""))));
  }

  @Test
  void a_function_may_last_longer_here_than_in_the_cloud() throws IOException {
    LambdaFunction door = small(Map.of()).functions().getFirst();
    assertThat(door.lasting(3).timeout()).isEqualTo(door.timeout().multipliedBy(3));
    assertThat(door.lasting(1)).isEqualTo(door);
  }

  @Test
  void queue_events_name_the_queue_and_how_failures_are_reported() throws IOException {
    Template template = small(Map.of("Stage", "other"));
    assertThat(template.functions())
        .filteredOn(it -> it.id().equals("StepFunction"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.triggers())
                    .containsExactly(
                        new FromQueue("steps-other.fifo", 5, BatchFailures.REPORTED, 4)));
    assertThat(template.functions())
        .filteredOn(it -> it.id().equals("NoteFunction"))
        .singleElement()
        .satisfies(it -> assertThat(it.handler()).isEqualTo("test.Note"));
  }

  @Test
  void queues_tables_and_rules_keep_what_the_engines_need() throws IOException {
    Template template = small(Map.of());
    assertThat(template.queue("notes-test"))
        .isEqualTo(
            new Queue(
                "NotesQueue",
                "notes-test",
                Queue.Order.STANDARD,
                Duration.ofSeconds(100),
                Duration.ZERO,
                Duration.ofDays(4),
                new Queue.DeadLetters.To("notes-test-dead", 5)));
    assertThat(template.queue("steps-test.fifo").order())
        .isEqualTo(Queue.Order.FIFO_DEDUPLICATED_BY_CONTENT);
    assertThat(template.tables())
        .containsExactly(
            new Table(
                "ThingsTable",
                "things-test",
                Map.of("pk", "S", "sk", "S", "owner", "S"),
                new Table.Key("pk", "sk"),
                List.of(new Table.Index("by-owner", new Table.Key("owner", ""), "ALL", List.of())),
                "ttl"));
    assertThat(template.buses()).containsExactly("default", "bus-test");
    assertThat(template.rules())
        .contains(
            new Rule(
                "DetailRule",
                "bus-test",
                "{\"source\":[\"test\"],\"detail-type\":[\"stepped\"]}",
                List.of(
                    new Rule.Target(
                        "steps", "steps-test.fifo", "from-bus", new Rule.Input.Part("$.detail")))));
  }

  @Test
  void a_condition_decides_whether_a_resource_is_there() throws IOException {
    assertThat(small(Map.of()).queues()).extracting(Queue::name).doesNotContain("maybe");
    assertThat(small(Map.of("Wanted", "yes")).queues()).extracting(Queue::name).contains("maybe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Type: AWS::Kinesis::Stream                                       | Thing: AWS::Kinesis::Stream
          Type: AWS::SQS::Queue, Properties: {Colour: red}                 | Thing.Properties: Colour
          Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Nobody}      | Ref Nobody names nothing
          Type: AWS::SQS::Queue, Properties: {QueueName: !Base64 x}        | Fn::Base64 is not known
          Type: AWS::SQS::Queue, Properties: {FifoQueue: true, QueueName: a} | ends in .fifo
          Type: AWS::SQS::Queue, Surprise: 1                               | Thing: Surprise
          Type: AWS::Serverless::Function, Properties: {Handler: a, Events: {E: {Type: Kinesis}}} | event type Kinesis
          Type: AWS::Serverless::Function, Properties: {Handler: a, Events: {E: {Type: SQS, Properties: {Queue: 'arn:a:b:nowhere'}}}} | no queue nowhere
          Type: AWS::Serverless::Function, Properties: {Handler: a, Events: {E: {Type: Schedule, Properties: {Schedule: at(noon)}}}} | at(noon)
          Type: AWS::Serverless::Function, Properties: {Timeout: 3}        | Handler is missing
          Type: AWS::Events::Rule, Properties: {EventPattern: {a: [b]}, Targets: [{Id: a, Arn: 'arn:aws:sns:x'}]} | only queues
          """)
  void what_is_unknown_stops_with_its_name(String resource, String complaint) {
    TemplateFile file = text("Resources: {Thing: {" + resource + "}}");
    assertThatThrownBy(() -> file.resolve(PLACES, Map.of()))
        .isInstanceOf(TemplateProblem.class)
        .hasMessageContaining("Thing")
        .hasMessageContaining(complaint);
  }

  @Test
  void parameters_are_checked_by_name() {
    TemplateFile file =
        text(
            "Parameters: {Key: {Type: String}}\n"
                + "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Key}}}");
    assertThatThrownBy(() -> file.resolve(PLACES, Map.of())).hasMessageContaining("Parameters.Key");
    assertThatThrownBy(() -> file.resolve(PLACES, Map.of("Kye", "x"))).hasMessageContaining("Kye");
    assertThatThrownBy(() -> small(Map.of("Wanted", "perhaps")))
        .hasMessageContaining("must be one of [yes, no], was perhaps");
    assertThat(file.resolve(PLACES, Map.of("Key", "given")).queue("given").id()).isEqualTo("Q");
  }

  @Test
  void a_key_written_twice_is_refused() {
    assertThatThrownBy(() -> text("Resources: {A: 1}\nResources: {A: 2}"))
        .isInstanceOf(TemplateProblem.class)
        .hasMessageContaining("duplicate key");
  }

  @Test
  void a_variable_has_one_value_in_all_functions() {
    String function =
        "%s: {Type: AWS::Serverless::Function, Properties: "
            + "{Handler: a, Environment: {Variables: {SAME: x, NAME: %s}}}}";
    String agreeing = function.formatted("A", "1") + ", " + function.formatted("B", "1");
    String disagreeing = function.formatted("A", "1") + ", " + function.formatted("B", "2");
    assertThat(text("Resources: {" + agreeing + "}").resolve(PLACES, Map.of()).environment())
        .isEqualTo(Map.of("SAME", "x", "NAME", "1"));
    Template template = text("Resources: {" + disagreeing + "}").resolve(PLACES, Map.of());
    assertThatThrownBy(template::environment)
        .isInstanceOf(TemplateProblem.class)
        .hasMessageContaining("B: another function has a different value for NAME");
  }

  @Test
  void the_platforms_own_template_is_understood() throws IOException {
    Path file = Path.of("..", "template.yaml");
    assertThat(Files.exists(file)).isTrue();
    Template template = TemplateFile.read(file).resolve(PLACES, Map.of());
    assertThat(template.functions()).hasSizeGreaterThanOrEqualTo(13);
    assertThat(template.functions())
        .flatExtracting(LambdaFunction::triggers)
        .hasAtLeastOneElementOfType(Route.class)
        .hasAtLeastOneElementOfType(FromQueue.class)
        .hasAtLeastOneElementOfType(Timer.class);
    assertThat(template.environment()).containsKeys("BUS_NAME", "QUEUE_FIRES_URL");
    assertThat(template.tables()).extracting(Table::id).contains("OrdersTable", "UsersTable");
  }

  private static Template small(Map<String, String> parameters) throws IOException {
    return TemplateFile.read(Path.of("src/test/resources/small-template.yaml"))
        .resolve(PLACES, parameters);
  }

  private static TemplateFile text(String yaml) {
    return TemplateFile.parse(new StringReader(yaml), Path.of(""));
  }
}
