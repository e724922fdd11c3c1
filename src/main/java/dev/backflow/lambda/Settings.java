package dev.backflow.lambda;

import java.util.Map;

/**
 * What the deployment tells a function, by environment variables that {@code template.yaml} sets.
 *
 * @param tenants who owns what is read
 * @param table name of the table of cases
 */
record Settings(Tenants tenants, String table) {

  /**
   * Reads the settings that every function needs.
   *
   * @throws IllegalStateException naming the variable that is missing or wrong; thrown while the
   *     function starts, so that a wrong deployment shows at once and not as alerts that never come
   */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        Tenants.parse(required(environment, "BACKFLOW_TENANTS")),
        required(environment, "BACKFLOW_TABLE"));
  }

  static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "The environment variable "
              + name
              + " is not set: deploy with the template, or set it on the function.");
    }
    return value.strip();
  }
}
