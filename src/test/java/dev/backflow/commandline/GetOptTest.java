package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GetOptTest {

  @Test
  void flags_cluster_and_a_value_takes_the_rest_or_the_next_word() {
    assertThat(read("-abV1", "-V", "2", "-aV", "-b", "rest"))
        .isEqualTo("a b V=1 V=2 a V=-b | rest at 5");
  }

  @Test
  void a_word_without_a_dash_a_lone_dash_and_two_dashes_stop_it() {
    assertThat(read("-a", "x", "-b")).isEqualTo("a | rest at 1");
    assertThat(read("-a", "-", "-b")).isEqualTo("a | rest at 1");
    assertThat(read("-a", "--", "-b")).isEqualTo("a | rest at 2");
    assertThat(read("", "-b")).isEqualTo("| rest at 0");
  }

  @Test
  void a_dash_at_the_end_of_a_cluster_leaves_the_whole_word_unread() {
    assertThat(read("-a-", "-b")).isEqualTo("a | rest at 0");
  }

  @Test
  void what_it_does_not_know_and_what_lacks_a_value_are_told_apart() {
    assertThat(read("-z")).isEqualTo("?z | rest at 1");
    assertThat(read("--V")).isEqualTo("?- V! | rest at 1");
    assertThat(read("-aV")).isEqualTo("a V! | rest at 1");
  }

  @Test
  void it_knows_whether_two_dashes_stand_before_the_rest_whoever_took_them() {
    assertThat(afterDoubleDash("-a", "--", "x")).isTrue();
    assertThat(afterDoubleDash("-V", "--", "x")).isTrue();
    assertThat(afterDoubleDash("-a", "x")).isFalse();
    assertThat(afterDoubleDash("x")).isFalse();
  }

  private static boolean afterDoubleDash(String... words) {
    GetOpt getopt = new GetOpt(List.of(words), 0, "ab", "V", new StepCount());
    for (int letter = getopt.next(); letter != GetOpt.STOP; letter = getopt.next()) {
      assertThat(letter).isPositive();
    }
    return getopt.afterDoubleDash(0);
  }

  private static String read(String... words) {
    GetOpt getopt = new GetOpt(List.of(words), 0, "ab", "V", new StepCount());
    StringBuilder out = new StringBuilder();
    for (int letter = getopt.next(); letter != GetOpt.STOP; letter = getopt.next()) {
      if (letter == GetOpt.UNKNOWN) {
        out.append('?').append(getopt.letter());
      } else if (letter == GetOpt.NO_VALUE) {
        out.append(getopt.letter()).append('!');
      } else {
        out.append((char) letter).append(letter == 'V' ? "=" + getopt.value() : "");
      }
      out.append(' ');
    }
    return out.append("| rest at ").append(getopt.nextIndex()).toString();
  }
}
