package io.bitten.functions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Breaks a text in the ways that break parsers. */
final class Mutation {
  private static final String[] EVIL = {
    "null",
    "-1",
    "1e999",
    "\"\\uD800\"",
    "[[[[[[",
    "{\"a\":",
    "\u0000",
    "99999999999999999999",
    "true",
    "\"",
    "\\",
    "{}",
    "[]",
    "0.5"
  };

  private Mutation() {}

  static byte[] of(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes; change++) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(5)) {
      case 0 -> {
        byte[] changed = bytes.clone();
        changed[at] = (byte) random.nextInt(256);
        yield changed;
      }
      case 1 -> Arrays.copyOf(bytes, at);
      case 2 -> joined(bytes, at, at, EVIL[random.nextInt(EVIL.length)]);
      case 3 -> {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(12));
        yield joined(bytes, at, end, EVIL[random.nextInt(EVIL.length)]);
      }
      default -> joined(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(30)), "");
    };
  }

  private static byte[] joined(byte[] bytes, int from, int to, String between) {
    byte[] middle = between.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, all, 0, from);
    System.arraycopy(middle, 0, all, from, middle.length);
    System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
    return all;
  }
}
