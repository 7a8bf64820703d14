package whence.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.WhenceException;
import whence.figure.SoundPicture;
import whence.media.Mp4;
import whence.media.SoundCodec;
import whence.media.Waveform;
import whence.signal.LogMelSettings;

/** A sound to see and to hear. */
final class SoundHtml {
  /** Longer ones are better cut: a minute is 0.5 MB. */
  private static final double MOST_SECONDS = 60;

  private SoundHtml() {}

  static CellOutput of(Waveform waveform, LogMelSettings settings) {
    String text = text(waveform);
    String html =
        "<figure style=\"margin:0\">"
            + Html.image(SoundPicture.of(waveform, settings), text)
            + "<br>"
            + player(waveform)
            + "</figure>";
    return CellOutput.html(html, text);
  }

  /** Small players under their names. */
  static CellOutput of(List<String> names, List<Waveform> sounds) {
    if (names.size() != sounds.size()) {
      throw new WhenceException(
          "Cannot show sounds",
          names.size() + " names for " + sounds.size() + " sounds",
          "one name for each sound",
          "pass both lists for the same sounds");
    }
    List<String> players = new ArrayList<>();
    for (int i = 0; i < sounds.size(); i++) {
      players.add(Html.line(names.get(i)) + player(sounds.get(i)));
    }
    return CellOutput.html(
        Html.row(players), sounds.size() + " sounds: " + String.join(", ", names));
  }

  static String text(Waveform waveform) {
    return String.format(
        Locale.ROOT,
        "sound of %.2f s at %d Hz, peak %.3f",
        waveform.durationSeconds(),
        waveform.sampleRateHz(),
        waveform.peak());
  }

  /** An audio player, or a line that says why there is none. */
  static String player(Waveform waveform) {
    if (waveform.durationSeconds() > MOST_SECONDS) {
      return Html.line(
          String.format(
              Locale.ROOT,
              "No player: %.0f s of sound, at most %.0f s are put into a page. Show a part of it.",
              waveform.durationSeconds(),
              MOST_SECONDS));
    }
    return "<audio controls src=\"" + source(waveform) + "\"></audio>";
  }

  /** AAC, six times smaller than WAV, where it knows the rate. */
  static String source(Waveform waveform) {
    return Mp4.canEncode(waveform)
        ? "data:audio/mp4;base64," + CellOutput.base64(Mp4.sound(waveform))
        : "data:audio/wav;base64," + CellOutput.base64(SoundCodec.wav(waveform));
  }
}
