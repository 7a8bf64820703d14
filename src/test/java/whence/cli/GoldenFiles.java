package whence.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Golden maps and truths in the files of their data sets. */
record GoldenFiles(Path flickr, Path vggss, Path maps) {
  static final Path GOLDEN = Path.of("src/test/resources/golden/evaluate");

  /** The golden samples in the formats of their data sets. */
  static GoldenFiles in(Path folder) throws IOException {
    Path flickr = Files.createDirectory(folder.resolve("flickr"));
    Path vggss = folder.resolve("vggss.json");
    Path maps = folder.resolve("maps.json");
    List<String> boxes = new ArrayList<>();
    List<String> all = new ArrayList<>();
    JsonNode samples = new ObjectMapper().readTree(GOLDEN.resolve("eval_samples.json").toFile());
    for (JsonNode sample : samples.get("samples")) {
      String id = sample.get("id").asText();
      String size = sample.get("size").asText();
      all.add(
          "{\"id\":\"%s\",\"height\":%s,\"width\":%s,\"values\":%s}"
              .formatted(id, size, size, sample.get("av")));
      if (sample.get("gt_style").asText().equals("flickr")) {
        Files.writeString(flickr.resolve(id + ".xml"), xml(sample.get("boxes")));
      } else {
        boxes.add(
            "{\"file\":\"%s\",\"class\":\"c\",\"bbox\":%s}".formatted(id, sample.get("boxes")));
      }
    }
    Files.writeString(vggss, boxes.toString());
    Files.writeString(maps, "{\"maps\":" + all + "}");
    return new GoldenFiles(flickr, vggss, maps);
  }

  private static String xml(JsonNode annotators) {
    StringBuilder xml = new StringBuilder("<annotations>");
    for (JsonNode annotator : annotators) {
      xml.append("<annotator>");
      for (JsonNode box : annotator) {
        xml.append("<bbox><name>x</name>");
        box.forEach(v -> xml.append("<v>").append(v).append("</v>"));
        xml.append("</bbox>");
      }
      xml.append("</annotator>");
    }
    return xml.append("</annotations>").toString();
  }
}
