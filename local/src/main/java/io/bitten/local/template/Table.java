package io.bitten.local.template;

import java.util.List;
import java.util.Map;

/**
 * One {@code AWS::DynamoDB::Table}, billed on demand.
 *
 * @param attributes type letter (S, N or B) of every key attribute
 * @param ttlAttribute attribute that holds the expiry in epoch seconds; empty where items stay
 */
public record Table(
    String id,
    String name,
    Map<String, String> attributes,
    Key key,
    List<Index> indexes,
    String ttlAttribute) {
  public Table {
    attributes = Map.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  /**
   * @param sort name of the sort key; empty where there is none
   */
  public record Key(String partition, String sort) {}

  /**
   * A global secondary index.
   *
   * @param projection ALL, KEYS_ONLY or INCLUDE
   * @param included attributes projected by INCLUDE
   */
  public record Index(String name, Key key, String projection, List<String> included) {
    public Index {
      included = List.copyOf(included);
    }
  }
}
