package io.bitten.local.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * HTTP without a socket: what an SDK's client sends goes to an engine of this JVM. The headers and
 * bytes are those that a socket would carry; only connections and threads are left out, which take
 * longer than the engine itself.
 *
 * @param door where the engine takes requests
 */
record NearHttp(Door door) implements SdkHttpClient {
  /** An engine's side of it. */
  interface Door {
    Answer answer(Map<String, List<String>> headers, byte[] body) throws IOException;
  }

  /** What an engine answers. */
  record Answer(int status, Map<String, String> headers, byte[] body) {}

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return response(door.answer(asked.httpRequest().headers(), body(asked)));
      }

      @Override
      public void abort() {
        // There is no connection to cut.
      }
    };
  }

  static byte[] body(HttpExecuteRequest asked) throws IOException {
    if (asked.contentStreamProvider().isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = asked.contentStreamProvider().get().newStream()) {
      return in.readAllBytes();
    }
  }

  static HttpExecuteResponse response(Answer answer) {
    SdkHttpFullResponse.Builder http =
        SdkHttpFullResponse.builder()
            .statusCode(answer.status())
            .putHeader("Content-Length", String.valueOf(answer.body().length));
    answer.headers().forEach(http::putHeader);
    return HttpExecuteResponse.builder()
        .response(http.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
        .build();
  }

  @Override
  public void close() {
    // The engine is closed by whoever started it.
  }
}
