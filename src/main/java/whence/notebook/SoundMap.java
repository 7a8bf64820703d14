package whence.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.WhenceException;
import whence.figure.Figure;
import whence.figure.FigureSize;
import whence.figure.Palette;
import whence.figure.Plot;
import whence.media.Waveform;

/** Sounds in a plane, in the colours of their groups; see {@link Explore#soundMap}. */
final class SoundMap {
  /** Six colours, filled and open. */
  private static final int MOST_GROUPS = 2 * Palette.SERIES;

  /** A page with all its outputs must stay below 1 MB. */
  private static final int MOST_CHARACTERS = 600_000;

  private static final String WHAT = "Cannot draw a map of sounds";

  private final List<SoundPoint> points;
  private final List<String> groups;

  private SoundMap(List<SoundPoint> points) {
    this.points = points;
    this.groups = points.stream().map(SoundPoint::group).distinct().toList();
  }

  static CellOutput of(List<SoundPoint> points) {
    SoundMap map = new SoundMap(points);
    map.requireSounds();
    map.requireGroups();
    map.requireNeighbours();
    ScriptData data =
        new ScriptData().list("groups", map.groupData()).list("points", map.pointData());
    return Widget.of("soundmap", data, map.still(), map.text());
  }

  private long heard() {
    return points.stream().filter(point -> point.sound() != null).count();
  }

  private String text() {
    return String.format(
        Locale.ROOT,
        "map of %d sounds, %d of them to be heard: %s",
        points.size(),
        heard(),
        String.join(", ", groups));
  }

  private Figure still() {
    Plot plot = Plot.of("Sounds", "", "");
    for (String group : groups) {
      List<SoundPoint> members = points.stream().filter(p -> p.group().equals(group)).toList();
      plot =
          plot.points(
              group,
              members.stream().map(SoundPoint::x).toList(),
              members.stream().map(SoundPoint::y).toList());
    }
    return plot.figure(FigureSize.oneColumn(80));
  }

  private List<ScriptData> groupData() {
    List<ScriptData> all = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      int rgb = Palette.ofSeries(i).colour().getRGB() & 0xffffff;
      all.add(
          new ScriptData()
              .text("name", groups.get(i))
              .text("colour", String.format(Locale.ROOT, "#%06x", rgb))
              .number("open", i < Palette.SERIES ? 0 : 1));
    }
    return all;
  }

  private List<ScriptData> pointData() {
    List<ScriptData> all = new ArrayList<>();
    int characters = 0;
    for (SoundPoint point : points) {
      ScriptData data =
          new ScriptData()
              .text("name", point.name())
              .number("group", groups.indexOf(point.group()))
              .pair("at", point.x(), point.y())
              .indices("neighbours", point.neighbours());
      Waveform sound = point.sound();
      if (sound != null) {
        String source = SoundHtml.source(sound);
        characters += source.length();
        data.text("audio", source);
      }
      all.add(data);
    }
    requireShort(characters);
    return all;
  }

  private void requireSounds() {
    if (heard() == 0) {
      throw new WhenceException(
          WHAT,
          points.size() + " points, none with a sound",
          "at least one point with a sound",
          "give some points a sound: point.withSound(waveform)");
    }
  }

  private void requireGroups() {
    if (groups.size() > MOST_GROUPS) {
      throw new WhenceException(
          WHAT,
          groups.size() + " groups",
          "at most " + MOST_GROUPS + ", as many as can be told apart",
          "show some of the classes, and the others as one group");
    }
  }

  private void requireNeighbours() {
    for (SoundPoint point : points) {
      for (int other : point.neighbours()) {
        if (other < 0 || other >= points.size()) {
          throw new WhenceException(
              WHAT,
              point.name() + " with the neighbour " + other,
              "indices from 0 to " + (points.size() - 1),
              "count neighbours as the points of the map are counted");
        }
      }
    }
  }

  private void requireShort(int characters) {
    if (characters > MOST_CHARACTERS) {
      throw new WhenceException(
          WHAT,
          heard() + " sounds of " + characters + " characters in all",
          "at most " + MOST_CHARACTERS + " characters inside a page",
          "let fewer sounds be heard, or a shorter part of each");
    }
  }
}
