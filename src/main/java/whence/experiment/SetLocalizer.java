package whence.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import whence.WhenceException;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.evaluate.LocalizerMaps;
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
      int[] soundOf =
          set.offScreen()
              .draw(Judge.SWAP_SEED)
              .orElseThrow(
                  () ->
                      new WhenceException(
                          "Cannot swap the sounds of " + set.clips().kind().label(),
                          "a clip that has no sound of something that is not in its picture",
                          "for every clip a sound of another class or video",
                          "leave swapped sounds out, or add clips"));
      return set.bank().withSoundsOf(soundOf);
    }
  },
  /** The trunk alone, which hears nothing: each map stretched from 0 to 1. */
  SALIENCY("saliency") {
    @Override
    Localizer of(TrainedModel model) {
      return new Stretched(saliency(model));
    }
  };

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
