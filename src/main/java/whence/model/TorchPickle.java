package whence.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * A pickle reader that knows only what a state_dict of tensors needs: a list of permitted
 * instructions, and a list of permitted names. Everything else is refused by name before anything
 * is made of it, so no foreign constructor can run.
 */
final class TorchPickle extends Unpickler {
  private static final int GLOBAL = 'c';
  private static final int INST = 'i';
  private static final int BUILD = 'b';
  private static final int STACK_GLOBAL = 0x93;

  /** MARK STOP F I J K L M N ) ( . X ] } a e h j q r s t u Q R, and of protocols 2 to 4. */
  private static final String PLAIN =
      "(.JKMNGX)]}aehjqrstuRQ\u0080\u0085\u0086\u0087\u0088\u0089\u008a\u008c\u0094\u0095";

  private static final Map<String, Object> PERMITTED = permitted();

  private final String origin;

  private TorchPickle(String origin) {
    this.origin = origin;
  }

  /** Reads one pickle from the stream's position and leaves the stream behind it. */
  static Object read(ByteArrayInputStream in, String origin) {
    try {
      return new TorchPickle(origin).load(in);
    } catch (IOException | PickleException e) {
      throw TorchRefusal.damaged(origin, String.valueOf(e.getMessage()), "a whole pickle", e);
    } catch (ClassCastException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | ArithmeticException
        | NullPointerException e) {
      throw TorchRefusal.damaged(origin, "a pickle that makes no sense", "a state_dict", e);
    }
  }

  static String allowedNames() {
    return String.join(", ", PERMITTED.keySet());
  }

  @Override
  protected Object dispatch(short code) throws PickleException, IOException {
    int opcode = code & 0xff;
    switch (opcode) {
      case GLOBAL -> named(PickleUtils.readline(input), PickleUtils.readline(input));
      case STACK_GLOBAL -> {
        Object name = stack.pop();
        named(String.valueOf(stack.pop()), String.valueOf(name));
      }
      case INST ->
          throw TorchRefusal.constructor(
              origin, PickleUtils.readline(input) + "." + PickleUtils.readline(input));
      case BUILD -> ignoreAttributes();
      default -> {
        if (PLAIN.indexOf(opcode) < 0) {
          throw TorchRefusal.opcode(origin, opcode);
        }
        if (opcode == 'X') {
          checkTextLength(input);
        }
        return super.dispatch(code);
      }
    }
    return NO_RETURN_VALUE;
  }

  @Override
  protected Object persistentLoad(Object id) {
    Object[] parts = (Object[]) id;
    return new TorchStorage(
        (TorchStorage.Kind) parts[1], (String) parts[2], ((Number) parts[4]).longValue());
  }

  private void named(String module, String name) {
    String full = module + "." + name;
    Object permitted = PERMITTED.get(full);
    if (permitted == null) {
      throw TorchRefusal.constructor(origin, full);
    }
    stack.add(permitted);
  }

  /** A state_dict carries version numbers as attributes of its map; they are dropped. */
  private void ignoreAttributes() {
    stack.pop();
    if (!(stack.peek() instanceof Map)) {
      throw TorchRefusal.opcode(origin, BUILD);
    }
  }

  /** A text cannot be longer than the file: no memory is asked for on a liar's word. */
  private void checkTextLength(InputStream in) throws IOException {
    in.mark(4);
    long length =
        Integer.toUnsignedLong(PickleUtils.bytes_to_integer(PickleUtils.readbytes(in, 4)));
    if (length > in.available()) {
      throw TorchRefusal.damaged(
          origin, "a text of " + length + " bytes", in.available() + " bytes");
    }
    in.reset();
  }

  private static Map<String, Object> permitted() {
    Map<String, Object> names = new LinkedHashMap<>();
    IObjectConstructor map = TorchPickle::emptyMap;
    IObjectConstructor tensor = TorchPickle::tensor;
    names.put("collections.OrderedDict", map);
    names.put("torch._utils._rebuild_tensor_v2", tensor);
    Stream.of(TorchStorage.Kind.values()).forEach(kind -> names.put("torch." + kind, kind));
    return names;
  }

  private static Object emptyMap(Object[] arguments) {
    if (arguments.length != 0) {
      throw new PickleException("an OrderedDict with arguments");
    }
    return new LinkedHashMap<Object, Object>();
  }

  /** (storage, offset, shape, strides, requires_grad, hooks[, metadata]). */
  private static Object tensor(Object[] arguments) {
    List<Long> shape = TorchStorage.wholeNumbers(arguments[2]);
    List<Long> strides = TorchStorage.wholeNumbers(arguments[3]);
    if (shape.size() != strides.size()) {
      throw new PickleException("a tensor of shape " + shape + " with strides " + strides);
    }
    long offset = ((Number) arguments[1]).longValue();
    return new TorchStorage.Tensor((TorchStorage) arguments[0], offset, shape, strides);
  }
}
