package whence.engine;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.imports.converters.ImportClassMapping;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;

/**
 * The same gradients in less time, for two operations of SameDiff 1.0.0-M2.1.
 *
 * <p>The native backward operation of the ReLU takes three times as long as a step function and a
 * product, that of a product with a column ten times as long as two products and a sum. SameDiff
 * clones every operation by name before differentiating it, so the classes below take the place of
 * the published ones in the table it clones from; see {@code adr/0023}.
 */
public final class FasterGradients {

  private FasterGradients() {}

  /** Puts the operations in place. Call before a graph is built; may be repeated. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static synchronized void install() {
    Map operations = ImportClassMapping.getOpNameMapping();
    operations.put(Relu.NAME, new Relu());
    operations.put("multiply", new Product());
  }

  /**
   * {@code max(x, 0)}; the gradient passes where x is above zero.
   *
   * @param x of any shape
   * @return same shape as x
   */
  public static SDVariable relu(SDVariable x) {
    return new Relu(x).outputVariable();
  }

  /**
   * Every row multiplied by a number of its own.
   *
   * @param rows [M, K]
   * @param factors [M, 1]
   * @return [M, K]
   */
  public static SDVariable scaleRows(SDVariable rows, SDVariable factors) {
    Product product = new Product(rows, factors);
    product.addBArgument(true);
    return product.outputVariable();
  }

  /**
   * The native ReLU with a threshold, differentiated by a step function. (The one without a
   * threshold shares its name with an operation of another kind.) Made through reflection.
   */
  public static final class Relu extends DynamicCustomOp {
    private static final String NAME = "thresholdedrelu";

    /** For SameDiff's cloning. */
    public Relu() {}

    Relu(SDVariable x) {
      super(null, x.getSameDiff(), new SDVariable[] {x});
      addTArgument(0);
    }

    @Override
    public String opName() {
      return NAME;
    }

    @Override
    public List<DataType> calculateOutputDataTypes(List<DataType> inputs) {
      return inputs;
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
      return List.of(sameDiff.math().step(arg(), getTArgument(0)).mul(gradients.get(0)));
    }
  }

  /**
   * The native product. One that is marked by a boolean argument is of rows and a column; any other
   * has the published gradient. Made through reflection.
   */
  public static final class Product extends MulOp {
    /** For SameDiff's cloning. */
    public Product() {}

    Product(SDVariable rows, SDVariable factors) {
      super(rows.getSameDiff(), rows, factors);
    }

    @Override
    public List<SDVariable> doDiff(List<SDVariable> gradients) {
      if (numBArguments() == 0) {
        return super.doDiff(gradients);
      }
      SDVariable gradient = gradients.get(0);
      return List.of(scaleRows(gradient, rarg()), gradient.mul(larg()).sum(true, 1));
    }
  }
}
