package whence.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes the commands that are to know their surroundings; picocli makes everything else. */
record Commands(Surroundings around) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] wanted = constructor.getParameterTypes();
      if (wanted.length == 1 && wanted[0] == Surroundings.class) {
        return type.cast(constructor.newInstance(around));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
