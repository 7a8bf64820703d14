package whence.data.reader;

import java.util.Optional;

/**
 * What the name of a clip of IS3 says, such as {@code dog_banjo_2689_banjo}: what comes before the
 * last underscore names the picture, what comes after it the object that sounds.
 *
 * @param picture shared by the clips of one picture
 * @param sounding absent where there is no underscore
 */
record Is3Name(String picture, Optional<String> sounding) {

  /** Takes a name apart. */
  static Is3Name of(String id) {
    int cut = id.lastIndexOf('_');
    return cut > 0
        ? new Is3Name(id.substring(0, cut), Optional.of(id.substring(cut + 1)))
        : new Is3Name(id, Optional.empty());
  }
}
