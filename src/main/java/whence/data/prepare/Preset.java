package whence.data.prepare;

/** What is taken of the videos of each data set, and why. */
public enum Preset {
  /** Any folder of videos. */
  FOLDER(
      PrepareSettings.defaults(),
      "the middle frame, for a video is most likely to show there what it is about; 10 s of sound"
          + " around it, of which a reader takes what it needs"),
  /** Flickr-SoundNet. */
  FLICKR(
      PrepareSettings.defaults(),
      "the middle frame, as the annotators of Flickr-SoundNet were shown, and 10 s around it"),
  /** VGG-Sound and VGG-SS: clips of 10 s, of which the annotated frame is number 125 at 25 a s. */
  VGGSS(
      PrepareSettings.defaults().withFrame(FrameChoice.frame(125, 25)),
      "the frame shown at 5 s, because the boxes of VGG-SS were drawn on frame 125 of the clip at"
          + " 25 frames a second; the whole sound of the 10 s clip"),
  /** MUSIC: videos of minutes, cut into clips of one second as its codes do. */
  MUSIC(
      PrepareSettings.defaults().withFrame(FrameChoice.every(1)).withSoundSeconds(2),
      "a frame in every second, as the codes that use MUSIC cut it, called ID_SSSSSS by its second;"
          + " 2 s of sound around it, as long as training hears");

  private final PrepareSettings settings;
  private final String why;

  Preset(PrepareSettings settings, String why) {
    this.settings = settings;
    this.why = why;
  }

  /** What is taken. */
  public PrepareSettings settings() {
    return settings;
  }

  /** Why this is taken, for people. */
  public String why() {
    return why;
  }
}
