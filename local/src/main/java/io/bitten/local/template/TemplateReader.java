package io.bitten.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks the resources of a template and builds the model, or stops at what it does not know. */
final class TemplateReader {
  /** The HTTP API that SAM makes for routes that name none. */
  static final String IMPLICIT_API = "ServerlessHttpApi";

  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Metadata",
          "Parameters",
          "Globals",
          "Conditions",
          "Mappings",
          "Rules",
          "Resources",
          "Outputs");

  private final TemplateFile file;
  private final Map<String, Object> root;
  private final Intrinsics intrinsics;
  private final List<LambdaFunction> functions = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<String> buses = new ArrayList<>(List.of("default"));
  private final List<Rule> rules = new ArrayList<>();

  TemplateReader(TemplateFile file, Places places, Map<String, String> overrides) {
    this.file = file;
    this.root = file.root();
    this.intrinsics =
        new Intrinsics(root, new Parameters(Trees.optional(root, "Parameters"), overrides), places);
  }

  Template template() {
    for (String section : root.keySet()) {
      if (!SECTIONS.contains(section)) {
        throw new TemplateProblem(section, "this section is not known to the local stack");
      }
    }
    Section globals = new Section("Globals", Trees.optional(root, "Globals"), intrinsics);
    DataReader.httpApi(globals.section("HttpApi"));
    globals.cloudOnly("Function").end();
    Trees.map("Resources", root.get("Resources")).forEach(this::resource);
    Template template = new Template(functions, queues, tables, buses, rules);
    requireQueues(template);
    return template;
  }

  private void resource(String id, Object node) {
    Section resource = new Section(id, Trees.map(id, node), intrinsics);
    String type = resource.text("Type");
    if (CloudOnly.types(type)) {
      return;
    }
    if (resource.has("Condition") && !intrinsics.holds(resource.text("Condition"), id)) {
      return;
    }
    resource.cloudOnly("DependsOn", "Metadata", "DeletionPolicy", "UpdateReplacePolicy");
    Section properties = resource.section("Properties");
    resource.cloudOnly("Condition").end();
    try {
      add(id, type, properties);
    } catch (IllegalArgumentException e) {
      throw new TemplateProblem(id, e.getMessage(), e);
    }
  }

  private void add(String id, String type, Section properties) {
    switch (type) {
      case "AWS::Serverless::Function" ->
          functions.add(new FunctionReader(root, intrinsics).read(id, properties));
      case "AWS::Serverless::HttpApi" -> DataReader.httpApi(properties);
      case "AWS::SQS::Queue" -> queues.add(DataReader.queue(id, properties));
      case "AWS::DynamoDB::Table" -> tables.add(DataReader.table(id, properties));
      case "AWS::Events::EventBus" -> buses.add(RuleReader.bus(id, properties));
      case "AWS::Events::Rule" -> rules.add(RuleReader.rule(id, properties));
      case "AWS::CloudFormation::Stack" ->
          file.requireCloudOnly(id, properties.text("TemplateURL"));
      default -> throw new TemplateProblem(id, type + " is not known to the local stack");
    }
  }

  private static void requireQueues(Template template) {
    Set<String> known = new HashSet<>();
    template.queues().forEach(queue -> known.add(queue.name()));
    for (LambdaFunction function : template.functions()) {
      for (Trigger trigger : function.triggers()) {
        if (trigger instanceof Trigger.FromQueue from) {
          require(known, function.id(), from.queue());
        }
      }
    }
    for (Rule rule : template.rules()) {
      rule.targets().forEach(target -> require(known, rule.id(), target.queue()));
      if (!template.buses().contains(rule.bus())) {
        throw new TemplateProblem(rule.id(), "there is no bus " + rule.bus());
      }
    }
    for (Queue queue : template.queues()) {
      if (queue.deadLetters() instanceof Queue.DeadLetters.To to) {
        require(known, queue.id(), to.queue());
      }
    }
  }

  private static void require(Set<String> known, String where, String queue) {
    if (!known.contains(queue)) {
      throw new TemplateProblem(where, "there is no queue " + queue + " in the template");
    }
  }
}
