package io.bitten.local.template;

/**
 * Where the local stack's pieces are: what pseudo parameters and queue addresses resolve to.
 *
 * @param region the region every client is told
 * @param account the twelve-digit account id of all ARNs
 * @param stack the value of {@code AWS::StackName}
 * @param sqs base address of the queue engine, such as {@code http://127.0.0.1:40123}
 * @param http base address of the doors
 */
public record Places(String region, String account, String stack, String sqs, String http) {
  /** Places of a template that is read before anything listens. */
  public static Places unknown() {
    return at("http://127.0.0.1:0", "http://127.0.0.1:0");
  }

  /** The local stack's places once its engines listen. */
  public static Places at(String sqs, String http) {
    return new Places("us-east-1", "000000000000", "bitten", sqs, http);
  }

  /** ARN of a piece of the local stack. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }
}
