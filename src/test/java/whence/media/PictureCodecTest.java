package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureCodecTest {
  private static Picture read(String name, byte[] bytes) {
    return PictureCodec.read(new MediaSource(name, bytes));
  }

  @Test
  void pngLosesNothingAndIsTheSameEachTime() {
    for (boolean withAlpha : new boolean[] {false, true}) {
      Picture picture = TestPictures.gradient(7, 5, withAlpha);
      byte[] png = PictureCodec.png(picture);
      Picture back = read("a.png", png);
      assertThat(back.width()).isEqualTo(7);
      assertThat(back.rgb()).isEqualTo(picture.rgb());
      assertThat(back.alpha()).isEqualTo(picture.alpha());
      assertThat(PictureCodec.png(picture)).isEqualTo(png);
    }
  }

  @Test
  void jpegKeepsPlainColoursCloseAndIsTheSameEachTime() {
    Picture orange = TestPictures.plain(16, 8, 250, 130, 20);
    byte[] jpeg = PictureCodec.jpeg(orange, 95);
    Picture back = read("a.jpg", jpeg);
    assertThat(back.width()).isEqualTo(16);
    assertThat(back.height()).isEqualTo(8);
    assertThat(back.alpha()).isNull();
    assertThat(back.channel(3, 3, 0)).isBetween(247, 253);
    assertThat(back.channel(3, 3, 1)).isBetween(127, 133);
    assertThat(back.channel(3, 3, 2)).isBetween(17, 23);
    assertThat(PictureCodec.jpeg(orange, 95)).isEqualTo(jpeg);
  }

  @Test
  void jpegComesOutUpright() {
    byte[] jpeg = PictureCodec.jpeg(leftRedRightBlue(), 95);
    // orientation 6: the camera was turned, show it a quarter turn clockwise
    Picture upright = read("phone.jpg", withOrientation(jpeg, 6));
    assertThat(upright.width()).isEqualTo(16);
    assertThat(upright.height()).isEqualTo(32);
    assertThat(upright.channel(8, 4, 0)).isGreaterThan(200);
    assertThat(upright.channel(8, 28, 2)).isGreaterThan(200);
  }

  private static Picture leftRedRightBlue() {
    byte[] rgb = new byte[3 * 32 * 16];
    for (int i = 0; i < 32 * 16; i++) {
      rgb[3 * i + (i % 32 < 16 ? 0 : 2)] = (byte) 255;
    }
    return Picture.opaque(32, 16, rgb);
  }

  /** Puts a minimal EXIF segment after the start-of-image marker. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    byte[] exif =
        HexFormat.of()
            .parseHex(
                "ffe10022457869660000" // application segment of 34 bytes, "Exif"
                    + "4d4d002a000000080001" // big-endian TIFF, one entry
                    + "011200030000000100000000" // orientation, one short
                    + "00000000"); // no further directory
    exif[29] = (byte) orientation;
    byte[] all = new byte[jpeg.length + exif.length];
    System.arraycopy(jpeg, 0, all, 0, 2);
    System.arraycopy(exif, 0, all, 2, exif.length);
    System.arraycopy(jpeg, 2, all, 2 + exif.length, jpeg.length - 2);
    return all;
  }

  @Test
  void greyBecomesThreeEqualChannels() {
    Picture picture = read("grey.png", TestPictures.grey8((byte) 0, (byte) 128, (byte) 255));
    assertThat(picture.rgb()).containsExactly(0, 0, 0, 128, 128, 128, 255, 255, 255);
    assertThat(picture.alpha()).isNull();
  }

  @Test
  void sixteenBitsBecomeTheNearestEight() {
    byte[] png = TestPictures.grey16((short) 0, (short) (257 * 100), (short) 0xffff, (short) 128);
    Picture picture = read("deep.png", png);
    assertThat(picture.rgb()).containsExactly(0, 0, 0, 100, 100, 100, 255, 255, 255, 0, 0, 0);
  }

  @Test
  void aPaletteWithTransparencyGivesColoursAndAlpha() throws IOException {
    byte[] red = {0, (byte) 200};
    byte[] green = {0, 100};
    byte[] blue = {0, 50};
    byte[] opacity = {0, (byte) 255};
    IndexColorModel palette = new IndexColorModel(1, 2, red, green, blue, opacity);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    image.getRaster().setSample(1, 0, 0, 1);
    Picture picture = read("palette.png", encoded(image));
    assertThat(picture.opacity(0, 0)).isZero();
    assertThat(picture.opacity(1, 0)).isEqualTo(255);
    assertThat(picture.channel(1, 0, 0)).isEqualTo(200);
    assertThat(picture.channel(1, 0, 1)).isEqualTo(100);
    assertThat(picture.channel(1, 0, 2)).isEqualTo(50);
  }

  private static byte[] encoded(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @Test
  void webpKeepsAlphaAndPlainColours() {
    Picture opaque = TestPictures.plain(20, 10, 200, 100, 50);
    Picture back = read("a.webp", TestPictures.webp(opaque));
    assertThat(back.width()).isEqualTo(20);
    assertThat(back.channel(9, 5, 0)).isBetween(195, 205);
    Picture clear = new Picture(20, 10, opaque.rgb(), new byte[200]);
    assertThat(read("b.webp", TestPictures.webp(clear)).opacity(3, 3)).isZero();
  }

  @Test
  void refusesAlphaAndAbsurdQualityInJpeg() {
    assertThatThrownBy(() -> PictureCodec.jpeg(TestPictures.gradient(3, 3, true), 90))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("a picture with alpha");
    for (int quality : new int[] {0, 101}) {
      assertThatThrownBy(() -> PictureCodec.jpeg(TestPictures.gradient(3, 3, false), quality))
          .hasMessageContaining("quality " + quality);
    }
  }
}
