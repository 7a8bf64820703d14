package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.reader.ClipReading;
import whence.data.reader.DataSet;

class ResearchSetTest {
  @TempDir Path folder;

  @Test
  void foldersThatHoldNoSetAreRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> ResearchSet.find(empty))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no folder of such a name")
        .hasMessageContaining("flickr, vggss, is3, avsbench-s4, avsbench-ms3");
    assertThatThrownBy(() -> ResearchSet.find(folder.resolve("nothing")))
        .hasMessageContaining("no such folder");
    Path flickr = Files.createDirectories(empty.resolve("flickr"));
    ResearchSet set = ResearchSet.find(empty).get(0);
    assertThat(set).isEqualTo(new ResearchSet(DataSet.FLICKR, flickr));
    assertThatThrownBy(() -> set.clips(ClipReading.defaults()))
        .hasMessageContaining("no list of test clips");
    assertThatThrownBy(set::truth).hasMessageContaining("Cannot read the truth flickr:");
    assertThatThrownBy(() -> new ResearchSet(DataSet.FOLDER, flickr))
        .hasMessageContaining("a data set without annotations");
  }
}
