package io.bitten.relay.cli;

import io.bitten.adapters.json.Json;
import io.bitten.relay.Comparison;
import io.bitten.relay.FindingText;
import io.bitten.relay.RelayLine;
import io.bitten.relay.wiring.BadFile;
import io.bitten.relay.wiring.Cloud;
import io.bitten.relay.wiring.RelayFile;
import io.bitten.relay.wiring.Routes;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code relay diff}: compares the broker's positions with our orders, and changes nothing. */
@Command(
    name = "diff",
    description = "Compares the broker's positions with our orders, and changes nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Green is as it should be, yellow is worth knowing, red needs a person. The",
      "running relay compares every 10 s by itself, acts, and logs what is new.",
      "Exit code 0 when nothing is red, 1 when something is or cannot be read, 2 when",
      "a file of the configuration is not valid.",
      "",
      "Examples:",
      "  relay diff --config relay.yml",
      "  relay diff --config relay.yml --json"
    })
public final class DiffCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Option(names = "--json", description = "one JSON object a finding and line")
  private boolean json;

  /** Made by picocli. */
  public DiffCommand() {}

  @Override
  public Integer call() {
    Optional<RelayFile> file = config.read();
    if (file.isEmpty()) {
      return 2;
    }
    InstantSource time = InstantSource.system();
    try (Cloud cloud = new Cloud(file.get(), time)) {
      boolean fine = true;
      for (RelayLine line : new Routes(file.get(), System.getenv(), time).lines()) {
        fine &= shown(line, Comparison.of(line, cloud.orders(), time.instant()));
      }
      return fine ? 0 : 1;
    } catch (BadFile e) {
      System.err.println("relay: " + e.getMessage());
      return 2;
    } catch (RuntimeException e) {
      System.err.println("relay: " + e.getMessage());
      return 1;
    }
  }

  /** Prints one account's result; whether nothing of it is red. */
  private boolean shown(RelayLine line, Comparison.Result result) {
    return switch (result) {
      case Comparison.Result.NotReadable no -> {
        print(line, new FindingText(FindingText.Grade.ALARM, "unread", no.why()));
        yield false;
      }
      case Comparison.Result.Compared compared -> {
        List<FindingText> findings = compared.findings();
        findings.forEach(one -> print(line, one));
        if (findings.isEmpty()) {
          print(line, new FindingText(FindingText.Grade.FINE, "empty", "no order, no position"));
        }
        yield findings.stream().noneMatch(one -> one.grade() == FindingText.Grade.ALARM);
      }
    };
  }

  private void print(RelayLine line, FindingText text) {
    if (json) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("account", line.account().value());
      fields.put("grade", text.grade().name());
      fields.put("kind", text.kind());
      fields.put("sentence", text.sentence());
      System.out.println(Json.write(fields));
      return;
    }
    String colour =
        switch (text.grade()) {
          case FINE -> "green";
          case NOTE -> "yellow";
          case ALARM -> "red";
        };
    System.out.println(
        Ansi.AUTO
            .text(
                "%s  @|%s %-11s|@ %s"
                    .formatted(line.account(), colour, text.kind(), text.sentence()))
            .toString());
  }
}
