package io.bitten.local.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chat page's files; there are no others to ask for. */
final class PageFiles {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final List<String> NAMES =
      List.of(
          "chat.css",
          "icon.svg",
          "app.js",
          "backend.js",
          "elements.js",
          "format.js",
          "notices.js",
          "people.js",
          "scroll.js",
          "suggestions.js",
          "thread.js");

  /** What to send. */
  record Found(int status, String type, byte[] bytes) {}

  private final Map<String, Found> files = new HashMap<>();

  PageFiles() {
    add("/", "index.html");
    for (String name : NAMES) {
      add("/" + name, name);
    }
  }

  private void add(String path, String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the chat page lacks " + name);
      }
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      files.put(path, new Found(200, type, in.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }

  Found find(String method, String path) {
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return text(405, "Method Not Allowed");
    }
    return files.getOrDefault(path, text(404, "Not Found"));
  }

  private static Found text(int status, String why) {
    return new Found(status, "text/plain; charset=utf-8", why.getBytes(StandardCharsets.UTF_8));
  }
}
