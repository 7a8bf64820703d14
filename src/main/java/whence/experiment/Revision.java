package whence.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which source a result came from.
 *
 * @param commit 40 hexadecimal digits, or {@value #NONE}
 * @param tree whether files differed from that commit
 */
public record Revision(String commit, Tree tree) {
  /** The commit where there is none to name. */
  public static final String NONE = "not a git checkout";

  /** Whether the working tree is that of the commit. */
  public enum Tree {
    /** Nothing changed, nothing untracked. */
    CLEAN,
    /**
     * Some file differs from the commit or is untracked: the commit alone does not give the result.
     */
    DIRTY,
    /** There is no commit to compare with. */
    UNKNOWN
  }

  /**
   * That of the source this program was started from: of the folder that the system property {@code
   * whence.repository} names, else of the current one.
   */
  public static Revision ofSource() {
    return of(Path.of(System.getProperty("whence.repository", "")).toAbsolutePath());
  }

  /**
   * Asks {@code git} about the checkout that {@code folder} lies in.
   *
   * <p>Outside a checkout, in one without a commit, or on a machine without git the answer is
   * {@value #NONE} with {@link Tree#UNKNOWN}, never an error: a result may be made from a release
   * archive.
   */
  public static Revision of(Path folder) {
    String commit = git(folder, List.of("git", "rev-parse", "HEAD"));
    String status = git(folder, List.of("git", "status", "--porcelain"));
    if (commit == null || status == null) {
      return new Revision(NONE, Tree.UNKNOWN);
    }
    return new Revision(commit, status.isEmpty() ? Tree.CLEAN : Tree.DIRTY);
  }

  /** In words: the commit, and whether anything differs from it. */
  public String toText() {
    return tree == Tree.DIRTY ? commit + " with changes" : commit;
  }

  private static @Nullable String git(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      try (InputStream out = process.getInputStream()) {
        String text = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? text : null;
      }
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
