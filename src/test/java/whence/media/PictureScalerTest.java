package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PictureScalerTest {
  @Test
  void aPlainPictureStaysPlainAtEverySize() {
    Picture plain = TestPictures.plain(13, 9, 255, 1, 77);
    for (int[] size : new int[][] {{1, 1}, {4, 30}, {5, 3}, {26, 18}, {13, 2}, {100, 9}}) {
      Picture scaled = PictureScaler.resize(plain, size[0], size[1]);
      assertThat(scaled.rgb()).isEqualTo(TestPictures.plain(size[0], size[1], 255, 1, 77).rgb());
      assertThat(scaled.alpha()).isNull();
    }
  }

  @Test
  void shrinkingAveragesTheCoveredArea() {
    // 3 pixels to 2: the new ones are (2 a + b) / 3 and (b + 2 c) / 3
    Picture three = Picture.opaque(3, 1, new byte[] {0, 0, 0, 60, 60, 60, 120, 120, 120});
    assertThat(PictureScaler.resize(three, 2, 1).rgb()).containsExactly(20, 20, 20, 100, 100, 100);
    Picture column = Picture.opaque(1, 2, new byte[] {10, 20, 30, 30, 40, 50});
    assertThat(PictureScaler.resize(column, 1, 1).rgb()).containsExactly(20, 30, 40);
  }

  @Test
  void hiddenColoursDoNotBleed() {
    byte[] rgb = {(byte) 200, 100, 50, 0, (byte) 255, 0};
    Picture half = new Picture(2, 1, rgb, new byte[] {(byte) 255, 0});
    Picture one = PictureScaler.resize(half, 1, 1);
    assertThat(one.opacity(0, 0)).isEqualTo(128);
    assertThat(one.channel(0, 0, 0)).isEqualTo(200);
    assertThat(one.channel(0, 0, 1)).isEqualTo(100);
    Picture clear = new Picture(2, 1, rgb, new byte[2]);
    Picture gone = PictureScaler.resize(clear, 4, 4);
    assertThat(gone.rgb()).containsOnly(0);
    assertThat(gone.alpha()).containsOnly(0);
  }

  @Test
  void growingKeepsTheMiddleOfAStepAndMirrorSymmetry() {
    Picture step =
        Picture.opaque(4, 1, new byte[] {0, 0, 0, 0, 0, 0, 100, 100, 100, 100, 100, 100});
    Picture grown = PictureScaler.resize(step, 9, 1);
    assertThat(grown.channel(4, 0, 0)).isEqualTo(50);
    Picture other =
        PictureScaler.flipHorizontally(
            PictureScaler.resize(PictureScaler.flipHorizontally(step), 9, 1));
    assertThat(other.rgb()).isEqualTo(grown.rgb());
  }

  @Test
  void theSameSizeIsTheSamePicture() {
    Picture picture = TestPictures.gradient(5, 4, true);
    assertThat(PictureScaler.resize(picture, 5, 4)).isSameAs(picture);
  }

  @Test
  void cropsAndMirrors() {
    Picture picture = TestPictures.gradient(5, 4, true);
    Picture crop = PictureScaler.crop(picture, 1, 2, 3, 2);
    assertThat(crop.width()).isEqualTo(3);
    assertThat(crop.height()).isEqualTo(2);
    assertThat(crop.channel(2, 1, 1)).isEqualTo(picture.channel(3, 3, 1));
    assertThat(crop.opacity(2, 1)).isEqualTo(picture.opacity(3, 3));
    Picture mirrored = PictureScaler.flipHorizontally(picture);
    assertThat(mirrored.channel(0, 1, 2)).isEqualTo(picture.channel(4, 1, 2));
    assertThat(mirrored.opacity(0, 1)).isEqualTo(picture.opacity(4, 1));
    Picture opaque = TestPictures.gradient(5, 4, false);
    assertThat(PictureScaler.crop(opaque, 0, 0, 5, 4).rgb()).isEqualTo(opaque.rgb());
    assertThat(PictureScaler.flipHorizontally(PictureScaler.flipHorizontally(opaque)).rgb())
        .isEqualTo(opaque.rgb());
  }

  @Test
  void refusesRectanglesOutsideAndAbsurdSizes() {
    Picture picture = TestPictures.gradient(5, 4, false);
    int[][] outside = {{-1, 0, 2, 2}, {0, -1, 2, 2}, {0, 0, 6, 4}, {4, 0, 2, 1}, {0, 0, 0, 1}};
    for (int[] r : outside) {
      assertThatThrownBy(() -> PictureScaler.crop(picture, r[0], r[1], r[2], r[3]))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("Cannot crop a picture of 5 x 4 pixels")
          .hasMessageContaining(r[2] + " x " + r[3] + " pixels at (" + r[0] + ", " + r[1] + ")");
    }
    assertThatThrownBy(() -> PictureScaler.resize(picture, 0, 3))
        .hasMessageContaining("a wanted size of 0 x 3 pixels");
    assertThatThrownBy(() -> PictureScaler.resize(picture, 100_000, 100_000))
        .hasMessageContaining("at most 100 megapixels");
  }
}
