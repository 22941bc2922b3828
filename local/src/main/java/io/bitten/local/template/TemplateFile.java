package io.bitten.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A SAM template as it stands in the file, its short tags written out, nothing resolved yet. */
public final class TemplateFile {
  private final Map<String, Object> root;
  private final Path folder;

  private TemplateFile(Map<String, Object> root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /** Reads the file; refuses what is not YAML and duplicate keys. */
  public static TemplateFile read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return parse(reader, file.toAbsolutePath().getParent());
    }
  }

  static TemplateFile parse(Reader reader, Path folder) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object tree = new Yaml(new Tags(options)).load(reader);
      return new TemplateFile(Trees.map("the file", tree), folder);
    } catch (YAMLException e) {
      throw new TemplateProblem("not readable", e.getMessage(), e);
    }
  }

  /**
   * Resolves references and checks every construct.
   *
   * @param parameters values that replace the parameters' defaults
   * @throws TemplateProblem at the first construct that matters and is not known, by its name
   */
  public Template resolve(Places places, Map<String, String> parameters) {
    return new TemplateReader(this, places, parameters).template();
  }

  Map<String, Object> root() {
    return root;
  }

  /**
   * Checks that a nested stack holds nothing that would run here.
   *
   * @param url its path, relative to this file
   */
  void requireCloudOnly(String id, String url) {
    Map<String, Object> nested;
    try {
      nested = read(folder.resolve(url)).root;
    } catch (IOException e) {
      throw new TemplateProblem(id, "the nested stack " + url + " cannot be read", e);
    }
    requireCloudOnly(id, Trees.optional(nested, "Resources"));
  }

  private static void requireCloudOnly(String id, Map<String, Object> resources) {
    resources.forEach(
        (name, node) -> {
          if (name.startsWith("Fn::ForEach::")) {
            Object looped = Trees.list(name, node).getLast();
            requireCloudOnly(id, Trees.map(name, looped));
            return;
          }
          String type = String.valueOf(Trees.map(name, node).get("Type"));
          if (!CloudOnly.types(type)) {
            throw new TemplateProblem(
                id + "." + name, type + " in a nested stack is not known to the local stack");
          }
        });
  }

  /** Turns {@code !Ref x} into {@code {Ref: x}} and {@code !Sub x} into {@code {Fn::Sub: x}}. */
  private static final class Tags extends SafeConstructor {
    Tags(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put("!", new LongForm());
    }

    private final class LongForm extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String tag = node.getTag().getValue().substring(1);
        Object value =
            switch (node) {
              case ScalarNode scalar -> scalar.getValue();
              case SequenceNode sequence -> new ArrayList<>(constructSequence(sequence));
              case MappingNode mapping -> constructMapping(mapping);
              default -> throw new YAMLException("unexpected node at " + node.getStartMark());
            };
        return Map.of(tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag, value);
      }
    }
  }
}
