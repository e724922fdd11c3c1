package dev.backflow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsClientsTest {
  @BeforeEach
  void region() {
    System.setProperty("aws.region", "eu-central-1");
  }

  @AfterEach
  void noRegion() {
    System.clearProperty("aws.region");
  }

  @Test
  void a_client_is_made_once() {
    try (AwsClients clients = new AwsClients()) {
      assertThat(clients.s3()).isSameAs(clients.s3());
      assertThat(clients.dynamoDb()).isSameAs(clients.dynamoDb());
      assertThat(clients.sns()).isSameAs(clients.sns());
    }
  }

  @Test
  void closing_what_was_never_used_does_nothing() {
    new AwsClients().close();
  }
}
