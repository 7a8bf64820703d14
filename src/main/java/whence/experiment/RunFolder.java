package whence.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import whence.AtomicFile;
import whence.ProgramLock;
import whence.WhenceException;
import whence.label.PseudoLabels;
import whence.train.RunFiles;

/**
 * The folder of one run and the names of the files in it.
 *
 * <pre>
 * settings.json            what was asked for
 * provenance.json          what it was made with and of
 * data.json                the scene folders, the grid of cells, the identity of the data
 * metrics.csv              every score, long form
 * labels.csv               statistics of the pseudo-labels
 * losses.csv               mean loss terms of every epoch
 * clips-trivial.csv        what every clip scored by the trivial localizers
 * times.csv                seconds of every part, peak memory
 * checkpoint.safetensors   state after the latest epoch
 * iterations/              state, scores, and scores of every clip at the end of every iteration
 * labels/                  pseudo-labels of every iteration
 * control/                 the same for the control
 * </pre>
 *
 * @param path the folder; need not exist yet
 */
public record RunFolder(Path path) {

  /** The settings of the run. */
  public Path settingsFile() {
    return path.resolve("settings.json");
  }

  /** Provenance of the run. */
  public Path provenanceFile() {
    return path.resolve("provenance.json");
  }

  /** The data of the run. */
  Path dataFile() {
    return path.resolve("data.json");
  }

  /** The data the run was made of. */
  public RunData data() {
    return Json.read(dataFile(), RunData.class);
  }

  /**
   * The labels an iteration of the model learned from; those after the last iteration only show
   * what it believes.
   *
   * @param iteration at least 1
   */
  public PseudoLabels labels(int iteration) {
    return model(data().identity()).readLabels(iteration);
  }

  /** Whether a run came to its end here. */
  public boolean isComplete() {
    return Files.exists(metricsFile()) && Files.exists(provenanceFile());
  }

  /** All scores. */
  public Path metricsFile() {
    return path.resolve("metrics.csv");
  }

  /** Statistics of the pseudo-labels. */
  public Path labelsFile() {
    return path.resolve("labels.csv");
  }

  /** Mean loss terms of every epoch. */
  public Path lossesFile() {
    return path.resolve("losses.csv");
  }

  /** Seconds of every part. */
  public Path timesFile() {
    return path.resolve("times.csv");
  }

  /** Scores at the end of an iteration of the model's or the control's training. */
  static Path scores(RunFiles files, int iteration) {
    return files.folder().resolve("iterations").resolve("iteration-" + iteration + ".csv");
  }

  /** What every clip scored after an iteration of the model's or the control's training. */
  static Path clips(RunFiles files, int iteration) {
    return files.folder().resolve("iterations").resolve("iteration-" + iteration + "-clips.csv");
  }

  /** What every clip scored after an iteration of the model's training. */
  Path clipsFile(int iteration) {
    return clips(model(""), iteration);
  }

  /** What every clip scored by the trivial localizers. */
  Path trivialClipsFile() {
    return path.resolve("clips-trivial.csv");
  }

  /** Keeps every other run out of this folder. */
  ProgramLock lock() {
    try {
      return ProgramLock.take(path.resolve("run.lock"))
          .orElseThrow(
              () ->
                  new WhenceException(
                      "Cannot run in " + path,
                      "another run at work there",
                      "one run at a time in a folder",
                      "wait until it ends, stop it, or choose another folder"));
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot run in " + path,
          e.toString(),
          "a folder that can be written to",
          "correct its permissions or choose another folder",
          e);
    }
  }

  /** Files of the model's training. */
  public RunFiles model(String identity) {
    return new RunFiles(path, identity);
  }

  /** Files of the control's training. */
  public RunFiles control(String identity) {
    return new RunFiles(path.resolve("control"), identity);
  }

  /**
   * The settings the run was made with.
   *
   * @throws WhenceException if the folder is no run
   */
  public ExperimentSettings settings() {
    if (!Files.isRegularFile(settingsFile())) {
      throw new WhenceException(
          "Cannot open the run " + path,
          "no settings.json",
          "a folder that a run was written to",
          "make one with environment/run (a smaller one: environment/run --quick), or check the path:"
              + " runs lie in runs/ unless another folder was chosen");
    }
    return Json.read(settingsFile(), ExperimentSettings.class);
  }

  /**
   * Claims the folder for a run of these settings: writes them if there are none.
   *
   * @throws WhenceException if it belongs to a run of other settings, naming what differs
   */
  void claim(ExperimentSettings wanted) {
    if (!Files.exists(settingsFile())) {
      AtomicFile.write(settingsFile(), Json.text(wanted));
      return;
    }
    List<String> differences = new ArrayList<>();
    compare("", Json.tree(settings()), Json.tree(wanted), differences);
    if (!differences.isEmpty()) {
      throw new WhenceException(
          "Cannot use the run folder " + path,
          "a run of other settings: " + String.join("; ", differences),
          "an empty folder, or one of the same settings",
          "choose another folder, or repeat the settings of that run");
    }
  }

  private static void compare(String name, JsonNode old, JsonNode now, List<String> differences) {
    if (old.isObject() && now.isObject()) {
      Set<String> fields = new TreeSet<>();
      Iterator<String> first = old.fieldNames();
      first.forEachRemaining(fields::add);
      now.fieldNames().forEachRemaining(fields::add);
      for (String field : fields) {
        compare(
            name.isEmpty() ? field : name + "." + field,
            old.path(field),
            now.path(field),
            differences);
      }
    } else if (!old.equals(now)) {
      differences.add(name + " was " + old + ", now " + now);
    }
  }
}
