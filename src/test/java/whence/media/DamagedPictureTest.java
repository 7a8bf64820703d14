package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class DamagedPictureTest {
  private static final Picture PICTURE = TestPictures.gradient(40, 30, true);
  private static final byte[] PNG = PictureCodec.png(PICTURE);
  private static final byte[] JPEG = PictureCodec.jpeg(TestPictures.gradient(40, 30, false), 90);

  private static void refused(String name, byte[] bytes, String... parts) {
    assertThatThrownBy(() -> PictureCodec.read(new MediaSource(name, bytes)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("got:")
        .hasMessageContaining("expected:")
        .hasMessageContaining("cure:")
        .hasMessageContainingAll(parts);
  }

  @Test
  void anEmptyFile() {
    refused("owl.png", new byte[0], "Cannot read the picture owl.png", "an empty file");
  }

  @Test
  void aTextFileWithAPictureName() {
    byte[] text = "not a picture\n".getBytes(StandardCharsets.UTF_8);
    refused("owl.png", text, "14 bytes that look like text", "a PNG, JPEG or WebP file");
  }

  @Test
  void otherKindsOfFileAreNamed() {
    refused("a.png", SoundCodec.wav(new Waveform(new float[9], 8000)), "look like a WAV sound");
    refused("a.png", latin("GIF89a......"), "look like a GIF picture");
    refused("a.png", latin("OggS\0\0\0\0"), "look like an OGG sound");
    refused("a.png", latin("\0\0\0\u0020ftypisom"), "look like an MP4 or M4A file");
    refused("a.png", latin("ID3\u0004"), "look like an MP3 sound");
    refused("a.png", new byte[] {0, 1, 2}, "3 bytes of an unknown kind");
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void theNameDoesNotDecideTheFormat() {
    assertThat(PictureCodec.read(new MediaSource("wrong.png", JPEG)).width()).isEqualTo(40);
    assertThat(PictureCodec.read(new MediaSource("wrong.jpg", PNG)).alpha()).isNotNull();
  }

  @Test
  void everyTruncationOfAPng() {
    for (int length = 8; length < PNG.length; length++) {
      refused("cut.png", Arrays.copyOf(PNG, length), "Cannot read the PNG picture cut.png");
    }
  }

  @Test
  void everyTruncationOfAJpeg() {
    for (int length = 3; length < JPEG.length; length++) {
      refused("cut.jpg", Arrays.copyOf(JPEG, length), "Cannot read the JPEG picture cut.jpg");
    }
  }

  @Test
  void everyChangedByteOfAPngAfterItsSignature() {
    for (int at = 8; at < PNG.length; at++) {
      byte[] changed = PNG.clone();
      changed[at] ^= 0x11;
      refused("bad.png", changed, "the PNG picture bad.png");
    }
  }

  @Test
  void aWrongChecksumIsNamedWithItsChunkAndPlace() {
    byte[] changed = PNG.clone();
    changed[20] ^= 1;
    refused("bad.png", changed, "a wrong checksum in its IHDR chunk (at byte 8 of ");
  }

  @Test
  void aPngWhoseChunksAreFineButWhosePixelsAreNot() {
    byte[] changed = PNG.clone();
    int idat = new String(changed, StandardCharsets.ISO_8859_1).indexOf("IDAT");
    int length = ByteBuffer.wrap(changed).getInt(idat - 4);
    Arrays.fill(changed, idat + 4, idat + 4 + length, (byte) 0x55);
    signChunk(changed, idat, length);
    refused("bad.png", changed, "Cannot decode the PNG picture bad.png");
  }

  @Test
  void aPngThatClaimsTooManyPixels() {
    byte[] changed = PNG.clone();
    ByteBuffer.wrap(changed).putInt(16, 20_000).putInt(20, 20_000);
    signChunk(changed, 12, 13);
    refused("bomb.png", changed, "20000 x 20000 pixels", "at most 100 megapixels");
  }

  private static void signChunk(byte[] png, int type, int length) {
    CRC32 crc = new CRC32();
    crc.update(png, type, 4 + length);
    ByteBuffer.wrap(png).putInt(type + 4 + length, (int) crc.getValue());
  }

  @Test
  void aJpegWithoutPictureOrWithAWrongSegment() {
    byte[] noScan = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};
    refused("a.jpg", noScan, "it ends before its picture data");
    byte[] noMarker = JPEG.clone();
    noMarker[4] = 0;
    noMarker[5] = 3;
    refused("a.jpg", noMarker, "no marker where a segment should start");
    byte[] shortSegment = JPEG.clone();
    shortSegment[4] = 0;
    shortSegment[5] = 1;
    refused("a.jpg", shortSegment, "impossible length 1");
  }

  @Test
  void bytesAfterTheEndAreTolerated() {
    byte[] longer = Arrays.copyOf(PNG, PNG.length + 5);
    assertThat(PictureCodec.read(new MediaSource("a.png", longer)).rgb()).isEqualTo(PICTURE.rgb());
    byte[] preview = Arrays.copyOf(JPEG, JPEG.length + 5);
    assertThat(PictureCodec.read(new MediaSource("a.jpg", preview)).height()).isEqualTo(30);
  }

  @Test
  void aTruncatedWebp() {
    byte[] webp = TestPictures.webp(PICTURE);
    for (int length = 12; length < webp.length; length += 7) {
      refused("cut.webp", Arrays.copyOf(webp, length), "WebP picture cut.webp");
    }
    byte[] other = webp.clone();
    other[15] = 'Z';
    refused("a.webp", other, "no VP8, VP8L or VP8X chunk");
  }

  @Test
  void aMissingFile() {
    assertThatThrownBy(() -> MediaSource.of(java.nio.file.Path.of("no", "owl.png")))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("owl.png")
        .hasMessageContaining("check the path");
  }
}
