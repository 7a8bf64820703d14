package whence.data.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import whence.WhenceException;
import whence.data.LaterFields;
import whence.data.Split;

/**
 * What {@code annotations.json} holds.
 *
 * @param format always {@value #FORMAT}
 * @param split label of the split
 * @param seed what the draws started from
 * @param library hash of the media
 * @param settings how the scenes were composed
 * @param credits of the media
 * @param scenes in order of their index
 */
record SceneIndex(
    String format,
    String split,
    long seed,
    String library,
    SceneSettings settings,
    List<String> credits,
    List<Entry> scenes) {
  static final String FORMAT = "whence-scenes-1";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  SceneIndex {
    credits = List.copyOf(credits);
    scenes = List.copyOf(scenes);
  }

  /**
   * One scene.
   *
   * @param id names its files
   * @param soundClass class of the sounding object, 255 in the mask
   * @param silentClasses classes of the other objects, 1, 2... in the mask: those whose sound is
   *     mixed in first, then the silent ones
   * @param origin what the scene was made of
   */
  record Entry(String id, String soundClass, List<String> silentClasses, SceneOrigin origin) {
    Entry {
      silentClasses = List.copyOf(silentClasses);
    }

    private static Entry of(SceneComposer composer, int index) {
      SceneOrigin origin = composer.origin(index);
      List<String> classes = origin.objects().stream().map(SceneOrigin.Placed::className).toList();
      return new Entry(
          composer.id(index), classes.get(0), classes.subList(1, classes.size()), origin);
    }
  }

  /** The index of the first {@code count} scenes; they need not be composed for it. */
  static SceneIndex of(SceneComposer composer, int count) {
    return new SceneIndex(
        FORMAT,
        composer.split().label(),
        composer.seed(),
        composer.library().hash(),
        composer.settings(),
        composer.library().credits(),
        IntStream.range(0, count).mapToObj(k -> Entry.of(composer, k)).toList());
  }

  static SceneIndex read(Path file) {
    try {
      JsonNode tree = LaterFields.object(JSON, Files.readString(file));
      SceneSettings.laterFields().addTo(tree.path("settings"));
      tree.path("scenes").forEach(scene -> SceneOrigin.LATER.addTo(scene.path("origin")));
      SceneIndex index = JSON.treeToValue(tree, SceneIndex.class);
      index.requireSound(file);
      return index;
    } catch (IOException e) {
      String got = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e + "";
      throw new WhenceException(
          "Cannot read the scenes of " + file,
          String.valueOf(got),
          "a file of the form " + FORMAT,
          "compose the scenes again into an empty folder",
          e);
    }
  }

  /** UTF-8, the same bytes for the same index. */
  byte[] json() {
    JsonNode tree = JSON.valueToTree(this);
    SceneSettings.laterFields().removeFrom(tree.path("settings"));
    tree.path("scenes").forEach(scene -> SceneOrigin.LATER.removeFrom(scene.path("origin")));
    try {
      String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a scene index can always be written", e);
    }
  }

  Split splitValue() {
    for (Split value : Split.OF_SCENES) {
      if (value.label().equals(split)) {
        return value;
      }
    }
    throw new IllegalStateException("checked when read: " + split);
  }

  private void requireSound(Path file) {
    Set<String> ids = new HashSet<>();
    List<String> labels = List.of("train", "new-scenes", "new-objects");
    boolean unique = scenes.stream().allMatch(scene -> ids.add(scene.id()));
    if (!format.equals(FORMAT) || !labels.contains(split) || !unique) {
      throw new WhenceException(
          "Cannot read the scenes of " + file,
          "format " + format + ", split " + split + (unique ? "" : ", an id twice"),
          "format " + FORMAT + ", a split of " + labels + ", each id once",
          "compose the scenes again into an empty folder");
    }
  }

  /**
   * Refuses to go on with scenes of other settings.
   *
   * @throws WhenceException naming the first setting that differs
   */
  void requireSameSettings(SceneIndex wanted, Path folder) {
    refuseIf(!split.equals(wanted.split), "split", split, wanted.split, folder);
    refuseIf(seed != wanted.seed, "seed", seed, wanted.seed, folder);
    refuseIf(!library.equals(wanted.library), "library", library, wanted.library, folder);
    for (var component : SceneSettings.class.getRecordComponents()) {
      Object mine = JSON.valueToTree(settings).get(component.getName());
      Object theirs = JSON.valueToTree(wanted.settings).get(component.getName());
      refuseIf(!mine.equals(theirs), component.getName(), mine, theirs, folder);
    }
  }

  private static void refuseIf(
      boolean differs, String setting, Object mine, Object wanted, Path folder) {
    if (differs) {
      throw new WhenceException(
          "Cannot compose scenes into " + folder + ": it holds scenes of another " + setting,
          setting + " " + mine,
          setting + " " + wanted,
          "choose another folder, or the settings these scenes were composed with");
    }
  }
}
