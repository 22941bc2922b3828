package io.bitten.adapters.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.json.Json;
import io.bitten.adapters.sign.CommandKeys;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.RelayCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schemas, the samples beside them and the codec say the same. */
final class SchemasTest {
  private static final Path FOLDER = Path.of("../../events");
  private static final String BASE = "https://schemas.bitten.invalid/";
  private static final Map<String, Class<?>> FAMILIES =
      Map.of("event", Event.class, "command", RelayCommand.class, "report", Report.class);

  private static final SchemaRegistry PUBLISHED = registry(text -> text);

  /** The same schemas, refusing every property they do not name. */
  private static final SchemaRegistry CLOSED = registry(SchemasTest::close);

  static Stream<String> kinds() {
    return FAMILIES.entrySet().stream()
        .flatMap(
            family ->
                Stream.of(family.getValue().getPermittedSubclasses())
                    .map(kind -> family.getKey() + "." + snake(kind.getSimpleName())))
        .sorted();
  }

  static Stream<Object> examples() {
    return Stream.of(SomeKinds.events(), SomeKinds.commands(), SomeKinds.reports())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_kind_has_a_schema_and_a_sample_that_fits_it(String kind) {
    String sample = sample(kind);

    assertThat(problems(PUBLISHED, kind, sample)).isEmpty();
    assertThat(problems(CLOSED, kind, sample)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_codec_reads_every_sample_and_loses_nothing(String kind) {
    String sample = sample(kind);
    Class<?> family = FAMILIES.get(kind.substring(0, kind.indexOf('.')));

    assertThat(Json.write(Json.read(sample, family))).isEqualTo(compact(sample));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void what_the_codec_writes_fits_and_has_nothing_the_schema_does_not_name(Object example) {
    assertThat(problems(CLOSED, name(example), Json.write(example))).isEmpty();
  }

  @Test
  void there_is_no_schema_and_no_sample_of_a_kind_that_is_gone() {
    List<String> known = Stream.concat(kinds(), Stream.of("command.signed")).sorted().toList();

    assertThat(names("samples")).isEqualTo(known);
    assertThat(names("schemas").stream().filter(name -> !name.equals("common")).toList())
        .isEqualTo(known);
  }

  @Test
  void every_state_and_every_reason_fits() {
    for (OrderState state : SomeKinds.states()) {
      Report moved = new Report.OrderMoved(Some.ORDER, Some.ACCOUNT, 1, state.label(), Some.NOW);
      assertThat(problems(CLOSED, "report.order_moved", Json.write(moved))).isEmpty();
    }
    for (ExitReason reason : ExitReason.values()) {
      RelayCommand close =
          new RelayCommand.Close(SomeKinds.commandHeader(), Some.ORDER, new Ticket(1), reason);
      assertThat(problems(CLOSED, "command.close", Json.write(close))).isEmpty();
    }
    SomeKinds.halts()
        .forEach(
            halt ->
                assertThat(
                        problems(
                            CLOSED,
                            "command.set_halt",
                            Json.write(new RelayCommand.SetHalt(SomeKinds.commandHeader(), halt))))
                    .isEmpty());
  }

  @Test
  void the_envelope_of_a_signed_command_fits() {
    String signed =
        new CommandSigner(CommandKeys.generate("k1").privateKey())
            .sign(SomeKinds.commands().getFirst());

    assertThat(problems(CLOSED, "command.signed", signed)).isEmpty();
    assertThat(problems(CLOSED, "command.signed", sample("command.signed"))).isEmpty();
    assertThat(Fields.of(sample("command.signed").getBytes(UTF_8)).text("payload", 1 << 16))
        .isEqualTo(compact(sample("command.open")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_command_or_report_of_another_version_does_not_fit_and_one_that_says_none_does(
      String kind) {
    String sample = sample(kind);

    assertThat(problems(PUBLISHED, kind, sample.replace("\"wire_version\": 1,", ""))).isEmpty();
    assertThat(sample.contains("\"wire_version\": 1,")).isEqualTo(!kind.startsWith("event."));
    if (!kind.startsWith("event.")) {
      assertThat(problems(PUBLISHED, kind, sample.replace("_version\": 1,", "_version\": 2,")))
          .isNotEmpty();
    }
  }

  @Test
  void a_wrong_price_a_missing_field_and_another_kind_do_not_fit() {
    String open = Json.write(SomeKinds.commands().getFirst());

    assertThat(problems(PUBLISHED, "command.open", open.replace("\"1.10000\"", "1.1")))
        .isNotEmpty();
    assertThat(problems(PUBLISHED, "command.open", open.replace("\"magic\"", "\"magick\"")))
        .isNotEmpty();
    assertThat(problems(PUBLISHED, "command.close", open)).isNotEmpty();
    assertThat(problems(CLOSED, "command.open", open.replace("\"symbol\"", "\"x\":1,\"symbol\"")))
        .isNotEmpty();
  }

  private static List<String> problems(SchemaRegistry registry, String name, String json) {
    Schema schema = registry.getSchema(SchemaLocation.of(BASE + name + ".json"));
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static SchemaRegistry registry(UnaryOperator<String> change) {
    Map<String, String> schemas =
        names("schemas").stream()
            .collect(
                Collectors.toMap(
                    name -> BASE + name + ".json",
                    name -> change.apply(read(FOLDER.resolve("schemas/" + name + ".json")))));
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
  }

  private static String close(String schema) {
    return schema.replace(
        "\"properties\": {", "\"additionalProperties\": false, \"properties\": {");
  }

  private static String name(Object example) {
    return FAMILIES.entrySet().stream()
            .filter(family -> family.getValue().isInstance(example))
            .findFirst()
            .orElseThrow()
            .getKey()
        + "."
        + Json.kindOf(example);
  }

  private static List<String> names(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sample(String kind) {
    return read(FOLDER.resolve("samples/" + kind + ".json"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sample without the spaces that are there for people. */
  private static String compact(String sample) {
    return sample.lines().map(String::strip).collect(Collectors.joining()).replace("\": ", "\":");
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
