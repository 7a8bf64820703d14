package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

final class SpeedTest {

  @Test
  void theEnvironmentChoosesAndNothingIsQuick() {
    assertThat(Speed.of(Map.of())).isEqualTo(Speed.QUICK);
    assertThat(Speed.of(Map.of(Speed.VARIABLE, " "))).isEqualTo(Speed.QUICK);
    assertThat(Speed.of(Map.of(Speed.VARIABLE, "quick"))).isEqualTo(Speed.QUICK);
    assertThat(Speed.of(Map.of(Speed.VARIABLE, "full"))).isEqualTo(Speed.FULL);
  }

  @Test
  void aMisspelledSpeedIsRefused() {
    assertThatThrownBy(() -> Speed.of(Map.of(Speed.VARIABLE, "fast")))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("WHENCE_SPEED=fast")
        .hasMessageContaining("quick or full");
  }

  @Test
  void eachChoosesItsOwnNumber() {
    assertThat(Speed.QUICK.choose(3, 70)).isEqualTo(3);
    assertThat(Speed.FULL.choose(3, 70)).isEqualTo(70);
    assertThat(Speed.FULL).hasToString("full");
  }
}
