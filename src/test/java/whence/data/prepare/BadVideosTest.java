package whence.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.data.reader.Manifest;
import whence.data.reader.ManifestRow;
import whence.data.reader.PreparedFolder;
import whence.data.reader.Rejection;
import whence.media.MediaSource;
import whence.media.PeakMemory;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.TestAvi;
import whence.media.TestClip;
import whence.media.TestNames;
import whence.media.Waveform;

/** Videos as they come: each is prepared, or passed over with its reason. */
class BadVideosTest {
  @TempDir Path folder;
  private Path videos;
  private PreparedFolder clips;

  @BeforeEach
  void makeFolders() throws IOException {
    videos = Files.createDirectories(folder.resolve("videos"));
    clips = new PreparedFolder(folder.resolve("clips"));
  }

  private Map<String, ManifestRow> prepare() {
    new PrepareJob(videos, clips.path(), PrepareSettings.defaults(), null)
        .run(2, (done, total) -> {});
    return Manifest.read(clips.manifest());
  }

  private void assertRejected(ManifestRow row, Rejection reason, String detail) {
    assertThat(row.rejected()).as(row.id()).isNotNull();
    assertThat(row.rejected().reason()).as(row.id()).isEqualTo(reason);
    assertThat(row.rejected().detail()).contains(detail);
    assertThat(clips.frame(row.id())).doesNotExist();
    assertThat(clips.audio(row.id())).doesNotExist();
  }

  @Test
  void whatGivesNoClipIsListedWithItsReason() throws Exception {
    TestClip.plain().withSound(TestClip.Sound.NONE).write(videos.resolve("mute.mp4"));
    Files.write(
        videos.resolve("blind.mp4"), SoundCodec.wav(new Waveform(new float[64_000], 16_000)));
    TestClip.plain().silent().write(videos.resolve("silent.mp4"));
    TestClip.plain().still().write(videos.resolve("still.mp4"));
    TestClip.plain().withSeconds(1).write(videos.resolve("short.mp4"));
    Files.createFile(videos.resolve("empty.mp4"));
    Files.writeString(videos.resolve("text.mp4"), "no video, \"really\"");
    TestClip.plain().write(videos.resolve("good.mp4"));

    Map<String, ManifestRow> rows = prepare();
    assertRejected(rows.get("mute"), Rejection.NO_SOUND, "only pictures");
    assertRejected(rows.get("blind"), Rejection.NO_PICTURES, "only sound");
    assertRejected(rows.get("silent"), Rejection.SILENT, "dB full scale");
    assertRejected(rows.get("still"), Rejection.STILL_PICTURE, "no field");
    assertRejected(rows.get("short"), Rejection.TOO_SHORT, "pictures of 1.0");
    assertRejected(rows.get("empty"), Rejection.UNREADABLE, "an empty file");
    assertRejected(rows.get("text"), Rejection.UNREADABLE, "Invalid data");
    assertThat(rows.get("good").taken()).isNotNull();
    assertThat(Files.readAllLines(clips.rejected()))
        .hasSize(8)
        .startsWith("id,source,reason,detail", "blind,blind.mp4,no pictures,only sound")
        .anyMatch(line -> line.startsWith("text,text.mp4,unreadable,"));
    assertThat(Files.readString(clips.coverage())).contains("\"used\" : 1");
  }

  @Test
  void aFrameAfterTheEndIsMissed() throws Exception {
    TestClip.plain().write(videos.resolve("four.mp4"));
    new PrepareJob(videos, clips.path(), Preset.VGGSS.settings(), null).run(1, (a, b) -> {});
    ManifestRow row = Manifest.read(clips.manifest()).get("four");
    assertRejected(row, Rejection.TOO_SHORT, "the frame is at 5.00 s");
  }

  @Test
  void aSoundThatEndsBeforeTheFrameIsNotItsSound() throws Exception {
    TestClip.plain().withSeconds(10).withSoundUntil(4).write(videos.resolve("early.mp4"));
    assertRejected(prepare().get("early"), Rejection.TOO_SHORT, "the frame is at 5.0");
  }

  @Test
  void aVideoDamagedInTheMiddleIsUnreadable() throws Exception {
    Path whole = TestClip.plain().withSize(320, 240).write(folder.resolve("whole.mp4"));
    byte[] bytes = Files.readAllBytes(whole);
    Arrays.fill(bytes, bytes.length / 3, 2 * bytes.length / 3, (byte) 0x55);
    Files.write(videos.resolve("damaged.mp4"), bytes);
    assertRejected(prepare().get("damaged"), Rejection.UNREADABLE, "fetch it again");
  }

  @Test
  void rotatedVariableOddAndStrangeVideosArePrepared() throws Exception {
    TestClip plain = TestClip.plain();
    plain.withRotation(90).write(videos.resolve("phone.mp4"));
    plain
        .withStamps(i -> i < 50 ? i * 40_000L : 2_000_000L + (i - 50) * 80_000L)
        .write(videos.resolve("variable.mkv"));
    plain
        .withSound(
            new TestClip.Sound(avcodec.AV_CODEC_ID_PCM_U8, avutil.AV_SAMPLE_FMT_U8, 1, 8_000, 0.5))
        .write(videos.resolve("eight.avi"));
    plain
        .withSound(
            new TestClip.Sound(avcodec.AV_CODEC_ID_AAC, avutil.AV_SAMPLE_FMT_FLTP, 6, 48_000, 0.5))
        .write(videos.resolve("surround.mp4"));
    TestAvi.write(videos.resolve("odd.avi"), 67, 51, 25, 4);
    String accented = TestNames.accented("Größe, été & \"x\" 1");
    plain.write(videos.resolve("plain.mp4"));
    Files.move(videos.resolve("plain.mp4"), videos.resolve(accented + ".mp4"));

    Map<String, ManifestRow> rows = prepare();
    assertThat(rows).hasSize(6).allSatisfy((id, row) -> assertThat(row.taken()).as(id).isNotNull());
    Picture phone = PictureCodec.read(MediaSource.of(clips.frame("phone")));
    assertThat(phone.width()).isEqualTo(48);
    assertThat(phone.height()).isEqualTo(64);
    assertOddSize(rows.get("odd"));
    for (String id : new String[] {"eight", "phone", accented}) {
      assertThat(rows.get(id).taken().loudnessDb()).as(id).isCloseTo(-9.03, within(0.5));
    }
    // the bass channel does not carry the tone: five parts of six
    assertThat(rows.get("surround").taken().loudnessDb())
        .isCloseTo(-9.03 + 20 * Math.log10(5 / 6.0), within(0.5));
    assertThat(clips.frame(accented)).isRegularFile();
  }

  @Test
  void aNameTooLongForFilesIsPassedOverAndALongOneIsNot() throws Exception {
    Path plain = TestClip.plain().write(folder.resolve("plain.mp4"));
    String fits = "f".repeat(251);
    String beyond = "b".repeat(252);
    Files.copy(plain, videos.resolve(fits + ".mp4"));
    Path longer = Files.copy(plain, videos.resolve(beyond + ".ts"));
    Map<String, ManifestRow> rows = prepare();
    assertThat(rows.get(fits).taken()).isNotNull();
    ManifestRow row = rows.get(beyond);
    assertThat(row.rejected().reason()).isEqualTo(Rejection.NAME_TOO_LONG);
    assertThat(row.rejected().detail()).isEqualTo("no file can be called " + beyond);
    Files.setLastModifiedTime(longer, FileTime.fromMillis(0)); // is looked at again
    assertThat(prepare()).containsOnlyKeys(beyond, fits);

    clips = new PreparedFolder(folder.resolve("seconds"));
    PrepareSettings each = PrepareSettings.defaults().withFrame(FrameChoice.every(1));
    new PrepareJob(videos, clips.path(), each, null).run(1, (done, total) -> {});
    assertThat(Manifest.read(clips.manifest())).containsOnlyKeys(beyond, fits);
  }

  /** 67 x 51 in the manifest and in the picture, with its white last column and row. */
  private void assertOddSize(ManifestRow row) {
    assertThat(row.taken().width()).isEqualTo(67);
    assertThat(row.taken().height()).isEqualTo(51);
    Picture frame = PictureCodec.read(MediaSource.of(clips.frame(row.id())));
    assertThat(frame.width()).isEqualTo(67);
    assertThat(frame.height()).isEqualTo(51);
    int grey = TestClip.grey((int) Math.round(25 * row.taken().frameSeconds()));
    assertThat(frame.channel(60, 20, 1)).isBetween(grey - 15, grey + 15);
    assertThat(frame.channel(66, 20, 1)).isGreaterThan(200);
    assertThat(frame.channel(20, 50, 1)).isGreaterThan(200);
  }

  @Test
  void aMinuteOfUltraHighDefinitionTakesBoundedMemory() throws Exception {
    TestClip wide = TestClip.plain().withSize(3840, 2160).withRate(1).withSeconds(60);
    wide.write(videos.resolve("wide.mp4"));
    System.gc();
    long before = Pointer.physicalBytes();
    ManifestRow row;
    long most;
    try (PeakMemory peak = PeakMemory.watched()) {
      row = prepare().get("wide");
      most = peak.most();
    }
    assertThat(row.taken()).isNotNull();
    assertThat(row.taken().width()).isEqualTo(1280);
    assertThat(row.taken().height()).isEqualTo(720);
    assertThat(row.taken().frameSeconds()).isCloseTo(30, within(1e-3));
    // 60 frames would take 0.7 GB as they are decoded, 1.5 GB in colour; a decoder keeps a few
    assertThat(most - before).isLessThan(400L << 20);
  }
}
