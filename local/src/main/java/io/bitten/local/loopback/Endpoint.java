package io.bitten.local.loopback;

/**
 * Something that answers calls. Must be safe for many threads and never throw at a stranger's
 * bytes.
 */
@FunctionalInterface
public interface Endpoint {
  Answer answer(Call call);
}
