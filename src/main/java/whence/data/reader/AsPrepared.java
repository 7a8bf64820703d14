package whence.data.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import whence.data.reader.ManifestRow.Taken;

/**
 * What the manifest of a folder says of clips: when their frames are shown and how much sound was
 * stored; and where that is not what their data set takes.
 *
 * @param clips those that the manifest knows
 */
record AsPrepared(List<Known> clips) {
  /** A frame that is first shown so long before a time is taken to be the one shown at it. */
  private static final double LONGEST_FRAME_SECONDS = 0.5;

  /** Of rounding in the manifest and in the file. */
  private static final double ROUNDING_SECONDS = 0.05;

  /** A clip and what was taken of its video. */
  record Known(String id, Taken taken) {
    double soundSeconds() {
      return taken.soundToSeconds() - taken.soundFromSeconds();
    }

    boolean frameInSound() {
      double at = taken.frameSeconds();
      return at >= taken.soundFromSeconds() - ROUNDING_SECONDS
          && at <= taken.soundToSeconds() + ROUNDING_SECONDS;
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "%s (frame at %.2f s, sound from %.2f to %.2f s)",
          id,
          taken.frameSeconds(),
          taken.soundFromSeconds(),
          taken.soundToSeconds());
    }
  }

  /** Takes the clips whose place in their sound the manifest decides. */
  static AsPrepared of(List<ClipEntry> entries, Map<String, ManifestRow> manifest) {
    List<Known> clips = new ArrayList<>();
    for (ClipEntry entry : entries) {
      ManifestRow row = manifest.get(entry.sound());
      Taken taken = row == null ? null : row.taken();
      if (taken != null && Double.isNaN(entry.centreSeconds())) {
        clips.add(new Known(entry.id(), taken));
      }
    }
    return new AsPrepared(clips);
  }

  /** One line on what is there; empty without manifest. */
  Optional<String> text() {
    return clips.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "as prepared: frames shown at %s s of their videos, %s s of sound stored"
                .formatted(range(clip -> clip.taken().frameSeconds()), range(Known::soundSeconds)));
  }

  private String range(ToDoubleFunction<Known> value) {
    double least = clips.stream().mapToDouble(value).min().orElseThrow();
    double most = clips.stream().mapToDouble(value).max().orElseThrow();
    String from = String.format(Locale.ROOT, "%.2f", least);
    String to = String.format(Locale.ROOT, "%.2f", most);
    return from.equals(to) ? from : from + " to " + to;
  }

  /** Where clips are not what the data set takes. */
  List<String> notes(DataSet kind, ClipReading reading) {
    List<String> notes = new ArrayList<>();
    note(
        notes,
        clip -> isAtAnotherTime(clip, kind.frameSeconds(clip.id())),
        "a frame of another time than " + kind.label() + " takes");
    note(notes, clip -> !clip.frameInSound(), "a frame outside of the stored sound");
    note(
        notes,
        clip -> clip.soundSeconds() < reading.soundSeconds() - ROUNDING_SECONDS,
        "less than " + reading.length() + " of sound, which is repeated");
    return notes;
  }

  private static boolean isAtAnotherTime(Known clip, OptionalDouble expected) {
    double after = clip.taken().frameSeconds() - expected.orElse(clip.taken().frameSeconds());
    return after > ROUNDING_SECONDS || after < -LONGEST_FRAME_SECONDS;
  }

  private void note(List<String> notes, Predicate<Known> odd, String what) {
    List<Known> found = clips.stream().filter(odd).toList();
    if (!found.isEmpty()) {
      notes.add(
          "%d of %d clips have %s, such as %s"
              .formatted(found.size(), clips.size(), what, found.get(0).text()));
    }
  }
}
