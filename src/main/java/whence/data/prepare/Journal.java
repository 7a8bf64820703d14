package whence.data.prepare;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.AtomicFile;
import whence.ProgramLock;
import whence.WhenceException;
import whence.data.reader.Manifest;
import whence.data.reader.ManifestRow;
import whence.data.reader.PreparedFolder;

/**
 * The manifest of a folder while it is being prepared: rows are added as videos are done, each
 * video's in one piece after its files are there. Keeps a second program out of the folder; the
 * system lets go of it even if the program is killed. Safe for several threads.
 */
final class Journal implements AutoCloseable {
  private final PreparedFolder folder;
  private final ProgramLock lock;
  private final Map<String, ManifestRow> rows;
  private final OutputStream out;
  private @Nullable IOException failure;

  Journal(
      PreparedFolder folder, ProgramLock lock, Map<String, ManifestRow> rows, OutputStream out) {
    this.folder = folder;
    this.lock = lock;
    this.rows = rows;
    this.out = out;
  }

  /**
   * Opens a folder's manifest, and clears away what a killed program left.
   *
   * @throws WhenceException if another program is at work there, or it cannot be written
   */
  static Journal open(PreparedFolder folder) {
    ProgramLock lock = null;
    try {
      Files.createDirectories(folder.frames());
      Files.createDirectories(folder.sounds());
      lock = lock(folder.path());
      clear(folder.frames());
      clear(folder.sounds());
      Map<String, ManifestRow> rows = new TreeMap<>(Manifest.read(folder.manifest()));
      Manifest.write(folder.manifest(), rows); // without a line that was cut off
      OutputStream out = Files.newOutputStream(folder.manifest(), StandardOpenOption.APPEND);
      return new Journal(folder, lock, rows, out);
    } catch (IOException e) {
      release(lock);
      throw new WhenceException(
          "Cannot prepare clips into " + folder.path(),
          String.valueOf(e),
          "a folder that can be written",
          "correct its permissions or choose another folder",
          e);
    } catch (WhenceException e) {
      release(lock);
      throw e;
    }
  }

  private static ProgramLock lock(Path folder) throws IOException {
    return ProgramLock.take(folder.resolve("prepare.lock"))
        .orElseThrow(
            () ->
                new WhenceException(
                    "Cannot prepare clips into " + folder,
                    "another program at work there",
                    "one at a time in a folder",
                    "wait until it ends, stop it, or choose another folder"));
  }

  private static void clear(Path files) throws IOException {
    List<Path> parts;
    try (Stream<Path> all = Files.list(files)) {
      parts = all.filter(file -> file.toString().endsWith(".part")).toList();
    }
    for (Path part : parts) {
      Files.deleteIfExists(part);
    }
  }

  /** All rows by id; a copy. */
  synchronized Map<String, ManifestRow> rows() {
    return new TreeMap<>(rows);
  }

  /**
   * Adds the rows of one video, whose files are there.
   *
   * @throws WhenceException if they cannot be written, or others could not: what failed may have
   *     left a part of a line, behind which no other may stand
   */
  synchronized void add(List<ManifestRow> added) {
    try {
      if (failure != null) {
        throw failure;
      }
      out.write(Manifest.lines(added).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      failure = e;
      throw new WhenceException(
          "Cannot write " + folder.manifest(),
          String.valueOf(e),
          "a disk with enough free space",
          "free disk space and call the same command again: it goes on where it stopped",
          e);
    }
    added.forEach(row -> rows.put(row.id(), row));
  }

  /** Removes rows and their files: of videos that have changed. */
  synchronized void remove(List<String> ids) {
    for (String id : ids) {
      ManifestRow row = rows.remove(id);
      if (row != null && row.taken() != null) { // another may have an id too long for files
        AtomicFile.delete(folder.frame(id));
        AtomicFile.delete(folder.audio(id));
      }
    }
  }

  /** Sorts the manifest and writes its rejected rows apart, at the end. */
  synchronized void complete() {
    Manifest.write(folder.manifest(), rows);
    AtomicFile.write(folder.rejected(), RejectedTable.text(rows.values()));
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new IllegalStateException(e); // everything was written through
    } finally {
      release(lock);
    }
  }

  private static void release(@Nullable ProgramLock lock) {
    if (lock != null) {
      lock.close();
    }
  }
}
