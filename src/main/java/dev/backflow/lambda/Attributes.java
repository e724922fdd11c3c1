package dev.backflow.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows in DynamoDB's JSON, as Lambda delivers them, as the SDK's rows. */
final class Attributes {
  private Attributes() {}

  /**
   * Returns a row; without fields where the node has none.
   *
   * @throws IllegalArgumentException naming what is no attribute
   */
  static Map<String, AttributeValue> row(JsonNode image) {
    Map<String, AttributeValue> row = new HashMap<>();
    image.properties().forEach(f -> row.put(f.getKey(), value(f.getValue())));
    return row;
  }

  private static AttributeValue value(JsonNode typed) {
    if (typed.size() != 1) {
      throw new IllegalArgumentException("an attribute is one type and its value");
    }
    Map.Entry<String, JsonNode> entry = typed.properties().iterator().next();
    JsonNode content = entry.getValue();
    return switch (entry.getKey()) {
      case "S" -> AttributeValue.fromS(content.asText());
      case "N" -> AttributeValue.fromN(content.asText());
      case "B" -> AttributeValue.fromB(bytes(content));
      case "BOOL" -> AttributeValue.fromBool(content.asBoolean());
      case "NULL" -> AttributeValue.fromNul(true);
      case "M" -> AttributeValue.fromM(row(content));
      case "L" -> AttributeValue.fromL(values(content));
      case "SS" -> AttributeValue.fromSs(texts(content));
      case "NS" -> AttributeValue.fromNs(texts(content));
      case "BS" -> AttributeValue.fromBs(blobs(content));
      default -> throw new IllegalArgumentException("unknown attribute type " + entry.getKey());
    };
  }

  private static SdkBytes bytes(JsonNode content) {
    return SdkBytes.fromByteArray(Base64.getDecoder().decode(content.asText()));
  }

  private static List<AttributeValue> values(JsonNode content) {
    List<AttributeValue> values = new ArrayList<>();
    content.forEach(c -> values.add(value(c)));
    return values;
  }

  private static List<String> texts(JsonNode content) {
    List<String> texts = new ArrayList<>();
    content.forEach(c -> texts.add(c.asText()));
    return texts;
  }

  private static List<SdkBytes> blobs(JsonNode content) {
    List<SdkBytes> blobs = new ArrayList<>();
    content.forEach(c -> blobs.add(bytes(c)));
    return blobs;
  }
}
