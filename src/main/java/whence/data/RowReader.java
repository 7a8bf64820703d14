package whence.data;

/**
 * Gives the numbers of one clip, wherever they are kept. Safe to call from one thread at a time.
 */
@FunctionalInterface
public interface RowReader {

  /**
   * Copies the numbers of one clip.
   *
   * @param clip index of the clip, from 0
   * @param destination receives the numbers, from {@code offset} on
   * @param offset first index to write
   */
  void read(int clip, float[] destination, int offset);
}
