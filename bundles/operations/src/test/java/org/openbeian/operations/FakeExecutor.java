package org.openbeian.operations;

import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.framework.ServiceReference;

/** Runs the checks it was given, on the spot. */
final class FakeExecutor implements HealthCheckExecutor {

    final Map<String, HealthCheck> checks = new LinkedHashMap<>();

    FakeExecutor with(String name, Result.Status status, String message) {
        checks.put(name, () -> new Result(status, message, new IllegalStateException("secret detail")));
        return this;
    }

    FakeExecutor allWell(String... names) {
        Arrays.stream(names).forEach(name -> with(name, Result.Status.OK, name + " is well"));
        return this;
    }

    @Override
    public List<HealthCheckExecutionResult> execute(HealthCheckSelector selector) {
        return checks.entrySet().stream().map(check -> result(check.getKey(), check.getValue().execute())).toList();
    }

    @Override
    public List<HealthCheckExecutionResult> execute(HealthCheckSelector selector, HealthCheckExecutionOptions options) {
        return execute(selector);
    }

    private static HealthCheckExecutionResult result(String name, Result result) {
        ServiceReference<?> reference = new NamedReference(name).reference();
        HealthCheckMetadata metadata = new HealthCheckMetadata(reference);
        return new HealthCheckExecutionResult() {
            @Override
            public Result getHealthCheckResult() {
                return result;
            }

            @Override
            public long getElapsedTimeInMs() {
                return 1;
            }

            @Override
            public Date getFinishedAt() {
                return new Date(0);
            }

            @Override
            public boolean hasTimedOut() {
                return false;
            }

            @Override
            public HealthCheckMetadata getHealthCheckMetadata() {
                return metadata;
            }
        };
    }

    /** A reference that carries the name of a check. */
    private record NamedReference(String name) {

        ServiceReference<?> reference() {
            return (ServiceReference<?>) java.lang.reflect.Proxy.newProxyInstance(ServiceReference.class.getClassLoader(),
                    new Class<?>[] {ServiceReference.class}, (proxy, method, arguments) -> {
                        if (!"getProperty".equals(method.getName())) {
                            throw new UnsupportedOperationException(method.toString());
                        }
                        return HealthCheck.NAME.equals(arguments[0]) ? name : "service.id".equals(arguments[0]) ? 1L : null;
                    });
        }
    }
}
