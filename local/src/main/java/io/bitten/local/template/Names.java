package io.bitten.local.template;

import java.util.Map;

/** What {@code Ref} and {@code GetAtt} of a resource resolve to locally. */
final class Names {
  private final Map<String, Object> resources;
  private final Places places;

  Names(Map<String, Object> resources, Places places) {
    this.resources = resources;
    this.places = places;
  }

  boolean has(String id) {
    return resources.containsKey(id) || id.equals(TemplateReader.IMPLICIT_API);
  }

  String ref(String id, Intrinsics intrinsics) {
    return switch (type(id)) {
      case "AWS::SQS::Queue" ->
          places.sqs() + "/" + places.account() + "/" + name(id, "QueueName", intrinsics);
      case "AWS::DynamoDB::Table" -> name(id, "TableName", intrinsics);
      case "AWS::Events::EventBus" -> name(id, "Name", intrinsics);
      case "AWS::Serverless::Function" -> name(id, "FunctionName", intrinsics);
      default -> id;
    };
  }

  String attribute(String where, String id, String attribute, Intrinsics intrinsics) {
    String type = type(id);
    return switch (type + "." + attribute) {
      case "AWS::SQS::Queue.Arn" -> places.arn("sqs", name(id, "QueueName", intrinsics));
      case "AWS::SQS::Queue.QueueName" -> name(id, "QueueName", intrinsics);
      case "AWS::SQS::Queue.QueueUrl" -> ref(id, intrinsics);
      case "AWS::DynamoDB::Table.Arn" ->
          places.arn("dynamodb", "table/" + name(id, "TableName", intrinsics));
      case "AWS::Events::EventBus.Arn" ->
          places.arn("events", "event-bus/" + name(id, "Name", intrinsics));
      case "AWS::Events::EventBus.Name" -> name(id, "Name", intrinsics);
      case "AWS::Serverless::Function.Arn" ->
          places.arn("lambda", "function:" + name(id, "FunctionName", intrinsics));
      case "AWS::Serverless::HttpApi.ApiEndpoint" -> places.http();
      default -> cloudAttribute(where, id, attribute);
    };
  }

  private String cloudAttribute(String where, String id, String attribute) {
    if (CloudOnly.types(type(id)) && attribute.equals("Arn")) {
      return places.arn("local", id);
    }
    throw new TemplateProblem(
        where, "GetAtt " + id + "." + attribute + " of " + type(id) + " is not known locally");
  }

  String name(String id, String property, Intrinsics intrinsics) {
    Map<String, Object> resource = Trees.map(id, resources.get(id));
    Map<String, Object> properties = Trees.optional(resource, "Properties");
    if (properties.containsKey(property)) {
      return String.valueOf(intrinsics.resolve(id + "." + property, properties.get(property)));
    }
    return "true".equals(String.valueOf(properties.get("FifoQueue"))) ? id + ".fifo" : id;
  }

  private String type(String id) {
    if (!resources.containsKey(id)) {
      return "AWS::Serverless::HttpApi";
    }
    return String.valueOf(Trees.map(id, resources.get(id)).get("Type"));
  }
}
