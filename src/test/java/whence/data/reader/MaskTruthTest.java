package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.heatmap.HeatMap;
import whence.media.Picture;
import whence.media.PictureCodec;

class MaskTruthTest {
  @TempDir Path folder;

  @Test
  void masksOfAnySizeAreBroughtToTheGrid() throws IOException {
    byte[] rgb = new byte[3 * 8 * 4];
    for (int y = 0; y < 2; y++) {
      for (int x = 4; x < 8; x++) {
        rgb[3 * (y * 8 + x) + 1] = 1; // hardly visible, and still not black
      }
    }
    write("upper_right", Picture.opaque(8, 4, rgb));
    write("black", Picture.opaque(1, 1, new byte[3]));
    Files.createDirectory(folder.resolve("more"));
    TruthSet truth = TruthFormat.open("masks:" + folder);
    assertThat(truth.ids()).containsExactly("black", "upper_right");
    HeatMap g = truth.truth("upper_right").region().consensus(BoxRule.FROM_THE_FAR_EDGE);
    for (int y = 0; y < 224; y++) {
      for (int x = 0; x < 224; x++) {
        assertThat(g.at(y, x)).isEqualTo(y < 112 && x >= 112 ? 1 : 0);
      }
    }
    assertThat(truth.truth("upper_right").region().boxes()).isEqualTo(1);
    assertThat(truth.truth("black").region().boxes()).isZero();
    assertThat(truth.image("black")).isEqualTo(truth.truth("black").image());
    assertThat(truth.oddities()).containsExactly(new Oddity("more", "no .png file; left out"));
    assertThat(truth.name()).isEqualTo("masks:" + folder);
    assertThatThrownBy(() -> truth.truth("nobody")).hasMessageContaining("one of its 2 masks");
  }

  @Test
  void photographsAndSoftEdgesAreRefused() throws IOException {
    write("soft", Picture.opaque(2, 1, new byte[] {-1, -1, -1, 127, 127, 127}));
    TruthSet truth = TruthFormat.MASKS.read(folder);
    assertThatThrownBy(() -> truth.truth("soft"))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot read the mask "
                + folder.resolve("soft.png")
                + "\n  got:      the colours ffffff and 7f7f7f besides black\n"
                + "  expected: black and one other colour\n"
                + "  cure:     write the mask with two colours: black, and white where the source"
                + " is");
  }

  @Test
  void damagedMasksAndEmptyFoldersAreRefused() throws IOException {
    assertThatThrownBy(() -> TruthFormat.MASKS.read(folder))
        .hasMessage(
            "Cannot read the truth masks:"
                + folder
                + "\n  got:      no .png file\n"
                + "  expected: at least one mask, named by the id of its clip\n"
                + "  cure:     name the folder that holds the masks themselves");
    Files.writeString(folder.resolve("a.png"), "no picture");
    TruthSet truth = TruthFormat.MASKS.read(folder);
    assertThatThrownBy(() -> truth.truth("a")).isInstanceOf(WhenceException.class);
    assertThat(truth.image("a")).as("named without its mask").isEqualTo("a");
  }

  private void write(String id, Picture mask) throws IOException {
    Files.write(folder.resolve(id + ".png"), PictureCodec.png(mask));
  }
}
