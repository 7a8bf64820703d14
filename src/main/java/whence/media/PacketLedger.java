package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * Which packets have gone into a decoder without a frame coming out: FFmpeg passes over a packet it
 * cannot decode, and the frame before is shown in its place.
 */
final class PacketLedger {
  private static final long NO_FRAME = Long.MAX_VALUE;

  private final NavigableSet<Long> awaited = new TreeSet<>();
  private long firstFrame = NO_FRAME;

  /** Begins anew, after a search. */
  void clear() {
    awaited.clear();
    firstFrame = NO_FRAME;
  }

  /** A packet of a time stamp has gone in. */
  void sent(long stamp) {
    if (stamp != AV_NOPTS_VALUE) {
      awaited.add(stamp);
    }
  }

  /** A frame of a time stamp has come out. */
  void received(long stamp) {
    awaited.remove(stamp);
    firstFrame = firstFrame == NO_FRAME ? stamp : firstFrame;
  }

  /**
   * The first packet that is lost, of those a test is interested in; packets before the first frame
   * are a decoder's run-up.
   */
  OptionalLong lost(LongPredicate interesting) {
    return awaited.tailSet(firstFrame, false).stream()
        .mapToLong(Long::longValue)
        .filter(interesting)
        .findFirst();
  }
}
