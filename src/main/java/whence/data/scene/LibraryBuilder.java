package whence.data.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import whence.media.MediaSource;
import whence.media.PictureCodec;
import whence.media.SoundCodec;

/** Decodes files into a library and drops what was met before, so that splits share no content. */
final class LibraryBuilder {
  private final List<MediaClass> classes = new ArrayList<>();
  private final List<Background> backgrounds = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Map<String, String> firstByHash = new HashMap<>();

  /** The cut-out, unless its content was met before: then a list of none. */
  List<CutOut> cutOut(MediaSource source) {
    CutOut cutOut = CutOut.of(source.name(), PictureCodec.read(source));
    return isNew(source.name(), LibraryHash.of(cutOut.picture())) ? List.of(cutOut) : List.of();
  }

  /** The recording, unless its content was met before: then a list of none. */
  List<Recording> recording(MediaSource source) {
    Recording recording =
        Recording.of(source.name(), SoundCodec.read(source, Recording.SAMPLE_RATE_HZ));
    return isNew(source.name(), LibraryHash.of(recording.sound())) ? List.of(recording) : List.of();
  }

  void background(MediaSource source) {
    backgrounds.add(Background.of(source.name(), PictureCodec.read(source)));
  }

  void add(MediaClass media) {
    classes.add(media);
  }

  void leaveOut(String reference, String reason) {
    leftOut.add(reference + ": " + reason);
  }

  MediaLibrary build(List<String> credits) {
    return new MediaLibrary(classes, backgrounds, leftOut, credits);
  }

  private boolean isNew(String reference, String hash) {
    String first = firstByHash.putIfAbsent(hash, reference);
    if (first != null) {
      leaveOut(reference, "same content as " + first);
    }
    return first == null;
  }
}
