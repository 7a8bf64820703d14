package whence.loss;

/** The peers' formulas once more, as loops over plain numbers. */
final class PeerFormulas {

  private PeerFormulas() {}

  /** z_i: cells averaged under the softmax of what is positive of the own map. */
  static double[] attended(OracleBatch batch, int clip) {
    double[] sum = new double[batch.width];
    double total = 0;
    for (int u = 0; u < batch.cells; u++) {
      total += Math.exp(Math.max(0, batch.cosine(clip, u, clip)));
    }
    for (int u = 0; u < batch.cells; u++) {
      double share = Math.exp(Math.max(0, batch.cosine(clip, u, clip))) / total;
      for (int c = 0; c < batch.width; c++) {
        sum[c] += share * batch.images[clip][u][c];
      }
    }
    return sum;
  }

  static double distance(double[] x, double[] y) {
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum += (x[c] - y[c]) * (x[c] - y[c]);
    }
    return Math.sqrt(sum + 1e-12);
  }

  static double triMap(OracleBatch batch, double tau) {
    double loss = 0;
    for (int i = 0; i < batch.clips; i++) {
      double positive = Math.exp(weighted(batch, i, i, true) / tau);
      double all = positive + Math.exp(weighted(batch, i, i, false) / tau);
      for (int j = 0; j < batch.clips; j++) {
        all += Math.exp((i == j ? -99 : 1) * weighted(batch, i, j, true) / tau);
      }
      loss -= Math.log(positive / all) / batch.clips;
    }
    return loss;
  }

  /** Mean of S_ij under a sigmoid at 0.65, or under one minus a sigmoid at 0.4. */
  private static double weighted(OracleBatch batch, int image, int sound, boolean high) {
    double sum = 0;
    double weights = 0;
    for (int u = 0; u < batch.cells; u++) {
      double s = batch.cosine(image, u, sound);
      double weight =
          high ? 1 / (1 + Math.exp((0.65 - s) / 0.03)) : 1 - 1 / (1 + Math.exp((0.4 - s) / 0.03));
      sum += weight * s;
      weights += weight;
    }
    return sum / weights;
  }

  static double maxPooled(OracleBatch batch, double tau) {
    double[][] s = best(batch);
    double loss = 0;
    for (int i = 0; i < batch.clips; i++) {
      double row = 0;
      double column = 0;
      for (int j = 0; j < batch.clips; j++) {
        row += Math.exp(s[i][j] / tau);
        column += Math.exp(s[j][i] / tau);
      }
      loss += (Math.log(row) + Math.log(column) - 2 * s[i][i] / tau) / 2 / batch.clips;
    }
    return loss;
  }

  static double affinities(OracleBatch batch, double tau) {
    double[][] means = new double[batch.clips][batch.width];
    double[][] regions = new double[batch.clips][batch.width];
    for (int i = 0; i < batch.clips; i++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int u = 0; u < batch.cells; u++) {
        least = Math.min(least, batch.cosine(i, u, i));
        most = Math.max(most, batch.cosine(i, u, i));
      }
      for (int u = 0; u < batch.cells; u++) {
        boolean sounding = (batch.cosine(i, u, i) - least) / (most - least) > 0.6;
        for (int c = 0; c < batch.width; c++) {
          means[i][c] += batch.images[i][u][c] / batch.cells;
          regions[i][c] += sounding ? batch.images[i][u][c] / batch.cells : 0;
        }
      }
    }
    double[][] across = rows(best(batch), tau);
    double[][] sounds = rows(products(batch.sounds), tau);
    return difference(sounds, across)
        + difference(rows(products(means), tau), across)
        + difference(sounds, rows(products(regions), tau));
  }

  private static double[][] best(OracleBatch batch) {
    double[][] s = new double[batch.clips][batch.clips];
    for (int i = 0; i < batch.clips; i++) {
      for (int j = 0; j < batch.clips; j++) {
        s[i][j] = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < batch.cells; u++) {
          s[i][j] = Math.max(s[i][j], batch.cosine(i, u, j));
        }
      }
    }
    return s;
  }

  private static double[][] products(double[][] rows) {
    double[][] products = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        products[i][j] = OracleBatch.dot(rows[i], rows[j]);
      }
    }
    return products;
  }

  private static double[][] rows(double[][] matrix, double tau) {
    double[][] shares = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      double sum = 0;
      for (double value : matrix[i]) {
        sum += Math.exp(value / tau);
      }
      for (int j = 0; j < matrix.length; j++) {
        shares[i][j] = Math.exp(matrix[i][j] / tau) / sum;
      }
    }
    return shares;
  }

  private static double difference(double[][] x, double[][] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sum += Math.abs(x[i][j] - y[i][j]) / x.length;
      }
    }
    return sum;
  }
}
