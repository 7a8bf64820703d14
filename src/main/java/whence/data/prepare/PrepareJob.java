package whence.data.prepare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.data.ParallelWork;
import whence.data.prepare.SourceVideos.SourceVideo;
import whence.data.reader.Claim;
import whence.data.reader.IdList;
import whence.data.reader.PreparedFolder;

/**
 * Cuts videos into clips: {@code frames/ID.jpg} and {@code audio/ID.wav}, see {@link
 * PreparedFolder}. The clip's id is the name of the video's file without its ending.
 *
 * <ul>
 *   <li>May be stopped at any moment, also by {@code kill -9}, and called again: videos that are
 *       done, and have not changed since, are passed over, and the result is the same.
 *   <li>Videos that give no clip are named with the reason; they are not looked at again unless
 *       they change.
 *   <li>A folder may be filled by several calls with the same settings. The manifest and the table
 *       of the rejected are of all of them; the coverage is of the list of the last call, looked up
 *       in the whole folder.
 *   <li>The same video gives the same bytes, at any number of threads.
 * </ul>
 *
 * @param source a video, or a folder of videos
 * @param to receives the clips
 * @param settings what is taken of each
 * @param ids videos wanted, by their names; null for all there are
 */
public record PrepareJob(Path source, Path to, PrepareSettings settings, @Nullable IdList ids) {

  /**
   * Prepares all clips that are not there yet.
   *
   * @param threads at least 1; changes the time only
   * @param listener hears how far it is, in videos
   * @throws WhenceException if there is no video, the folder is of other settings, in use or cannot
   *     be written, or the calling thread is interrupted (its flag is kept)
   */
  public PrepareReport run(int threads, ParallelWork.Listener listener) {
    if (threads < 1) {
      throw new WhenceException(
          "Cannot prepare videos", threads + " threads", "at least 1", "leave the number out");
    }
    Map<String, SourceVideo> videos = wanted(SourceVideos.find(source));
    PreparedFolder folder = new PreparedFolder(to);
    Claim claim = Claim.of(folder, "prepare clips", "whence-prepared-1", settings);
    claim.check();
    try (Journal journal = Journal.open(folder)) {
      claim.write();
      List<SourceVideo> open = Remaining.of(videos.values(), journal, folder);
      ParallelWork work = new ParallelWork("Preparing videos", open.size(), threads, listener);
      ClipCutter cutter = new ClipCutter(folder, settings, work::requireGoing);
      long start = System.nanoTime();
      work.run(k -> journal.add(cutter.cut(open.get(k))));
      double seconds = (System.nanoTime() - start) * 1e-9;
      journal.complete();
      IdList listed = ids == null ? listed(videos) : ids;
      Set<String> wanted = names(videos.values());
      PrepareReport report =
          PrepareReport.of(listed, wanted, names(open), journal.rows().values(), seconds, threads);
      report.coverage().write(folder.coverage());
      return report;
    }
  }

  private Map<String, SourceVideo> wanted(Map<String, SourceVideo> found) {
    if (ids != null) {
      found.keySet().retainAll(new HashSet<>(ids.ids())); // a list would be searched for each
    }
    if (found.isEmpty()) {
      throw new WhenceException(
          "Cannot prepare the videos of " + source,
          "no video of the ids in " + (ids == null ? "" : ids.name()),
          "videos called by their ids, such as ID.mp4",
          "check that list and videos belong together");
    }
    return found;
  }

  private IdList listed(Map<String, SourceVideo> videos) {
    return IdList.of(source.toString(), new ArrayList<>(videos.keySet()));
  }

  private static Set<String> names(Collection<SourceVideo> videos) {
    return videos.stream().map(SourceVideo::name).collect(Collectors.toSet());
  }
}
