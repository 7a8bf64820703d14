package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.media.MediaSource;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.Waveform;
import whence.signal.LogMelSpectrogram;

final class SoundOutputTest {

  private static Picture picture(LogMelSpectrogram spectrogram) {
    String png = String.valueOf(Show.logMel(spectrogram).forms().get("image/png"));
    return PictureCodec.read(new MediaSource("cell", Base64.getDecoder().decode(png)));
  }

  @Test
  void aSpectrogramOfManyBandsFitsTheScreen() {
    assertThat(picture(new LogMelSpectrogram(2, 3, new float[6])).height()).isEqualTo(8);
    Picture tall = picture(new LogMelSpectrogram(257, 3, new float[3 * 257]));
    assertThat(tall.height()).isEqualTo(514);
    assertThat(tall.width()).isEqualTo(6);
  }

  @Test
  void soundsStandUnderTheirNames() {
    Waveform sound = new Waveform(new float[16_000], 16_000);
    CellOutput output = Show.sounds(List.of("owl <1>", "bell"), List.of(sound, sound));
    assertThat(output.plain()).isEqualTo("2 sounds: owl <1>, bell");
    assertThat(output.forms().get("text/html"))
        .contains("owl &lt;1&gt;", "bell")
        .containsPattern("(?s)<audio.*<audio");
    assertThatThrownBy(() -> Show.sounds(List.of("owl"), List.of(sound, sound)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("1 names for 2 sounds");
  }
}
