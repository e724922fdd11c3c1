package dev.backflow.telemetry.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a reader has learned from records must not change what it reads in others. */
class ShapeTest {
  private static final List<String> NAMES =
      List.of("a", "b", "id", "name", "process", "parent", "CommandLine", "event.type");
  private static final int MEMBERS = 12;

  private static Vocabulary vocabulary() {
    return new Vocabulary().add(String.join(" ", NAMES)).addPaths("process.parent.name");
  }

  /** A record whose members stand in a new order, some of them not read by anyone, some nested. */
  private static String randomRecord(Random random, int depth) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      boolean read = random.nextInt(3) > 0;
      String name = read ? NAMES.get(random.nextInt(NAMES.size())) : "x" + random.nextInt(40);
      members.add("\"" + name + "\":" + randomValue(random, depth));
    }
    Collections.shuffle(members, random);
    return "{" + String.join(random.nextBoolean() ? "," : " ,\n", members) + "}";
  }

  private static String randomValue(Random random, int depth) {
    return switch (random.nextInt(depth > 2 ? 4 : 6)) {
      case 0 -> "null";
      case 1 -> String.valueOf(random.nextInt(100_000));
      case 2 -> "\"C:\\\\dir" + random.nextInt(50) + "\\\\ssh.exe\"";
      case 3 -> "\"" + "v".repeat(random.nextInt(30)) + "\"";
      case 4 -> "[" + randomRecord(random, depth + 1) + "]";
      default -> randomRecord(random, depth + 1);
    };
  }

  /** Everything a source could read of a record. */
  private static String everything(JsonObject o) {
    StringBuilder all = new StringBuilder("{");
    for (String name : NAMES) {
      JsonObject inner = o.object(name);
      all.append(name).append('=').append(inner == null ? o.text(name) : everything(inner));
      all.append(o.has(name) ? " " : "? ").append(o.number(name)).append(' ');
    }
    return all.append('}').toString();
  }

  private static String read(JsonRecords records, String json) {
    try {
      return everything(records.parse(json.getBytes(StandardCharsets.UTF_8)));
    } catch (UnreadableRecordException e) {
      throw new AssertionError(json, e);
    }
  }

  private static List<String> randomRecords(int seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(i -> randomRecord(random, 0)).toList();
  }

  @Test
  void a_reader_that_has_seen_other_records_reads_as_a_new_one_does() {
    JsonRecords experienced = new JsonRecords(vocabulary());
    for (String json : randomRecords(11, 2_000)) {
      assertThat(read(experienced, json)).isEqualTo(read(new JsonRecords(vocabulary()), json));
    }
  }

  @Test
  void names_alike_are_told_apart_whichever_was_expected() {
    JsonRecords records = new JsonRecords(new Vocabulary().add("ab abc abcdefgh abcdefghi"));
    List<String> names = List.of("ab", "abc", "abcdefgh", "abcdefghi", "abcdefghij", "a");
    for (String first : names) {
      for (String second : names) {
        String json = "{\"" + first + "\":1,\"" + second + "\":2}";
        JsonObject o = parse(records, json);
        for (String name : names.subList(0, 4)) {
          String expected = name.equals(second) ? "2" : name.equals(first) ? "1" : null;
          assertThat(o.text(name)).as(name + " in " + json).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void a_record_that_ends_inside_an_expected_name_is_broken_not_guessed() {
    JsonRecords records = new JsonRecords(vocabulary());
    parse(records, "{\"a\":1,\"CommandLine\":2}");
    for (String cut : List.of("{\"a\":1,\"Command", "{\"a\":1,\"CommandLine", "{\"a\":1,\"")) {
      assertThat(records.parseText(cut)).as(cut).isNull();
    }
  }

  @Test
  void names_without_end_are_read_and_not_all_remembered() {
    JsonRecords records = new JsonRecords(vocabulary());
    for (int i = 0; i < 400; i++) {
      StringBuilder json = new StringBuilder("{\"id\":" + i);
      for (int j = 0; j < 50; j++) {
        json.append(",\"junk").append(i).append('_').append(j).append("\":{\"id\":0}");
      }
      JsonObject o =
          parse(records, json.append(",\"name\":\"n").append(i).append("\"}").toString());
      assertThat(o.text("id")).isEqualTo(String.valueOf(i));
      assertThat(o.text("name")).isEqualTo("n" + i);
    }
    assertThat(records.memory().mayRemember()).isFalse();
    assertThat(read(records, "{\"process\":{\"parent\":{\"name\":\"x\"}},\"b\":\"y\"}"))
        .isEqualTo(
            read(
                new JsonRecords(vocabulary()),
                "{\"process\":{\"parent\":{\"name\":\"x\"}},\"b\":\"y\"}"));
  }

  @Test
  void what_is_guessed_is_among_what_is_remembered_however_names_go_on() {
    JsonRecords records = new JsonRecords(vocabulary());
    while (records.memory().mayRemember()) {
      // Each call takes one place, until none is left.
    }
    StringBuilder growing = new StringBuilder("{\"id\":1");
    for (int i = 0; i < 1_000; i++) {
      growing.append(",\"more").append(i).append("\":0");
      parse(records, growing + "}");
    }
    Set<Member> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Guess> open = new ArrayDeque<>(List.of(records.memory().record().first()));
    while (!open.isEmpty()) {
      Guess guess = open.pop();
      if (guess.otherwise() != null) {
        open.push(guess.otherwise());
      }
      if (reached.add(guess.member()) && guess.member().next() != null) {
        open.push(guess.member().next());
      }
    }
    assertThat(reached.size()).isLessThanOrEqualTo(1 + NAMES.size());
  }

  @Test
  void threads_that_share_a_reader_read_as_one_thread_does() throws Exception {
    List<String> records = randomRecords(13, 3_000);
    List<String> expected =
        records.stream().map(json -> read(new JsonRecords(vocabulary()), json)).toList();
    JsonRecords shared = new JsonRecords(vocabulary());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<String>> all = () -> records.stream().map(json -> read(shared, json)).toList();
      for (Future<List<String>> result : threads.invokeAll(Collections.nCopies(4, all))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static JsonObject parse(JsonRecords records, String json) {
    try {
      return records.parse(json.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableRecordException e) {
      throw new AssertionError(json, e);
    }
  }
}
