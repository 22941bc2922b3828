package io.bitten.local.telegram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a Mini App is told about who opened it, signed with the bot's token (Telegram, "Validating
 * data received via the Mini App"). It carries no {@code signature}, which only Telegram can make.
 */
final class InitData {
  static final String VERSION = "10.0";

  private InitData() {}

  /** The page's address with the launch parameters in its fragment. */
  static String launch(String url, Person person, ChatBook book) {
    String data = sign(fields(person, book), book.bot().token());
    String fragment =
        "tgWebAppData="
            + encode(data)
            + "&tgWebAppVersion="
            + VERSION
            + "&tgWebAppPlatform=web&tgWebAppThemeParams="
            + encode("{}");
    return url + (url.contains("#") ? "&" : "#") + fragment;
  }

  private static Map<String, String> fields(Person person, ChatBook book) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("auth_date", Long.toString(book.now().getEpochSecond()));
    fields.put("chat_instance", Long.toString(person.id() * 31));
    fields.put("chat_type", "private");
    fields.put("user", Json.write(person.toJson()));
    return fields;
  }

  static String sign(Map<String, String> fields, String token) {
    String check =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
    byte[] secret = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), token);
    String query =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return query + "&hash=" + HexFormat.of().formatHex(hmac(secret, check));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
