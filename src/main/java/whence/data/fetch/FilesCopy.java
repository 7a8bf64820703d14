package whence.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import whence.AtomicFile;
import whence.media.MediaSource;

/** The catalogue's files kept as one zip archive; whoever reads it verifies what comes out. */
final class FilesCopy {
  private FilesCopy() {}

  /** The catalogue's files that are in the copy; a damaged copy yields fewer. */
  static Map<String, MediaSource> read(Path copy, DemoCatalogue catalogue) {
    Map<String, MediaSource> files = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(copy);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Pin pin = catalogue.pins().get(entry.getName());
        if (pin == null || pin.bytes() >= Integer.MAX_VALUE) {
          break; // of another catalogue: the caller misses files and reads the packages again
        }
        byte[] bytes = zip.readNBytes((int) pin.bytes() + 1);
        files.put(entry.getName(), new MediaSource(entry.getName(), bytes));
      }
    } catch (IOException | IllegalArgumentException e) {
      files.clear(); // a damaged copy is only a lost copy: the caller reads the packages again
    }
    return files;
  }

  /** Writes the copy whole, or leaves what was there. */
  static void write(Path copy, Map<String, MediaSource> files) {
    AtomicFile.replace(
        copy,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          zip.setLevel(0); // PNG, JPEG and OGG are compressed already
          for (MediaSource file : files.values()) {
            zip.putNextEntry(new ZipEntry(file.name()));
            zip.write(file.bytes());
          }
          zip.finish(); // closing it would close the file
        });
  }
}
