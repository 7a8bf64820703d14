package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class VersionsTest {
  @Test
  void fourLinesSayWhatARunWasMadeWith() {
    Instant now = Instant.parse("2026-01-31T23:59:58.765Z");
    Versions versions =
        new Versions(
            "0.1.0", "ND4J 1 on CPU", "17.0.1, Linux amd64", Duration.ofMillis(61_900), now);
    assertThat(versions.toText().lines())
        .containsExactly(
            "whence 0.1.0",
            "ND4J 1 on CPU",
            "Java 17.0.1, Linux amd64",
            "61 s since the kernel started, 2026-01-31T23:59:58Z");
    assertThat(Show.versions(versions).plain()).isEqualTo(versions.toText());
  }

  @Test
  void theRunningJavaIsAsked() {
    Versions versions = Versions.now();
    assertThat(versions.java()).startsWith(Runtime.version().toString());
    assertThat(versions.engine()).startsWith("ND4J 1.0.0-M2.1 on CPU");
    assertThat(versions.running()).isPositive();
    assertThat(Duration.between(versions.asked(), Instant.now()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }
}
