package dev.backflow.lambda.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * template.yaml as maps and lists; a short form such as {@code !Ref X} is a map {@code {Ref: X}}.
 */
final class Template {
  private final Map<String, Object> root;

  private Template(Map<String, Object> root) {
    this.root = root;
  }

  /** One resource. */
  record Resource(String id, String type, Map<String, Object> body) {
    Map<String, Object> properties() {
      return map(body.get("Properties"));
    }

    Object get(String property) {
      return properties().get(property);
    }
  }

  static String text() throws IOException {
    return Files.readString(Path.of("template.yaml"));
  }

  static Template parse(String text) {
    Map<String, Object> root = new Yaml(new ShortForms()).load(text);
    return new Template(root);
  }

  Stream<Resource> resources(String... types) {
    List<String> wanted = List.of(types);
    return map(root.get("Resources")).entrySet().stream()
        .map(
            e ->
                new Resource(e.getKey(), (String) map(e.getValue()).get("Type"), map(e.getValue())))
        .filter(r -> wanted.isEmpty() || wanted.contains(r.type()));
  }

  Resource resource(String id) {
    return resources().filter(r -> r.id().equals(id)).findAny().orElseThrow();
  }

  Map<String, Object> section(String name) {
    return map(root.get(name));
  }

  /** A function's property, its own or the one all functions share. */
  Object functionProperty(Resource function, String name) {
    Object own = function.get(name);
    return own != null ? own : map(section("Globals").get("Function")).get(name);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value instanceof Map ? (Map<String, Object>) value : Map.of();
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    if (value instanceof List) {
      return (List<Object>) value;
    }
    return value == null ? List.of() : List.of(value);
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              String name = node.getTag().getValue().substring(1);
              String full = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
              return Map.of(full, content(node));
            }
          });
    }

    private Object content(Node node) {
      if (node instanceof ScalarNode scalar) {
        return scalar.getValue();
      }
      return node instanceof SequenceNode sequence
          ? constructSequence(sequence)
          : constructMapping((MappingNode) node);
    }
  }
}
