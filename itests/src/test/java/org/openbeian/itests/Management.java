package org.openbeian.itests;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.management.MBeanException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.openbeian.demo.ServerProcess;

/** What goes on inside of a server's process, by remote management. */
final class Management implements AutoCloseable {

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    /** Connects as the administrator. */
    Management(ServerProcess server) throws Exception {
        String port = server.read("org.apache.karaf.management.cfg", "rmiRegistryPort");
        connector = JMXConnectorFactory.connect(new JMXServiceURL(
                "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/karaf-root"),
                Map.of(JMXConnector.CREDENTIALS, new String[] {"admin", server.password("admin")}));
        beans = connector.getMBeanServerConnection();
    }

    /** Installs a bundle and starts it; returns its id. */
    long install(String url) throws Exception {
        long bundle = (Long) beans.invoke(osgi("framework"), "installBundleFromURL", new Object[] {url, url},
                new String[] {String.class.getName(), String.class.getName()});
        beans.invoke(osgi("framework"), "startBundle", new Object[] {bundle}, new String[] {"long"});
        return bundle;
    }

    /** Installs a feature into the running server. */
    void installFeature(String name) throws Exception {
        feature("installFeature", name);
    }

    /** Removes a feature from the running server. */
    void uninstallFeature(String name) throws Exception {
        feature("uninstallFeature", name);
    }

    private void feature(String operation, String name) throws Exception {
        beans.invoke(new ObjectName("org.apache.karaf:type=feature,name=root"), operation, new Object[] {name},
                new String[] {String.class.getName()});
    }

    /** Removes a bundle. */
    void uninstall(long bundle) throws Exception {
        beans.invoke(osgi("framework"), "uninstallBundle", new Object[] {bundle}, new String[] {"long"});
    }

    /**
     * Updates a bundle from a file. While Karaf still looks for features in the version before, which it does in the
     * background, the framework may update a bundle without starting it; it is started then.
     */
    void update(long bundle, String url) throws Exception {
        try {
            beans.invoke(osgi("framework"), "updateBundleFromURL", new Object[] {bundle, url},
                    new String[] {"long", String.class.getName()});
        } catch (MBeanException e) {
            if (!e.getMessage().contains("Unable to acquire global lock for resolve")) {
                throw e;
            }
            beans.invoke(osgi("framework"), "startBundle", new Object[] {bundle}, new String[] {"long"});
        }
    }

    /** Ids of all services; a bundle that is restarted registers its own anew, under other ids. */
    Set<Long> services() throws Exception {
        TabularData services = (TabularData) beans.invoke(osgi("serviceState"), "listServices", new Object[0], new String[0]);
        Set<Long> ids = new TreeSet<>();
        for (Object key : services.keySet()) {
            ids.add((Long) ((Collection<?>) key).iterator().next());
        }
        return ids;
    }

    /** How many threads there are whose name begins so. */
    long threads(String prefix) throws Exception {
        return diagnose("threadPrint").lines().filter(line -> line.startsWith('"' + prefix)).count();
    }

    /** How many objects of a class are alive after a garbage collection. */
    long alive(String className) throws Exception {
        return diagnose("gcClassHistogram").lines().map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(className)).mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private String diagnose(String command) throws Exception {
        return (String) beans.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), command,
                new Object[] {new String[0]}, new String[] {String[].class.getName()});
    }

    private ObjectName osgi(String type) throws Exception {
        return beans.queryNames(new ObjectName("osgi.core:type=" + type + ",*"), null).iterator().next();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
