package whence.data.prepare;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import whence.AtomicFile;
import whence.data.reader.Coverage;
import whence.data.reader.IdList;
import whence.data.reader.ManifestRow;
import whence.data.reader.PreparedFolder;
import whence.data.reader.Rejection;

/**
 * What came of preparing.
 *
 * @param videos how many were wanted and found
 * @param made clips made by this call
 * @param kept clips that were there before
 * @param rejected clips or videos that were passed over, by reason; of this call and before
 * @param rows of the rejected, in order of their ids
 * @param coverage how many of the listed videos gave a clip
 * @param seconds of cutting
 * @param threads that cut
 */
public record PrepareReport(
    int videos,
    int made,
    int kept,
    Map<Rejection, Integer> rejected,
    List<ManifestRow> rows,
    Coverage coverage,
    double seconds,
    int threads) {

  /** Copies. */
  public PrepareReport {
    rejected = Map.copyOf(rejected);
    rows = List.copyOf(rows);
  }

  static PrepareReport of(
      IdList listed,
      Map<String, String> idByName,
      Collection<String> cutNow,
      Map<String, ManifestRow> all,
      double seconds,
      int threads) {
    List<ManifestRow> mine =
        all.values().stream().filter(row -> idByName.containsKey(row.source().name())).toList();
    Set<String> there = new HashSet<>();
    Set<String> now = new HashSet<>(cutNow);
    Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);
    int made = 0;
    int kept = 0;
    for (ManifestRow row : mine) {
      if (row.rejected() != null) {
        rejected.merge(row.rejected().reason(), 1, Integer::sum);
      } else {
        there.add(Objects.requireNonNull(idByName.get(row.source().name())));
        made += now.contains(row.source().name()) ? 1 : 0;
        kept += now.contains(row.source().name()) ? 0 : 1;
      }
    }
    List<ManifestRow> out = mine.stream().filter(row -> row.rejected() != null).toList();
    Coverage coverage = Coverage.of(listed.name(), Coverage.Unit.VIDEOS, listed.ids(), there);
    return new PrepareReport(
        idByName.size(), made, kept, rejected, out, coverage, seconds, threads);
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

  /** Writes the rejected as a table, and the coverage. */
  void write(PreparedFolder folder) {
    StringBuilder csv = new StringBuilder("id,source,reason,detail\n");
    for (ManifestRow row : rows) {
      ManifestRow.Rejected why = Objects.requireNonNull(row.rejected());
      csv.append(field(row.id())).append(',').append(field(row.source().name())).append(',');
      csv.append(why.reason().label()).append(',').append(field(why.detail())).append('\n');
    }
    AtomicFile.write(folder.rejected(), csv.toString());
    coverage.write(folder.coverage());
  }

  /** Quoted where a table needs it, RFC 4180. */
  private static String field(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
