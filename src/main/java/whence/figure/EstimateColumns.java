package whence.figure;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import whence.evaluate.Estimate;

/**
 * A table in long form, one estimate a line: columns of names, then value, low, high, seeds, and n,
 * the clips behind the number. Unrounded.
 */
final class EstimateColumns {
  private final List<StringColumn> names;
  private final DoubleColumn value = DoubleColumn.create("value");
  private final DoubleColumn low = DoubleColumn.create("low");
  private final DoubleColumn high = DoubleColumn.create("high");
  private final IntColumn seeds = IntColumn.create("seeds");
  private final IntColumn n = IntColumn.create("n");

  /** Columns of names, without a line. */
  EstimateColumns(String... names) {
    this.names = List.of(names).stream().map(StringColumn::create).toList();
  }

  /** One more line; as many names as there are columns of them. */
  void add(List<String> named, Estimate estimate, int ofSeeds) {
    for (int i = 0; i < names.size(); i++) {
      names.get(i).append(named.get(i));
    }
    value.append(estimate.value());
    low.append(estimate.low());
    high.append(estimate.high());
    seeds.append(ofSeeds);
    n.append(estimate.n());
  }

  /** All lines. */
  Table table(String title) {
    List<Column<?>> columns = new ArrayList<>(names);
    columns.addAll(List.of(value, low, high, seeds, n));
    return Table.create(title, columns);
  }
}
