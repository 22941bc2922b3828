package io.bitten.adapters.dynamodb;

/** The names of the tables; docs/tables.md says what lies where. */
public record Tables(String users, String signals, String orders, String inbox) {}
