package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.local.loopback.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarmOverHttpTest {
  @TempDir Path folder;

  @Test
  void it_answers_over_a_kept_connection_and_breaks_it_when_told() throws Exception {
    Desk desk = Desk.still(folder);
    Farm farm = desk.sim.farm(FarmCaller.TOKEN, FarmProfile.AWARE);
    try (LoopbackServer server = LoopbackServer.start(0, farm);
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
      assertThat(post(client, server.uri(), FarmCaller.OPEN).statusCode()).isEqualTo(200);
      assertThat(post(client, server.uri(), "{").statusCode()).isEqualTo(400);
      assertThat(post(client, server.uri(), "x".repeat(1_100_000)).statusCode()).isEqualTo(413);
      farm.fault("/execute", new FarmFault.DropReply());
      assertThatThrownBy(() -> post(client, server.uri(), FarmCaller.OPEN))
          .isInstanceOf(IOException.class);
      assertThat(desk.sim.entryDealsByMagic()).containsEntry(12_345L, 2);
      assertThat(farm.arrivals().all()).hasSize(2);
      HttpRequest health =
          HttpRequest.newBuilder(server.uri().resolve("/health"))
              .header("Authorization", "Bearer " + FarmCaller.TOKEN)
              .build();
      HttpResponse<String> answer = client.send(health, BodyHandlers.ofString());
      assertThat(answer.body()).contains("\"status\":\"healthy\"");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }
  }

  private static HttpResponse<String> post(HttpClient client, URI uri, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve("/execute"))
            .header("Authorization", "Bearer " + FarmCaller.TOKEN)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }
}
