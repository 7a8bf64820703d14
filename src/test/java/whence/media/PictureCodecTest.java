package whence.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureCodecTest {
  private static Picture gradient(boolean withAlpha) {
    int width = 7;
    int height = 5;
    byte[] rgb = new byte[3 * width * height];
    byte[] alpha = withAlpha ? new byte[width * height] : null;
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (7 * i);
      rgb[3 * i + 1] = (byte) (255 - 3 * i);
      rgb[3 * i + 2] = (byte) (i * i);
      if (alpha != null) {
        alpha[i] = (byte) (i * 7);
      }
    }
    return new Picture(width, height, rgb, alpha);
  }

  @Test
  void pngLosesNothing() {
    for (boolean withAlpha : new boolean[] {false, true}) {
      Picture picture = gradient(withAlpha);
      Picture back = PictureCodec.read(new MediaSource("a.png", PictureCodec.png(picture)));
      assertThat(back.rgb()).isEqualTo(picture.rgb());
      assertThat(back.alpha()).isEqualTo(picture.alpha());
    }
  }

  @Test
  void jpegIsClose() {
    Picture grey = Picture.opaque(16, 8, new byte[3 * 16 * 8]);
    Picture back = PictureCodec.read(new MediaSource("a.jpg", PictureCodec.jpeg(grey, 95)));
    assertThat(back.width()).isEqualTo(16);
    assertThat(back.height()).isEqualTo(8);
    assertThat(back.rgb()).isEqualTo(grey.rgb());
  }
}
