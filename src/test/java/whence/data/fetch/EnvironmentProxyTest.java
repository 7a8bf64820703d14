package whence.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentProxyTest {
  private static final URI ADDRESS = URI.create("http://media.example.org/a.deb");

  @Test
  void readsTheCustomaryVariables() {
    assertThat(proxy(Map.of("http_proxy", "http://proxy.example:3128/"))).isEqualTo(at(3128));
    assertThat(proxy(Map.of("HTTP_PROXY", "proxy.example"))).isEqualTo(at(80));
    assertThat(proxy(Map.of("https_proxy", "http://proxy.example:3128"))).isEqualTo(Proxy.NO_PROXY);
    assertThat(proxy(Map.of("http_proxy", " "))).isEqualTo(Proxy.NO_PROXY);
    assertThat(proxy(Map.of("http_proxy", "http:///"))).isEqualTo(Proxy.NO_PROXY);
  }

  @Test
  void sparesTheExcludedHosts() {
    assertThat(excluded("example.org")).isEqualTo(Proxy.NO_PROXY);
    assertThat(excluded("localhost, .example.org")).isEqualTo(Proxy.NO_PROXY);
    assertThat(excluded("*")).isEqualTo(Proxy.NO_PROXY);
    assertThat(excluded("ample.org,other.org")).isEqualTo(at(3128));
  }

  @Test
  void filesNeedNone() {
    assertThat(EnvironmentProxy.forUri(URI.create("file:///tmp/a"))).isEqualTo(Proxy.NO_PROXY);
  }

  private static Proxy excluded(String list) {
    return proxy(Map.of("http_proxy", "proxy.example:3128", "no_proxy", list));
  }

  private static Proxy proxy(Map<String, String> environment) {
    return EnvironmentProxy.forUri(ADDRESS, environment);
  }

  private static Proxy at(int port) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", port));
  }
}
