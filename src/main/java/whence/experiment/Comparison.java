package whence.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.WhenceException;

/**
 * Runs to be set side by side: named rows, each run once for every seed.
 *
 * <p>Rows on equal scenes are comparable and form a block; in each block the trivial localizers
 * stand beside.
 *
 * @param name such as {@code peers}
 * @param rows at least one, each name once, in the order of tables
 * @param seeds at least one, each once; a seed decides scenes, weights, order and augmentation
 */
public record Comparison(String name, List<ComparisonRow> rows, List<Long> seeds) {

  /** Copies the lists and checks that nothing comes twice. */
  public Comparison {
    rows = List.copyOf(rows);
    seeds = List.copyOf(seeds);
    long names = rows.stream().map(ComparisonRow::name).distinct().count();
    if (rows.isEmpty() || names != rows.size()) {
      throw new WhenceException(
          "Cannot compare runs",
          rows.size() + " rows of " + names + " names",
          "at least one row, each name once",
          "give every row a name of its own");
    }
    if (seeds.isEmpty() || seeds.stream().distinct().count() != seeds.size()) {
      throw new WhenceException(
          "Cannot compare runs",
          "the seeds " + seeds,
          "at least one seed, each once",
          "list different seeds, such as 1,2,3");
    }
  }

  /** The same over other seeds. */
  public Comparison withSeeds(List<Long> others) {
    return new Comparison(name, rows, others);
  }

  /** Some of the rows alone. */
  public Comparison withRows(List<ComparisonRow> some) {
    return new Comparison(name, some, seeds);
  }

  /** The rows by their scenes, in the order of the first of each. */
  public List<List<ComparisonRow>> blocks() {
    Map<DataShelf.Key, List<ComparisonRow>> blocks = new LinkedHashMap<>();
    for (ComparisonRow row : rows) {
      blocks
          .computeIfAbsent(DataShelf.Key.of(row.settings().withSeed(0)), k -> new ArrayList<>())
          .add(row);
    }
    return List.copyOf(blocks.values());
  }
}
