package io.bitten.local.telegram;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses a message may link to. */
final class Links {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+([/?#].*)?");

  private Links() {}

  /** The address with its scheme, empty when it is none people may follow. */
  static String checked(String link) {
    String address = link.strip();
    String lower = address.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("tg://")) {
      return address;
    }
    return BARE.matcher(address).matches() ? "http://" + address : "";
  }
}
