package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.experiment.Revision;

final class VersionsTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final Instant NOW = Instant.parse("2026-01-31T23:59:58.765Z");

  private static Versions of(Revision revision) {
    return new Versions(
        "0.1.0",
        revision,
        "Kotlin 2.3.0",
        "17.0.1, Linux 6.1 amd64",
        "ND4J 1 on CPU",
        Duration.ofMillis(61_900),
        NOW);
  }

  @Test
  void fourLinesSayWhatARunWasMadeWith() {
    Versions versions = of(new Revision(COMMIT, Revision.Tree.CLEAN));
    assertThat(versions.toText().lines())
        .containsExactly(
            "whence 0.1.0, commit 0123456789",
            "Kotlin 2.3.0 on Java 17.0.1, Linux 6.1 amd64",
            "ND4J 1 on CPU",
            "61 s since the kernel started, 2026-01-31T23:59:58Z");
    assertThat(Show.versions(versions).plain()).isEqualTo(versions.toText());
  }

  @ParameterizedTest
  @CsvSource({
    COMMIT + ", DIRTY, commit 0123456789 with changes",
    Revision.NONE + ", UNKNOWN, not a git checkout"
  })
  void sourceThatIsNoCommitIsTold(String commit, Revision.Tree tree, String wanted) {
    assertThat(of(new Revision(commit, tree)).toText()).startsWith("whence 0.1.0, " + wanted);
  }

  @Test
  void theRunningJavaIsAsked() {
    Versions versions = Versions.now("Kotlin 2.3.0");
    assertThat(versions.java()).startsWith(Runtime.version().toString());
    assertThat(versions.engine()).startsWith("ND4J 1.0.0-M2.1 on CPU").contains("threads on");
    assertThat(versions.revision()).isEqualTo(Revision.of(Path.of("").toAbsolutePath()));
    assertThat(versions.running()).isPositive();
    assertThat(Duration.between(versions.asked(), Instant.now()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }
}
