package whence.data.fetch;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The proxy for an address: the JVM's own setting, else the environment's customary variables. */
final class EnvironmentProxy {
  private EnvironmentProxy() {}

  static Proxy forUri(URI uri) {
    if (uri.getHost() == null) {
      return Proxy.NO_PROXY;
    }
    ProxySelector jvm = ProxySelector.getDefault();
    Proxy chosen = jvm == null ? Proxy.NO_PROXY : jvm.select(uri).get(0);
    return chosen.equals(Proxy.NO_PROXY) ? forUri(uri, System.getenv()) : chosen;
  }

  /** As {@code http_proxy}, {@code https_proxy} and {@code no_proxy} say, in either case. */
  static Proxy forUri(URI uri, Map<String, String> environment) {
    String host = uri.getHost();
    String value = variable(environment, uri.getScheme() + "_proxy");
    if (host == null || value == null || excluded(host, variable(environment, "no_proxy"))) {
      return Proxy.NO_PROXY;
    }
    URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
    if (proxy.getHost() == null) {
      return Proxy.NO_PROXY;
    }
    int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port));
  }

  private static boolean excluded(String host, @Nullable String list) {
    if (list == null) {
      return false;
    }
    for (String entry : list.split("[,\\s]+")) {
      String suffix = entry.startsWith(".") ? entry : "." + entry;
      if (entry.equals("*") || (!entry.isEmpty() && ("." + host).endsWith(suffix))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String variable(Map<String, String> environment, String name) {
    String lower = environment.get(name);
    String value = lower != null ? lower : environment.get(name.toUpperCase(Locale.ROOT));
    return value == null || value.isBlank() ? null : value;
  }
}
