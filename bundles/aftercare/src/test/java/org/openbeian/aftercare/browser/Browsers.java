package org.openbeian.aftercare.browser;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Browsers of tests: they reach what a browser of the server reaches, and one name more, which is a server of the test. */
public final class Browsers {

    /** A name that stands for a server of the test. */
    public static final String SITE = "site.example";

    /** Names that were to be resolved. */
    public static final Queue<String> LOOKED_UP = new ConcurrentLinkedQueue<>();

    private Browsers() {
    }

    /** A browser that is looked for on the path. */
    public static Browser reaching(int port, Map<String, Object> config) {
        return new Browser(config(config), () -> site(dial(), port), System.getenv("PATH"));
    }

    /** The real way out, where one name more leads to the test. */
    static Dial site(Dial real, int port) {
        return (host, wanted, owner) -> host.equals(SITE) && wanted == 80 ? new Socket(InetAddress.getLoopbackAddress(), port)
            : real.open(host, wanted, owner);
    }

    /** The real way out; no name server is asked. */
    static PublicDial dial() {
        return new PublicDial(Browsers::resolve);
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        LOOKED_UP.add(host);
        return switch (host) {
            case "inside.example" -> new InetAddress[] {InetAddress.getByName("10.0.0.1")};
            case "both.example" -> new InetAddress[] {InetAddress.getByName("119.29.1.78"), InetAddress.getByName("127.0.0.1")};
            default -> {
                if (!host.matches("[0-9.]+|\\[.*")) {
                    throw new UnknownHostException(host);
                }
                yield InetAddress.getAllByName(host);
            }
        };
    }

    static BrowserConfig config(Map<String, Object> other) {
        return (BrowserConfig) Proxy.newProxyInstance(BrowserConfig.class.getClassLoader(), new Class<?>[] {BrowserConfig.class},
            (proxy, method, arguments) -> other.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
