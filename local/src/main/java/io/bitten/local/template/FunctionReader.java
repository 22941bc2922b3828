package io.bitten.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads functions with their events; {@code Globals.Function} fills what they leave out. */
final class FunctionReader {
  private static final String[] CLOUD_ONLY = {
    "FunctionName",
    "Description",
    "CodeUri",
    "Runtime",
    "Architectures",
    "Role",
    "Policies",
    "PermissionsBoundary",
    "Tags",
    "Tracing",
    "SnapStart",
    "AutoPublishAlias",
    "Layers",
    "AutoPublishAliasAllProperties",
    "AutoPublishCodeSha256",
    "DeploymentPreference",
    "ReservedConcurrentExecutions",
    "ProvisionedConcurrencyConfig",
    "LoggingConfig",
    "KmsKeyArn",
    "EphemeralStorage",
    "PackageType",
    "RuntimeManagementConfig",
    "DeadLetterQueue",
    "EventInvokeConfig",
    "VpcConfig",
    "PropagateTags",
    "RecursiveLoop",
    "VersionDescription"
  };

  private final Map<String, Object> globals;
  private final Intrinsics intrinsics;

  FunctionReader(Map<String, Object> root, Intrinsics intrinsics) {
    this.globals = Trees.optional(root, "Globals");
    this.intrinsics = intrinsics;
  }

  LambdaFunction read(String id, Section function) {
    Section common =
        new Section("Globals.Function", Trees.optional(globals, "Function"), intrinsics);
    Map<String, String> environment = new LinkedHashMap<>(variables(common));
    environment.putAll(variables(function));
    String handler = function.text("Handler", common.text("Handler", ""));
    int timeout = function.whole("Timeout", common.whole("Timeout", 3));
    int memory = function.whole("MemorySize", common.whole("MemorySize", 128));
    List<Trigger> triggers = triggers(function.section("Events"));
    function.cloudOnly(CLOUD_ONLY).end();
    common.cloudOnly(CLOUD_ONLY).end();
    if (handler.isEmpty()) {
      throw function.wrong("Handler is missing");
    }
    String className = handler.split("::", 2)[0];
    return new LambdaFunction(
        id, className, Duration.ofSeconds(timeout), memory, environment, triggers);
  }

  private static Map<String, String> variables(Section function) {
    Section environment = function.section("Environment");
    Map<String, String> variables = environment.section("Variables").rest();
    environment.end();
    return variables;
  }

  private static List<Trigger> triggers(Section events) {
    List<Trigger> triggers = new ArrayList<>();
    for (String name : events.keys()) {
      Section event = events.section(name);
      String type = event.text("Type");
      Section properties = event.section("Properties");
      event.end();
      boolean disabled = properties.text("State", "ENABLED").equals("DISABLED");
      if (disabled || !properties.flag("Enabled", true)) {
        continue;
      }
      triggers.add(
          switch (type) {
            case "HttpApi" -> route(properties);
            case "SQS" -> queue(properties);
            case "ScheduleV2" -> timer(name, properties, "ScheduleExpression");
            case "Schedule" -> timer(name, properties, "Schedule");
            default -> throw event.unknown("event type " + type);
          });
      properties.end();
    }
    return triggers;
  }

  private static Trigger route(Section properties) {
    String format = properties.text("PayloadFormatVersion", "2.0");
    if (!format.equals("2.0")) {
      throw properties.wrong("PayloadFormatVersion must be 2.0 locally, was " + format);
    }
    Section auth = properties.section("Auth");
    if (!auth.text("Authorizer", "NONE").equals("NONE")) {
      throw auth.unknown("an Authorizer");
    }
    auth.end();
    properties.cloudOnly("ApiId", "TimeoutInMillis", "RouteSettings");
    String method = properties.text("Method", "ANY").toUpperCase(Locale.ROOT);
    boolean any = method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD");
    return new Trigger.Route(any ? "ANY" : method, properties.text("Path", "$default"));
  }

  private static Trigger queue(Section properties) {
    List<String> responses = properties.texts("FunctionResponseTypes");
    Section scaling = properties.section("ScalingConfig");
    Trigger.FromQueue trigger =
        new Trigger.FromQueue(
            DataReader.queueName(properties.text("Queue")),
            properties.whole("BatchSize", 10),
            responses.contains("ReportBatchItemFailures")
                ? Trigger.BatchFailures.REPORTED
                : Trigger.BatchFailures.WHOLE_BATCH,
            scaling.whole("MaximumConcurrency", 0));
    scaling.end();
    properties.cloudOnly("MaximumBatchingWindowInSeconds", "KmsKeyArn", "MetricsConfig");
    return trigger;
  }

  private static Trigger timer(String name, Section properties, String key) {
    String zone = properties.text("ScheduleExpressionTimezone", "UTC");
    if (!zone.equals("UTC")) {
      throw properties.wrong("ScheduleExpressionTimezone must be UTC locally, was " + zone);
    }
    String text = properties.text(key);
    String input = properties.text("Input", "");
    properties
        .cloudOnly("Name", "Description", "RetryPolicy", "FlexibleTimeWindow", "RoleArn")
        .cloudOnly("DeadLetterConfig", "PermissionsBoundary", "GroupName", "OmitName")
        .cloudOnly("KmsKeyArn");
    try {
      return new Trigger.Timer(name, ScheduleExpression.of(text), input);
    } catch (IllegalArgumentException e) {
      throw new TemplateProblem(properties.where(), e.getMessage(), e);
    }
  }
}
