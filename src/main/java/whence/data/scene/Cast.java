package whence.data.scene;

import whence.WhenceException;

/**
 * Who plays in scenes.
 *
 * <p>With two sounding objects their sounds are mixed. A training scene is one clip. A test scene
 * is two, as in the data set IS3: the same frame twice, and in each the sound of another of the two
 * is the louder one, and its object the one to be found; the other counts as an object that is not
 * asked for, like silent ones.
 *
 * @param mostClasses of a library those with the most recordings are taken, so many at most; at
 *     least 2. Few classes make many clips of a batch alike
 * @param sounding objects that sound in every scene; 1 or 2
 * @param otherBelowDb how far the peak of the other sound lies below that of the louder one, in dB;
 *     within [0, 60]. Without effect where one object sounds
 */
public record Cast(int mostClasses, int sounding, Interval otherBelowDb) {

  /** Leaves out no class of any library. */
  public static final int ALL_CLASSES = Integer.MAX_VALUE;

  private static final int MOST_SOUNDING = 2;

  /** Checks the ranges. */
  public Cast {
    Interval.only(sounding).requireWithin(1, MOST_SOUNDING, "sounding");
    otherBelowDb.requireWithin(0, 60, "otherBelowDb");
    if (mostClasses < 2) {
      throw new WhenceException(
          "Cannot use the scene setting mostClasses",
          Integer.toString(mostClasses),
          "at least 2",
          "a batch of one class has nothing to tell apart; Cast.ALL_CLASSES leaves out none");
    }
  }

  /** All classes, one sounding object; a second sound would be 3 to 12 dB below the first. */
  public static Cast defaults() {
    return new Cast(ALL_CLASSES, 1, new Interval(3, 12));
  }

  /** This with fewer classes. */
  public Cast withMostClasses(int value) {
    return new Cast(value, sounding, otherBelowDb);
  }

  /** This with two sounding objects, their sounds so far apart. */
  public Cast withTwoSounding(Interval belowDb) {
    return new Cast(mostClasses, 2, belowDb);
  }

  /** In words, such as {@code 8 classes, two sounds mixed}. */
  public String text() {
    String classes = mostClasses == ALL_CLASSES ? "all classes" : mostClasses + " classes";
    return sounding == 1 ? classes : classes + ", two sounds mixed";
  }
}
