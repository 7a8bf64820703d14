package whence.media;

/** Checks of sound files that FFmpeg leaves out. */
final class SoundStructure {
  private SoundStructure() {}

  static void check(MediaSource source) {
    if (source.bytes().length == 0) {
      throw new MediaException(
          "Cannot read the sound " + source.name(),
          FileKind.describe(source.bytes()),
          "an OGG, WAV, MP3 or M4A file",
          "fetch or record it again");
    }
  }
}
