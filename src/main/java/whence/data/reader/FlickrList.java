package whence.data.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists of Flickr-SoundNet: one id a line.
 *
 * <p>The test list has 249 ids in most published codes and 250 in some. The 250th is 3908875350,
 * which one list spells 3908875357: such a clip does not exist, and none takes its place.
 */
final class FlickrList {
  private static final String LAST = "3908875350";
  private static final String MISSPELT = "3908875357";

  private FlickrList() {}

  static ClipList read(Path folder, @Nullable Path list, String split) {
    IdList ids = IdList.read(Objects.requireNonNull(list));
    List<String> notes = new ArrayList<>(ids.notes());
    if (ids.ids().contains(MISSPELT)) {
      notes.add(MISSPELT + " is a misspelling of " + LAST + "; correct the list to use that clip");
    }
    if (ids.ids().size() == 249 && !ids.ids().contains(LAST)) {
      notes.add("the test list of 249 ids; lists of 250 have " + LAST + " as well");
    }
    return new ClipList(Coverage.Unit.CLIPS, FolderList.entries(ids.ids()), notes);
  }
}
