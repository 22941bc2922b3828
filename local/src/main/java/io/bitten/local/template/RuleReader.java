package io.bitten.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Reads the bus and its rules. */
final class RuleReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RuleReader() {}

  static String bus(String id, Section bus) {
    String name = bus.text("Name", id);
    bus.cloudOnly("Description", "Tags", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig")
        .cloudOnly("Policy")
        .end();
    return name;
  }

  static Rule rule(String id, Section rule) {
    String bus = rule.text("EventBusName", "default");
    String busName = bus.substring(bus.lastIndexOf('/') + 1);
    String pattern = json(rule, rule.value("EventPattern"));
    if (!rule.text("State", "ENABLED").startsWith("ENABLED")) {
      throw rule.wrong("a disabled rule is not known to the local stack: leave it out");
    }
    List<Rule.Target> targets = rule.sections("Targets").stream().map(RuleReader::target).toList();
    rule.cloudOnly("Name", "Description", "RoleArn", "Tags").end();
    return new Rule(id, busName, pattern, targets);
  }

  private static Rule.Target target(Section target) {
    String arn = target.text("Arn");
    if (!arn.startsWith("arn:aws:sqs:")) {
      throw target.wrong("only queues can be targets locally, was " + arn);
    }
    Section sqs = target.section("SqsParameters");
    String group = sqs.text("MessageGroupId", "");
    sqs.end();
    Rule.Target read =
        new Rule.Target(target.text("Id"), DataReader.queueName(arn), group, input(target));
    target.cloudOnly("RoleArn", "DeadLetterConfig", "RetryPolicy").end();
    return read;
  }

  private static Rule.Input input(Section target) {
    if (target.has("InputPath")) {
      return new Rule.Input.Part(target.text("InputPath"));
    }
    if (target.has("Input")) {
      return new Rule.Input.Constant(target.text("Input"));
    }
    if (!target.has("InputTransformer")) {
      return new Rule.Input.Whole();
    }
    Section transformer = target.section("InputTransformer");
    Rule.Input read =
        new Rule.Input.Transformed(
            transformer.section("InputPathsMap").rest(), transformer.text("InputTemplate"));
    transformer.end();
    return read;
  }

  private static String json(Section section, Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new TemplateProblem(section.where(), "EventPattern cannot be written as JSON", e);
    }
  }
}
