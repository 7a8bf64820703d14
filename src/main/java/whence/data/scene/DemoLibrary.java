package whence.data.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import whence.WhenceException;
import whence.data.fetch.DemoCatalogue;
import whence.data.fetch.DemoClass;
import whence.media.MediaSource;
import whence.media.PictureCodec;

/** Reads the pinned demo media. */
final class DemoLibrary {
  /** In the packages' order; NOTICE says the same at length. */
  private static final List<String> CREDITS =
      List.of(
          "tuxpaint-stamps-default 2022.06.04-1: GPL-2",
          "qabcs-data 1.0.2-6: GPL-3+",
          "scratch 1.4.0.6~dfsg1-6.1: CC-BY-SA-3.0",
          "gcompris-qt-data 3.1-2: sounds, GPL-3 or later, drum_kit.ogg CC Sampling Plus 1.0");

  private final Map<String, MediaSource> files;
  private final LibraryBuilder builder = new LibraryBuilder();

  private DemoLibrary(Map<String, MediaSource> files) {
    this.files = files;
  }

  static MediaLibrary read(DemoCatalogue catalogue, Map<String, MediaSource> files) {
    DemoLibrary library = new DemoLibrary(files);
    catalogue.classes().forEach(library::readClass);
    catalogue.backgrounds().forEach(r -> library.builder.background(library.source(r)));
    return library.builder.build(CREDITS);
  }

  private void readClass(DemoClass demo) {
    List<CutOut> cutOuts = new ArrayList<>();
    demo.photoCutouts().forEach(reference -> cutOuts.addAll(cutOut(reference)));
    demo.drawnCutouts().forEach(reference -> cutOuts.addAll(cutOut(reference)));
    List<Recording> recordings = new ArrayList<>();
    for (String reference : demo.recordings()) {
      recordings.addAll(builder.recording(source(reference)));
    }
    if (cutOuts.isEmpty() || recordings.isEmpty()) {
      builder.leaveOut(demo.name(), cutOuts.isEmpty() ? "no usable cut-out" : "no usable sound");
    } else {
      builder.add(new MediaClass(demo.name(), cutOuts, recordings));
    }
  }

  private List<CutOut> cutOut(String reference) {
    MediaSource source = source(reference);
    double transparent = CutOut.transparentShare(PictureCodec.read(source));
    if (transparent < CutOut.LEAST_TRANSPARENT) {
      builder.leaveOut(reference, "%.1f %% transparent".formatted(100 * transparent));
      return List.of();
    }
    return builder.cutOut(source);
  }

  private MediaSource source(String reference) {
    MediaSource file = files.get(reference);
    if (file == null) {
      throw new WhenceException(
          "Cannot read the demo media",
          "no " + reference,
          "every file of the demo catalogue",
          "pass what DemoFiles.load returns");
    }
    return file;
  }
}
