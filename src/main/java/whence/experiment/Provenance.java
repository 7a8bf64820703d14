package whence.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import whence.AtomicFile;

/**
 * Where a number or a figure came from: enough to make it again.
 *
 * @param command what was called, such as {@code environment/run --quick}, or the notebook's path
 * @param revision source of the code
 * @param dataHash SHA-256 over the scenes used, hexadecimal; or a word saying there were none
 * @param seeds every seed, by what it was for
 * @param machine what computed it
 * @param span when
 * @param settings the declaring record as JSON values (strings, numbers, booleans, maps, lists), in
 *     the order given
 */
public record Provenance(
    String command,
    Revision revision,
    String dataHash,
    Map<String, Long> seeds,
    Machine machine,
    Span span,
    Map<String, Object> settings) {

  /** Copies the maps. */
  public Provenance {
    seeds = Collections.unmodifiableMap(new TreeMap<>(seeds));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /**
   * What was called: the scripts of {@code environment} say it in {@code WHENCE_COMMAND}; whoever
   * starts a run otherwise has called the library.
   *
   * @param environment of the process
   */
  static String command(Map<String, String> environment) {
    return environment.getOrDefault("WHENCE_COMMAND", Experiment.class.getName() + ".run");
  }

  /** The same for another command: a figure inherits the run it shows. */
  public Provenance withCommand(String other) {
    return new Provenance(other, revision, dataHash, seeds, machine, span, settings);
  }

  /**
   * The same for a figure that was drawn of the run: what drew it, and from which source, is said
   * behind the run's own command.
   *
   * @param what such as {@code notebooks/paper/method.ipynb}
   */
  public Provenance drawnBy(String what) {
    Revision source = Revision.ofSource();
    return withCommand(command + "; drawn by " + what + " of " + source.toText());
  }

  /** The same over another time. */
  public Provenance withSpan(Span other) {
    return new Provenance(command, revision, dataHash, seeds, machine, other, settings);
  }

  /** As JSON text: fixed order of keys, two spaces, a line feed at the end. */
  public String json() {
    return ProvenanceJson.text(this);
  }

  /** Writes the JSON text, atomically. */
  public void write(Path file) {
    AtomicFile.write(file, json());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws whence.WhenceException naming the file, and the line where JSON ends, if it is missing,
   *     cut short or something else
   */
  public static Provenance read(Path file) {
    return ProvenanceJson.read(file);
  }
}
