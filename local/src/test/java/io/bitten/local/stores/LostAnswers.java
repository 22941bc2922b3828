package io.bitten.local.stores;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Loses the answer to the first try of every write, after the write was done. */
final class LostAnswers implements SdkHttpClient {
  private static final List<String> WRITES =
      List.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems");

  private final SdkHttpClient way;
  private final AtomicInteger lost = new AtomicInteger();

  LostAnswers(SdkHttpClient way) {
    this.way = way;
  }

  int lost() {
    return lost.get();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
    ExecutableHttpRequest call = way.prepareRequest(asked);
    if (!firstTryOfWrite(asked.httpRequest())) {
      return call;
    }
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        call.call();
        lost.incrementAndGet();
        throw new IOException("the connection was lost before the answer");
      }

      @Override
      public void abort() {
        call.abort();
      }
    };
  }

  private static boolean firstTryOfWrite(SdkHttpRequest request) {
    String target = request.firstMatchingHeader("X-Amz-Target").orElse("");
    return WRITES.contains(target.substring(target.indexOf('.') + 1))
        && request.firstMatchingHeader("amz-sdk-request").orElse("").startsWith("attempt=1;");
  }

  @Override
  public void close() {
    way.close();
  }
}
