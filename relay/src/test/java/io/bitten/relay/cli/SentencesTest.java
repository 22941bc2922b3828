package io.bitten.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.core.exception.SdkClientException;

class SentencesTest {
  @Test
  void a_missing_access_key_is_told_without_the_sdks_classes() {
    SdkClientException none =
        thrownBy(
            AwsCredentialsProviderChain.of(
                () -> {
                  throw SdkClientException.create("nothing here");
                }));

    assertThat(Sentences.ofCloud(none))
        .isEqualTo("no AWS access key is in the environment or a profile");
    assertThat(Sentences.ofCloud(new IllegalStateException("the queue is gone")))
        .isEqualTo("the queue is gone");
  }

  private static SdkClientException thrownBy(AwsCredentialsProviderChain chain) {
    try (chain) {
      throw new AssertionError("a key: " + List.of(chain.resolveCredentials()));
    } catch (SdkClientException e) {
      return e;
    }
  }
}
