package io.bitten.local.platform;

import io.bitten.adapters.sign.CommandKeys;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The secrets of one local stack: made at its first start, kept in its data folder, readable by its
 * owner only. None of them is worth anything anywhere else.
 */
record LocalKeys(Map<String, String> byName) {
  private static final String FILE = "keys.properties";
  private static final int BYTES = 24;

  LocalKeys {
    byName = Map.copyOf(byName);
  }

  /** New ones, not kept. */
  static LocalKeys fresh() {
    CommandKeys.Pair commands = CommandKeys.generate("local");
    Map<String, String> keys = new TreeMap<>();
    keys.put("TELEGRAM_BOT_TOKEN", "1000000001:" + random());
    keys.put("TELEGRAM_WEBHOOK_SECRET", random());
    keys.put("STRIPE_WEBHOOK_SECRET", "local_" + random());
    keys.put("TRADERMADE_KEY", random());
    keys.put("SESSION_KEY", random());
    keys.put("TAP_KEY", random());
    keys.put("COMMAND_KEY", commands.privateKey());
    keys.put("COMMAND_PUBLIC_KEY", commands.publicKey());
    keys.put("MT5_FARM_TOKEN", random());
    return new LocalKeys(keys);
  }

  /** Those of the folder, made when there are none. */
  static LocalKeys in(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        save(file, fresh());
      }
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        read.load(reader);
      }
      Map<String, String> keys = new TreeMap<>();
      read.stringPropertyNames().forEach(name -> keys.put(name, read.getProperty(name)));
      return new LocalKeys(keys);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + file, e);
    }
  }

  private static void save(Path file, LocalKeys keys) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "keys", ".tmp");
    if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
    Properties properties = new Properties();
    properties.putAll(keys.byName());
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      properties.store(writer, "Secrets of this local stack. Worth nothing anywhere else.");
    }
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  String get(String name) {
    String key = byName.get(name);
    if (key == null) {
      throw new IllegalStateException(FILE + " of the data folder has no " + name);
    }
    return key;
  }

  @Override
  public String toString() {
    return "LocalKeys" + byName.keySet();
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
