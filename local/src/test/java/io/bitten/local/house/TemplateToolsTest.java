package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The template as AWS's own tools see it, on machines that have them. */
final class TemplateToolsTest {
  private static final String SCRIPT = "local/src/test/resources/house/transform.py";

  static boolean cfnLintIsHere() {
    return Command.of("cfn-lint", "--version").works();
  }

  static boolean samTranslatorIsHere() {
    return Command.of("python3", "-c", "import samtranslator").works();
  }

  @Test
  @EnabledIf(value = "cfnLintIsHere", disabledReason = "cfn-lint is not installed")
  void cfn_lint_finds_nothing() {
    Command.Outcome outcome =
        Command.of(
                "cfn-lint",
                "-r",
                "eu-west-1",
                "us-east-1",
                "-t",
                "template.yaml",
                "infra/watch.yaml")
            .run();

    assertThat(outcome.output()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @Test
  @EnabledIf(value = "samTranslatorIsHere", disabledReason = "aws-sam-translator is not installed")
  void the_sam_transform_makes_what_the_template_means() {
    Command.Outcome outcome = Command.of("python3", SCRIPT, "template.yaml").run();

    assertThat(outcome.code()).as(outcome.output()).isZero();
    List<String> types = outcome.output().lines().toList();
    long functions = CloudTemplate.read().functions().size();
    assertThat(types).filteredOn("AWS::Lambda::Function"::equals).hasSize((int) functions);
    assertThat(types).filteredOn("AWS::Lambda::Alias"::equals).hasSize((int) functions);
    assertThat(types).filteredOn("AWS::Lambda::EventSourceMapping"::equals).hasSize(8);
    assertThat(types).filteredOn("AWS::Scheduler::Schedule"::equals).hasSize(3);
  }
}
