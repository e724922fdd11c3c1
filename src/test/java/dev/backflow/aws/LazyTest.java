package dev.backflow.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LazyTest {
  @Test
  void nothing_is_made_until_it_is_asked_for() {
    Lazy<String> lazy = new Lazy<>(() -> "made");

    assertThat(lazy.ifMade()).isNull();
    assertThat(lazy.get()).isEqualTo("made");
    assertThat(lazy.ifMade()).isEqualTo("made");
  }

  @Test
  void many_threads_get_the_same_one() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);
    var threads = Executors.newFixedThreadPool(8);
    try {
      threads.invokeAll(
          IntStream.range(0, 64).mapToObj(i -> (Callable<Integer>) lazy::get).toList());
    } finally {
      threads.shutdownNow();
    }
    assertThat(made).hasValue(1);
  }
}
