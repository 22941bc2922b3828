package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import io.bitten.core.World;
import io.bitten.functions.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The template and the code mean the same functions and the same settings. */
final class HandlersTest {
  private static final Set<String> SET_BY_LAMBDA = Set.of("AWS_REGION");
  private static final String FUNCTIONS = "io.bitten.functions";

  /** Every function that talks reads them, and finds none; the chat alone lends from them. */
  private static final Set<String> READ_FOR_THE_CHAT = Set.of("DEMO_ACCOUNTS", "DEMO_OWNERS");

  private static final String A_SETTING = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)+";

  private static final String ASKED =
      "(.*settings(\\(\\))?\\.)?(text|list|address|(required)?[sS]ecrets?|required)";

  private final CloudTemplate template = CloudTemplate.read();

  @Test
  void every_handler_of_the_template_can_be_made_here_and_in_the_cloud()
      throws ReflectiveOperationException {
    for (Map<String, Object> function : template.functions().values()) {
      Class<?> handler = Class.forName(String.valueOf(function.get("Handler")));

      assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
      assertThat(handler.getConstructors())
          .extracting(made -> List.of(made.getParameterTypes()))
          .contains(List.of(), List.of(World.class, Settings.class));
    }
  }

  @Test
  void every_handler_of_the_code_is_deployed() {
    Set<String> deployed =
        template.functions().values().stream()
            .map(function -> String.valueOf(function.get("Handler")).replaceAll("^.*\\.", ""))
            .collect(Collectors.toSet());
    Set<String> written =
        sources().stream()
            .map(path -> path.getFileName().toString().replace(".java", ""))
            .filter(name -> name.endsWith("Handler"))
            .collect(Collectors.toSet());

    assertThat(deployed).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void every_setting_that_a_function_reads_is_declared_for_it() {
    Set<String> everybodys = read(FUNCTIONS);
    everybodys.removeAll(READ_FOR_THE_CHAT);
    Set<String> all = new TreeSet<>(everybodys);
    for (Map<String, Object> function : template.functions().values()) {
      String handler = String.valueOf(function.get("Handler"));
      Set<String> read = read(handler.substring(0, handler.lastIndexOf('.')));
      all.addAll(read);
      read.addAll(everybodys);
      if (handler.endsWith(".ChatHandler")) {
        read.addAll(READ_FOR_THE_CHAT);
      }

      assertThat(declared(function)).as(handler).containsAll(read);
    }
    assertThat(all).contains("TELEGRAM_WEBHOOK_SECRET", "BUS_NAME");
  }

  private Set<String> declared(Map<String, Object> function) {
    Set<String> declared = new TreeSet<>(SET_BY_LAMBDA);
    template
        .variables(function)
        .keySet()
        .forEach(name -> declared.add(name.replaceAll("_FROM$", "")));
    return declared;
  }

  /** What the classes of one package read, without those of packages in it. */
  private static Set<String> read(String inPackage) {
    String folder = "functions/src/main/java/" + inPackage.replace('.', '/') + "/";
    Map<String, String> texts =
        sources().stream()
            .filter(file -> Repository.name(file).matches(folder + "[^/]+"))
            .collect(Collectors.toMap(Repository::name, Repository::text));
    Set<String> read = new TreeSet<>();
    Source.parse(texts).forEach(source -> new SettingNames().scan(source.unit(), read));
    return read;
  }

  private static List<Path> sources() {
    return Repository.files(".java").stream()
        .filter(file -> Repository.name(file).startsWith("functions/src/main/"))
        .toList();
  }

  /** Names of settings are the capital literals that the settings are asked for. */
  private static final class SettingNames extends TreeScanner<Boolean, Set<String>> {
    @Override
    public Boolean visitMethodInvocation(MethodInvocationTree call, Set<String> names) {
      if (call.getMethodSelect().toString().matches(ASKED)) {
        call.getArguments().stream()
            .filter(LiteralTree.class::isInstance)
            .map(argument -> String.valueOf(((LiteralTree) argument).getValue()))
            .filter(text -> text.matches(A_SETTING))
            .forEach(names::add);
      }
      return super.visitMethodInvocation(call, names);
    }
  }
}
