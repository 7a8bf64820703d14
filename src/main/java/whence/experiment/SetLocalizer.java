package whence.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import whence.WhenceException;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.data.reader.ClipSet;
import whence.data.reader.ClipSources;
import whence.evaluate.LocalizerMaps;
import whence.evaluate.SoundSwap;
import whence.heatmap.HeatMap;
import whence.heatmap.MinMax;
import whence.localize.Localizer;
import whence.localize.ModelLocalizer;
import whence.localize.ObjectGuided;
import whence.localize.Saliency;

/** Who draws the heat maps of a research data set. */
public enum SetLocalizer {
  /** The model, each frame with its own sound: cosines. */
  MODEL("model") {
    @Override
    Localizer of(TrainedModel model) {
      return network(model);
    }
  },
  /** The model guided by the saliency of the trunk: values in [0, 1]. */
  OBJECT_GUIDED(ObjectGuided.NAME) {
    @Override
    Localizer of(TrainedModel model) {
      return ObjectGuided.published(network(model), saliency(model));
    }
  },
  /**
   * The model, each frame with the sound of a clip of which nothing can be seen in it: cosines.
   * What is left of the score is not heard.
   */
  SWAPPED_SOUND(LocalizerMaps.SWAPPED_SOUND) {
    @Override
    Localizer of(TrainedModel model) {
      return network(model);
    }

    @Override
    ClipBank bank(PreparedSet set) {
      return set.bank().withSoundsOf(swapped(set.clips()));
    }

    @Override
    public void requireFor(ClipSet clips) {
      swapped(clips);
    }

    private static int[] swapped(ClipSet clips) {
      return offScreen(clips)
          .draw(Judge.SWAP_SEED)
          .orElseThrow(
              () ->
                  new WhenceException(
                      "Cannot swap the sounds of " + clips.kind().label(),
                      NO_OFF_SCREEN,
                      "for every clip a sound of another class or video",
                      "leave swapped sounds out, or add clips"));
    }
  },
  /** The trunk alone, which hears nothing: each map stretched from 0 to 1. */
  SALIENCY("saliency") {
    @Override
    Localizer of(TrainedModel model) {
      return new Stretched(saliency(model));
    }
  };

  /** Why a set has no off-screen sounds. */
  public static final String NO_OFF_SCREEN =
      "a clip for which no other one has a sound of something that is not in its picture";

  private final String label;

  SetLocalizer(String label) {
    this.label = label;
  }

  /**
   * The one of a name.
   *
   * @throws WhenceException if there is none
   */
  public static SetLocalizer named(String name) {
    return Arrays.stream(values())
        .filter(one -> one.label.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new WhenceException(
                    "Cannot draw heat maps",
                    "'" + name + "'",
                    Arrays.stream(values())
                        .map(SetLocalizer::label)
                        .collect(Collectors.joining(", ")),
                    "take one of these"));
  }

  /** The name in tables and files, such as {@code object-guided}. */
  public String label() {
    return label;
  }

  /** Whether its maps are cosines in [-1, 1]; all others lie in [0, 1]. */
  public boolean drawsCosines() {
    return this == MODEL || this == SWAPPED_SOUND;
  }

  /**
   * Refuses clips for which it cannot draw, before any of them is opened.
   *
   * @throws WhenceException saying why
   */
  public void requireFor(ClipSet clips) {}

  /** Sounds of which nothing can be seen, as far as the list says what sounds. */
  static SoundSwap.Pairing offScreen(ClipSet clips) {
    ClipSources sources = clips.sources();
    return SoundSwap.offScreen(sources.sounding(), sources.visible());
  }

  /** Draws the maps. */
  abstract Localizer of(TrainedModel model);

  /** The clips as it gets them. */
  ClipBank bank(PreparedSet set) {
    return set.bank();
  }

  private static Localizer network(TrainedModel model) {
    return new ModelLocalizer("model", model.encoder(), model.card().grid());
  }

  private static Localizer saliency(TrainedModel model) {
    ModelLocalizer.Grid grid = model.card().grid();
    return new Saliency(grid.height(), grid.width(), grid.geometry());
  }

  /** Another's maps, stretched from 0 to 1. */
  private record Stretched(Localizer other) implements Localizer {
    @Override
    public String name() {
      return other.name();
    }

    @Override
    public List<HeatMap> localize(Batch batch) {
      return other.localize(batch).stream().map(MinMax::of).toList();
    }
  }
}
