package whence.notebook;

import java.util.ArrayList;
import java.util.List;
import whence.data.Annotation;
import whence.data.Clip;
import whence.data.scene.SceneFolder;
import whence.figure.ContactSheet;
import whence.figure.MarkedPicture;
import whence.figure.PictureGrid;
import whence.signal.LogMelSettings;

/** Frames with their sounds. */
final class ClipHtml {
  private static final int FIRST = 12;
  private static final int COLUMNS = 6;

  private ClipHtml() {}

  static CellOutput of(Clip clip, MarkedPicture frame, String caption) {
    CellOutput sound = SoundHtml.of(clip.sound(), LogMelSettings.defaults());
    String picture = "picture " + clip.frame().width() + " x " + clip.frame().height();
    String html =
        Html.row(
            List.of(
                Html.image(PictureGrid.of(List.of(frame), 1), caption + ", " + picture)
                    + Html.line(caption),
                String.valueOf(sound.forms().get("text/html"))));
    return CellOutput.html(html, caption + ": " + picture + ", " + sound.plain());
  }

  static CellOutput of(SceneFolder folder) {
    List<ContactSheet.Entry> entries = new ArrayList<>();
    for (int k = 0; k < Math.min(FIRST, folder.size()); k++) {
      entries.add(new ContactSheet.Entry(folder.soundClass(k), folder.frame(k)));
    }
    String text = folder.size() + " scenes of the split " + folder.split().label();
    String html =
        Html.image(Html.sheet(ContactSheet.of(entries, COLUMNS)), text)
            + Html.line(text + "; under each of the first ones, what sounds in it");
    return CellOutput.html(html, text);
  }

  /** What sounds and what is silent. */
  static String words(Annotation annotation) {
    String silent =
        annotation.silentClasses().isEmpty()
            ? ""
            : "; silent: " + String.join(", ", annotation.silentClasses());
    return annotation.id() + ", sounding: " + annotation.soundClass() + silent;
  }
}
