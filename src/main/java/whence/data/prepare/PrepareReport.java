package whence.data.prepare;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import whence.data.reader.Coverage;
import whence.data.reader.IdList;
import whence.data.reader.ManifestRow;
import whence.data.reader.Rejection;

/**
 * What came of preparing.
 *
 * @param videos how many were wanted and found
 * @param made clips made by this call
 * @param kept clips of these videos that were there before
 * @param rejected clips or videos of these videos that were passed over, by reason; now or before
 * @param coverage how many of the listed videos gave a clip, now or in another call
 * @param seconds of cutting
 * @param threads that cut
 */
public record PrepareReport(
    int videos,
    int made,
    int kept,
    Map<Rejection, Integer> rejected,
    Coverage coverage,
    double seconds,
    int threads) {

  /** Copies. */
  public PrepareReport {
    rejected = Map.copyOf(rejected);
  }

  /**
   * Counts.
   *
   * @param listed videos that should be there
   * @param wanted names of the videos of this call
   * @param cutNow names of those that were cut by it
   * @param all rows of the folder, of earlier calls too
   */
  static PrepareReport of(
      IdList listed,
      Set<String> wanted,
      Set<String> cutNow,
      Collection<ManifestRow> all,
      double seconds,
      int threads) {
    Set<String> there = new HashSet<>();
    Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);
    int made = 0;
    int kept = 0;
    for (ManifestRow row : all) {
      String video = row.source().name();
      if (row.rejected() == null) {
        there.add(SourceVideos.id(video));
        made += cutNow.contains(video) ? 1 : 0;
        kept += wanted.contains(video) && !cutNow.contains(video) ? 1 : 0;
      } else if (wanted.contains(video)) {
        rejected.merge(row.rejected().reason(), 1, Integer::sum);
      }
    }
    Coverage coverage = Coverage.of(listed.name(), Coverage.Unit.VIDEOS, listed.ids(), there);
    return new PrepareReport(wanted.size(), made, kept, rejected, coverage, seconds, threads);
  }

  /** Clips made in a second by one thread; NaN if none was made. */
  public double clipsPerSecondAndThread() {
    return made == 0 ? Double.NaN : made / seconds / threads;
  }

  /** Several lines for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("%d videos: %d clips made, %d kept%n".formatted(videos, made, kept));
    for (Rejection reason : Rejection.values()) {
      if (rejected.containsKey(reason)) {
        text.append("  rejected, %s: %d%n".formatted(reason.label(), rejected.get(reason)));
      }
    }
    text.append(coverage.text());
    if (made > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%.1f s, %.2f clips a second, %.2f a second and core (%d threads)",
              seconds,
              made / seconds,
              clipsPerSecondAndThread(),
              threads));
    }
    return text.toString();
  }
}
