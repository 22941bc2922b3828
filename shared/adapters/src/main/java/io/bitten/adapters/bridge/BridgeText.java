package io.bitten.adapters.bridge;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Decimals;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.TerminalFields;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result file: one JSON object, or pipe-separated lines. A JSON text that is not whole throws
 * {@link BadJson} and is read again later; a line that is not whole is passed over.
 */
final class BridgeText {
  private static final int LONGEST = 500;

  private BridgeText() {}

  static List<BridgeRecord> read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (text.startsWith("{")) {
      return json(Fields.of(bytes));
    }
    List<BridgeRecord> records = new ArrayList<>();
    text.lines().forEach(line -> line(line, records));
    return records;
  }

  private static List<BridgeRecord> json(Fields result) {
    List<BridgeRecord> records = new ArrayList<>();
    records.add(
        new BridgeRecord.Outcome(
            TerminalFields.either(result, "id"),
            result.text("status", LONGEST),
            result.maybeWhole("ticket").orElse(0L),
            TerminalFields.orZero(result, "price"),
            result.maybeText("message", LONGEST).orElse("")));
    result.maybeObject("account").ifPresent(account -> records.add(funds(account)));
    return records;
  }

  static BridgeRecord.Funds funds(Fields account) {
    return new BridgeRecord.Funds(
        account.money("balance"),
        account.money("equity"),
        account.money("margin"),
        account.money("free_margin"));
  }

  private static void line(String line, List<BridgeRecord> records) {
    String[] parts = line.split("\\|", -1);
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int colon = parts[i].indexOf(':');
      if (colon > 0) {
        fields.put(parts[i].substring(0, colon).strip(), parts[i].substring(colon + 1).strip());
      }
    }
    try {
      switch (parts[0].strip()) {
        case "TRADE_OPENED", "POSITION_MODIFIED" -> records.add(outcome(fields, "success"));
        case "ERROR" -> records.add(outcome(fields, "failed"));
        case "TRADE_CLOSED" -> {
          records.add(outcome(fields, "success"));
          records.add(ended(fields));
        }
        case "ACCOUNT_UPDATE" -> records.add(funds(fields));
        default -> records.add(outcome(Map.of(), "unknown"));
      }
    } catch (NumberFormatException e) {
      records.add(outcome(Map.of(), "not whole"));
    }
  }

  private static BridgeRecord outcome(Map<String, String> fields, String status) {
    String code = fields.getOrDefault("code", "");
    return new BridgeRecord.Outcome(
        fields.getOrDefault("id", ""),
        status,
        Long.parseLong(fields.getOrDefault("ticket", "0")),
        number(fields.getOrDefault("price", fields.getOrDefault("close_price", "0"))),
        (code.isEmpty() ? "" : code + " ") + fields.getOrDefault("message", ""));
  }

  private static BridgeRecord ended(Map<String, String> fields) {
    return new BridgeRecord.Ended(
        Long.parseLong(required(fields, "ticket")),
        number(required(fields, "close_price")),
        storable(
            money(fields, "profit").add(money(fields, "swap")).add(money(fields, "commission"))));
  }

  private static BridgeRecord funds(Map<String, String> fields) {
    return new BridgeRecord.Funds(
        money(fields, "balance"),
        money(fields, "equity"),
        money(fields, "margin"),
        money(fields, "free_margin"));
  }

  private static String required(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "missing");
  }

  private static BigDecimal money(Map<String, String> fields, String name) {
    return storable(Decimals.money(new BigDecimal(required(fields, name))));
  }

  private static BigDecimal number(String text) {
    return storable(new BigDecimal(text));
  }

  private static BigDecimal storable(BigDecimal number) {
    if (!Decimals.fits(number)) {
      throw new NumberFormatException("has too many digits");
    }
    return number;
  }
}
