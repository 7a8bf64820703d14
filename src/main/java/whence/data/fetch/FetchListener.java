package whence.data.fetch;

import java.util.List;

/** Hears what will be downloaded and how far it is. Called from the downloading thread. */
public interface FetchListener {

  /** Hears nothing. */
  FetchListener SILENT = new FetchListener() {};

  /**
   * Before anything is downloaded; not called when everything is there.
   *
   * @param names the files that are missing
   * @param bytes their size in all, less what an earlier, interrupted download has left
   */
  default void planned(List<String> names, long bytes) {}

  /**
   * While a file is downloaded, at least at its start and end, at most once a megabyte.
   *
   * @param name the file
   * @param done bytes on disk
   * @param total bytes of the whole file
   */
  default void progress(String name, long done, long total) {}
}
