package whence.evaluate.score;

import java.util.Locale;
import whence.evaluate.PreparedMap;
import whence.evaluate.Protocol;
import whence.localize.CentreDisc;
import whence.localize.RandomMap;
import whence.localize.WholeImage;

/**
 * The trivial localizers that need neither picture nor sound. What a model scores is to be read
 * beside them.
 */
enum TrivialMap {
  WHOLE_IMAGE {
    private final PreparedMap map =
        new PreparedMap(new WholeImage(Protocol.SIZE, Protocol.SIZE).map());

    @Override
    PreparedMap of(String id) {
      return map;
    }
  },
  CENTRE_DISC {
    private final PreparedMap map =
        new PreparedMap(new CentreDisc(Protocol.SIZE, Protocol.SIZE).map());

    @Override
    PreparedMap of(String id) {
      return map;
    }
  },
  RANDOM {
    @Override
    PreparedMap of(String id) {
      return new PreparedMap(RandomMap.cells(id, CELLS, CELLS, SEED));
    }
  };

  private static final int CELLS = 14;
  private static final long SEED = 11;

  /** The name in tables, as the localizer of the same kind has it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The map of a clip. */
  abstract PreparedMap of(String id);
}
