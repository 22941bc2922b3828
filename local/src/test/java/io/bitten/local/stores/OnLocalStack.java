package io.bitten.local.stores;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs where an endpoint is given, and says elsewhere that it did not run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
    named = OnLocalStack.ENDPOINT,
    matches = ".+",
    disabledReason = "LOCALSTACK_ENDPOINT is not set")
@interface OnLocalStack {
  /** Names the base address, such as {@code http://localhost:4566}. */
  String ENDPOINT = "LOCALSTACK_ENDPOINT";
}
