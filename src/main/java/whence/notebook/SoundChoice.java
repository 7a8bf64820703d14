package whence.notebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.Batch;
import whence.experiment.PreparedSplit;
import whence.figure.MarkedPicture;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.localize.CellMaps;
import whence.media.Picture;
import whence.media.Waveform;
import whence.model.DualEncoder;

/**
 * One sound that may be heard with a frame.
 *
 * @param name on its button
 * @param sound what is played
 * @param cells [h, w] correlation of the frame with this sound
 * @param truth [H, W] pixels of the object it belongs to; null if unknown
 */
public record SoundChoice(String name, Waveform sound, HeatMap cells, @Nullable Mask truth) {

  /**
   * The sounds of the objects of one scene: its own, and for every silent object the sound of the
   * first other clip of that class. A silent object whose class no clip sounds is left out.
   *
   * @param split the scene's split
   * @param encoder the network; neither changed nor closed
   * @param clip index of the scene
   */
  public static List<SoundChoice> inScene(PreparedSplit split, DualEncoder encoder, int clip) {
    Annotation truth = split.scenes().annotation(clip);
    List<String> names = new ArrayList<>(List.of(truth.soundClass()));
    List<Mask> masks = new ArrayList<>(List.of(truth.sounding()));
    List<Integer> clips = new ArrayList<>(List.of(clip));
    for (int i = 0; i < truth.silent().size(); i++) {
      int other = split.classes().indexOf(truth.silentClasses().get(i));
      if (other >= 0) {
        names.add(truth.silentClasses().get(i));
        masks.add(truth.silent().get(i));
        clips.add(other);
      }
    }
    if (clips.size() < 2) {
      throw new WhenceException(
          "Cannot let a sound be chosen for clip " + clip,
          clips.size() + " object whose sound is known",
          "at least 2",
          "choose a clip with a silent object whose class sounds in another clip");
    }
    int[] sounds = clips.stream().mapToInt(Integer::intValue).toArray();
    int[] frames = clips.stream().mapToInt(c -> clip).toArray();
    List<SoundChoice> choices = new ArrayList<>();
    try (Batch batch = split.bank().batch(frames, sounds)) {
      List<HeatMap> maps = CellMaps.of(encoder, batch);
      for (int i = 0; i < sounds.length; i++) {
        Waveform sound = split.scenes().sound(sounds[i]);
        choices.add(new SoundChoice(names.get(i), sound, maps.get(i), masks.get(i)));
      }
    }
    return choices;
  }

  /** What the script is given. */
  ScriptData data() {
    ScriptData data =
        new ScriptData()
            .text("name", name)
            .text("audio", SoundHtml.source(sound))
            .map("map", cells);
    return truth == null ? data : data.mask("truth", truth);
  }

  MarkedPicture marked(Picture frame, GridGeometry geometry) {
    MarkedPicture marked = MarkedPicture.of(frame, geometry).withMap(cells).withTitle(name);
    return truth == null ? marked : marked.withTruth(truth);
  }
}
