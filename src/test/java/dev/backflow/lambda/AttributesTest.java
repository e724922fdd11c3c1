package dev.backflow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttributesTest {
  @Test
  void every_type_of_attribute_is_read() throws Exception {
    String row =
        """
        {"s":{"S":"text"},"n":{"N":"1.5"},"b":{"B":"AAE="},"t":{"BOOL":true},"z":{"NULL":true},
         "m":{"M":{"x":{"S":"y"}}},"l":{"L":[{"N":"1"},{"S":"2"}]},
         "ss":{"SS":["a","b"]},"ns":{"NS":["1","2"]},"bs":{"BS":["AA=="]}}""";
    assertThat(read(row))
        .isEqualTo(
            Map.of(
                "s", AttributeValue.fromS("text"),
                "n", AttributeValue.fromN("1.5"),
                "b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, 1})),
                "t", AttributeValue.fromBool(true),
                "z", AttributeValue.fromNul(true),
                "m", AttributeValue.fromM(Map.of("x", AttributeValue.fromS("y"))),
                "l",
                    AttributeValue.fromL(
                        List.of(AttributeValue.fromN("1"), AttributeValue.fromS("2"))),
                "ss", AttributeValue.fromSs(List.of("a", "b")),
                "ns", AttributeValue.fromNs(List.of("1", "2")),
                "bs", AttributeValue.fromBs(List.of(SdkBytes.fromByteArray(new byte[1])))));
  }

  @Test
  void a_change_without_an_image_has_an_empty_row() throws Exception {
    assertThat(read("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":{}}", "{\"a\":{\"S\":\"1\",\"N\":\"1\"}}", "{\"a\":{\"Q\":1}}"})
  void what_is_no_attribute_is_refused(String row) {
    assertThatThrownBy(() -> read(row))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("attribute");
  }

  private static Map<String, AttributeValue> read(String json) throws Exception {
    return Attributes.row(new EnvelopeJson().parse(json));
  }
}
