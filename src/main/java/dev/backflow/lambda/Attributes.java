package dev.backflow.lambda;

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
  static Map<String, AttributeValue> row(JsonValue image) {
    Map<String, AttributeValue> row = new HashMap<>();
    image.fields().forEach((name, typed) -> row.put(name, value(typed)));
    return row;
  }

  private static AttributeValue value(JsonValue typed) {
    if (typed.fields().size() != 1) {
      throw new IllegalArgumentException("an attribute is one type and its value");
    }
    Map.Entry<String, JsonValue> entry = typed.fields().entrySet().iterator().next();
    JsonValue content = entry.getValue();
    return switch (entry.getKey()) {
      case "S" -> AttributeValue.fromS(content.text());
      case "N" -> AttributeValue.fromN(content.text());
      case "B" -> AttributeValue.fromB(bytes(content));
      case "BOOL" -> AttributeValue.fromBool(content.text().equals("true"));
      case "NULL" -> AttributeValue.fromNul(true);
      case "M" -> AttributeValue.fromM(row(content));
      case "L" -> AttributeValue.fromL(values(content));
      case "SS" -> AttributeValue.fromSs(texts(content));
      case "NS" -> AttributeValue.fromNs(texts(content));
      case "BS" -> AttributeValue.fromBs(blobs(content));
      default -> throw new IllegalArgumentException("unknown attribute type " + entry.getKey());
    };
  }

  private static SdkBytes bytes(JsonValue content) {
    return SdkBytes.fromByteArray(Base64.getDecoder().decode(content.text()));
  }

  private static List<AttributeValue> values(JsonValue content) {
    List<AttributeValue> values = new ArrayList<>();
    content.elements().forEach(c -> values.add(value(c)));
    return values;
  }

  private static List<String> texts(JsonValue content) {
    List<String> texts = new ArrayList<>();
    content.elements().forEach(c -> texts.add(c.text()));
    return texts;
  }

  private static List<SdkBytes> blobs(JsonValue content) {
    List<SdkBytes> blobs = new ArrayList<>();
    content.elements().forEach(c -> blobs.add(bytes(c)));
    return blobs;
  }
}
