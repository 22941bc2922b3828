package io.bitten.adapters.config;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML file. Every key must be read exactly as it is meant; {@link #end()} refuses
 * what nobody asked for, so that a misspelled key cannot be taken for a default.
 */
public final class Section {
  private static final int MAX_CHARACTERS = 1 << 18;
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9}) ?(ms|s|min|h|d)");

  private final String file;
  private final String path;
  private final Node node;
  private final Map<String, Node> unread = new LinkedHashMap<>();

  private Section(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw bad(node, path, "must be a list of keys with values");
    }
    for (NodeTuple one : mapping.getValue()) {
      String key = scalar(one.getKeyNode(), path);
      if (unread.put(key, one.getValueNode()) != null) {
        throw bad(one.getKeyNode(), pathOf(key), "is there twice");
      }
    }
  }

  /**
   * Reads a whole file's text.
   *
   * @throws BadConfig when it is not a YAML mapping
   */
  public static Section of(String name, String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new BadConfig(name + ": is longer than " + MAX_CHARACTERS + " characters");
    }
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      if (root == null) {
        throw new BadConfig(name + ": is empty");
      }
      return new Section(name, "", root);
    } catch (MarkedYAMLException e) {
      throw new BadConfig(
          "%s line %d: is not YAML: %s"
              .formatted(name, e.getProblemMark().getLine() + 1, e.getProblem()),
          e);
    } catch (YAMLException e) {
      throw new BadConfig(name + ": is not YAML: " + e.getMessage(), e);
    }
  }

  /** The mapping under a key. */
  public Section section(String key) {
    return new Section(file, pathOf(key), take(key));
  }

  /** One value as it is written, never empty. */
  public String text(String key) {
    return scalar(take(key), pathOf(key));
  }

  /** A whole number within the bounds. */
  public int whole(String key, int low, int high) {
    Node value = take(key);
    String text = scalar(value, pathOf(key));
    if (!text.matches("-?[0-9]{1,9}")
        || Integer.parseInt(text) < low
        || Integer.parseInt(text) > high) {
      throw bad(value, pathOf(key), "must be a whole number %d..%d: %s".formatted(low, high, text));
    }
    return Integer.parseInt(text);
  }

  /** A number within the bounds. */
  public BigDecimal decimal(String key, String low, String high) {
    Node value = take(key);
    String text = scalar(value, pathOf(key));
    boolean number = text.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?");
    if (!number
        || new BigDecimal(text).compareTo(new BigDecimal(low)) < 0
        || new BigDecimal(text).compareTo(new BigDecimal(high)) > 0) {
      throw bad(value, pathOf(key), "must be a number %s..%s: %s".formatted(low, high, text));
    }
    return new BigDecimal(text);
  }

  /** A length of time such as {@code 15 min}, more than zero and at most 31 days. */
  public Duration time(String key) {
    Node value = take(key);
    String text = scalar(value, pathOf(key));
    Matcher parts = TIME.matcher(text);
    Duration time = parts.matches() ? time(Long.parseLong(parts.group(1)), parts.group(2)) : null;
    if (time == null || time.isZero() || time.compareTo(Duration.ofDays(31)) > 0) {
      throw bad(
          value, pathOf(key), "must be a time such as 500 ms, 5 s, 15 min, 6 h or 1 d: " + text);
    }
    return time;
  }

  /** A constant by its name. */
  public <E extends Enum<E>> E one(String key, Class<E> type) {
    Node value = take(key);
    return constant(value, pathOf(key), type);
  }

  <E extends Enum<E>> Set<E> several(String key, Class<E> type) {
    Node value = take(key);
    if (!(value instanceof SequenceNode list)) {
      throw bad(value, pathOf(key), "must be a list in [ ]");
    }
    Set<E> found = EnumSet.noneOf(type);
    for (Node one : list.getValue()) {
      found.add(constant(one, pathOf(key), type));
    }
    return found;
  }

  /** A value for every constant of the enum, by its name in upper or lower case. */
  <E extends Enum<E>, T> Map<E, T> each(Class<E> type, BiFunction<Section, String, T> read) {
    Map<E, T> found = new EnumMap<>(type);
    for (E one : type.getEnumConstants()) {
      String lower = one.name().toLowerCase(Locale.ROOT);
      found.put(one, read.apply(this, unread.containsKey(lower) ? lower : one.name()));
    }
    end();
    return found;
  }

  /** The keys that were not read yet. */
  public List<String> keys() {
    return List.copyOf(unread.keySet());
  }

  /** Refuses the first key that was not read. */
  public void end() {
    unread.forEach(
        (key, value) -> {
          throw bad(value, pathOf(key), "is not a known key");
        });
  }

  /** A refusal of one key that was read already. */
  public BadConfig refuse(String sentence) {
    return bad(node, path, sentence);
  }

  private Node take(String key) {
    Node value = unread.remove(key);
    if (value == null) {
      throw bad(node, pathOf(key), "is missing");
    }
    return value;
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static Duration time(long number, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private <E extends Enum<E>> E constant(Node value, String path, Class<E> type) {
    String text = scalar(value, path);
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(() -> bad(value, path, "must be one of " + names(type)));
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private String scalar(Node node, String path) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isEmpty()) {
      throw bad(node, path, "must be one value");
    }
    return scalar.getValue();
  }

  private BadConfig bad(Node at, String key, String sentence) {
    int line = at.getStartMark().getLine() + 1;
    return new BadConfig(
        "%s line %d: %s %s".formatted(file, line, key.isEmpty() ? "the file" : key, sentence));
  }
}
