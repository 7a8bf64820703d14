package whence.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import whence.data.reader.ClipReading;
import whence.data.reader.ClipSet;
import whence.data.reader.DataSet;

/** Which clips of a folder are meant. */
final class ListOptions {
  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "the list of clips as the data set has it: ids, table or JSON")
  private @Nullable Path list;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "such as test; only for vggsound and avsbench, whose lists have splits")
  private String split = "";

  /** Opens them. */
  ClipSet open(DataSet set, Path folder, ClipReading reading) {
    return set.open(folder, list, split, reading);
  }
}
