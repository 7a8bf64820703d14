package whence.evaluate.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import whence.evaluate.ClipScore;
import whence.evaluate.Protocol;

/**
 * What there is to say about the maps and about what a protocol makes of them. There are few such
 * notes however many clips there are; what was odd about single clips is {@link TruthFacts}.
 */
final class ReportNotes {

  private final ScoredMaps maps;
  private final Protocol protocol;

  private ReportNotes(ScoredMaps maps, Protocol protocol) {
    this.maps = maps;
    this.protocol = protocol;
  }

  static List<String> of(ScoredMaps maps, Protocol protocol) {
    ReportNotes notes = new ReportNotes(maps, protocol);
    List<String> all = new ArrayList<>();
    all.addAll(notes.emptyTruths());
    all.addAll(notes.constantMaps());
    all.addAll(notes.noProbabilities());
    all.addAll(notes.passedOver());
    all.addAll(notes.sizes());
    return all;
  }

  /** What the protocol makes of clips where there is nothing to find. */
  private List<String> emptyTruths() {
    long empty =
        maps.clips().stream()
            .filter(clip -> clip.facts().empty().contains(protocol.boxRule()))
            .count();
    if (empty == 0) {
      return List.of();
    }
    List<ClipScore> scores = maps.scores(maps.name(), protocol);
    long undefined = scores.stream().filter(score -> Double.isNaN(score.ciou())).count();
    String which = undefined == empty ? "there" : "for " + undefined + " of them";
    String made =
        undefined > 0
            ? "divides 0 by 0 " + which + ", as published"
            : "scores %s %s"
                .formatted(
                    empty == 1 ? "it" : "them",
                    protocol == Protocol.AVSBENCH ? "by the share left out" : "0");
    String clips = empty == 1 ? "1 clip" : empty + " clips";
    return List.of(clips + " with an empty truth; " + protocol.label() + " " + made);
  }

  private List<String> constantMaps() {
    long constant = maps.clips().stream().filter(clip -> clip.map().constant()).count();
    if (constant == 0) {
      return List.of();
    }
    String which = constant == 1 ? "1 map is constant; " : constant + " maps are constant; ";
    return List.of(which + protocol.label() + " predicts " + protocol.ofConstantMap());
  }

  private List<String> noProbabilities() {
    long others = maps.clips().stream().filter(clip -> !clip.map().probability()).count();
    return protocol != Protocol.AVSBENCH || others == 0
        ? List.of()
        : List.of(
            others + " maps with values outside of [0, 1]; avsbench takes them as probabilities");
  }

  private List<String> passedOver() {
    return switch (maps.unlisted()) {
      case 0 -> List.of();
      case 1 -> List.of("1 map belongs to no listed and annotated clip and was passed over");
      default ->
          List.of(
              maps.unlisted()
                  + " maps belong to no listed and annotated clip and were passed over");
    };
  }

  private List<String> sizes() {
    Map<String, Long> sizes =
        maps.clips().stream()
            .collect(
                Collectors.groupingBy(
                    clip -> clip.map().size(), TreeMap::new, Collectors.counting()));
    return sizes.size() == 1 ? List.of() : List.of("maps of different sizes: " + sizes);
  }
}
