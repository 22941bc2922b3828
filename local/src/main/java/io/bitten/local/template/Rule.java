package io.bitten.local.template;

import java.util.List;
import java.util.Map;

/**
 * One {@code AWS::Events::Rule} with an event pattern.
 *
 * @param bus the bus's name
 * @param pattern the event pattern as JSON
 */
public record Rule(String id, String bus, String pattern, List<Target> targets) {
  public Rule {
    targets = List.copyOf(targets);
  }

  /**
   * A queue that gets the matched events.
   *
   * @param queue the queue's physical name
   * @param messageGroup the message group of a FIFO queue; empty for a standard one
   */
  public record Target(String id, String queue, String messageGroup, Input input) {}

  /** What of the event the target gets. */
  public sealed interface Input {
    /** The full envelope. */
    record Whole() implements Input {}

    /**
     * One part of it.
     *
     * @param path a JSON path of names, such as {@code $.detail}
     */
    record Part(String path) implements Input {}

    /** Always the same JSON. */
    record Constant(String json) implements Input {}

    /**
     * A template with parts of the event filled in.
     *
     * @param paths JSON path by name
     * @param template text with {@code <name>} where a part goes
     */
    record Transformed(Map<String, String> paths, String template) implements Input {
      public Transformed {
        paths = Map.copyOf(paths);
      }
    }
  }
}
