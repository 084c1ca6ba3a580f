package org.openbeian.contract.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.resource.CloudResourceType;
import org.openbeian.api.resource.ResourceExample;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleCheck;

/**
 * Holds the services of a plugin module against what the SPI says of them: with nothing entered, when called again, on an
 * interrupted thread, and within time. Components whose constructor takes other services are left to the module's own tests.
 */
final class SpiContract {

    /** Far more than a call may take, far less than a hang. */
    private static final long MILLIS = 2_000;
    private static final Pattern CLASS = Pattern.compile("<implementation class=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{1,78}[a-z0-9]");
    private static final List<Class<?>> SPI = List.of(CloudResourceType.class, RuleCheck.class, NotificationChannel.class);
    private static final Instant DAY = Instant.parse("2026-11-21T04:00:00Z");

    private final List<String> wrong = new ArrayList<>();
    private final long millis;

    private SpiContract(long millis) {
        this.millis = millis;
    }

    /**
     * What is wrong with the services of a module.
     *
     * @param classes folder of its classes, with the component descriptions that bnd wrote
     */
    static List<String> check(Path classes) {
        SpiContract contract = new SpiContract(MILLIS);
        descriptions(classes.resolve("OSGI-INF")).forEach(contract::component);
        return contract.wrong;
    }

    /** What is wrong with one service. */
    static List<String> check(Object service) {
        return check(service, MILLIS);
    }

    /** What is wrong with one service whose calls must each take less than so long. */
    static List<String> check(Object service, long millis) {
        SpiContract contract = new SpiContract(millis);
        contract.service(service);
        return contract.wrong;
    }

    private static List<String> descriptions(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void component(String description) {
        Matcher name = CLASS.matcher(description);
        if (!name.find()) {
            return;
        }
        try {
            Class<?> type = Class.forName(name.group(1));
            if (SPI.stream().noneMatch(spi -> spi.isAssignableFrom(type))) {
                return;
            }
            for (Constructor<?> constructor : type.getConstructors()) {
                if (Arrays.stream(constructor.getParameterTypes()).allMatch(Class::isAnnotation)) {
                    service(constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                        .map(SpiContract::defaults).toArray()));
                    return;
                }
            }
        } catch (ReflectiveOperationException e) {
            wrong.add(name.group(1) + " cannot be made with the defaults of its configuration: " + e);
        }
    }

    /** A configuration as it is when nothing is configured. */
    private static Object defaults(Class<?> configuration) {
        return Proxy.newProxyInstance(configuration.getClassLoader(), new Class<?>[] {configuration},
            (proxy, method, arguments) -> method.getDefaultValue());
    }

    private void service(Object service) {
        if (service instanceof CloudResourceType type) {
            ResourceFacts bare = new ResourceFacts("other", "id", "account", null, false, null, false, 0, null, null);
            same(service, "kind", type::kind, this::id);
            same(service, "name", type::name, this::text);
            call(service, "conditions", type::conditions, conditions -> conditions.forEach(this::text));
            call(service, "servicesPerResource", type::servicesPerResource,
                count -> require(count >= 0, service, "servicesPerResource is " + count));
            call(service, "resourcesPerAccount", type::resourcesPerAccount,
                count -> require(count >= 0, service, "resourcesPerAccount is " + count));
            call(service, "sitesPerAddress", type::sitesPerAddress,
                count -> require(count >= 0, service, "sitesPerAddress is " + count));
            call(service, "codesPerResource", type::codesPerResource,
                count -> require(count >= 0, service, "codesPerResource is " + count));
            call(service, "examples", type::examples, examples -> examples(type, examples));
            call(service, "judge", () -> type.judge(bare, DAY, "/services/0/accesses/0"), this::whole);
        }
        if (service instanceof RuleCheck check) {
            FilingCase bare = new FilingCase(null, FilingType.FIRST, Application.EMPTY, List.of(), List.of(), null, DAY);
            same(service, "id", check::id, this::id);
            same(service, "provinceId", check::provinceId,
                id -> require(id.matches("\\d{2}0000"), service, "provinceId is " + id));
            call(service, "check", () -> check.check(bare), this::whole);
        }
        if (service instanceof NotificationChannel channel) {
            same(service, "id", channel::id, this::id);
            same(service, "name", channel::name, this::text);
            same(service, "addressKind", channel::addressKind, kind -> { });
        }
    }

    private void examples(CloudResourceType type, List<ResourceExample> examples) {
        require(examples.stream().anyMatch(example -> example.findings().isEmpty()), type, "has no example that qualifies");
        require(examples.stream().anyMatch(example -> !example.findings().isEmpty()), type, "has no example that does not qualify");
        for (ResourceExample example : examples) {
            List<String> found = type.judge(example.facts(), example.on(), "/services/0/accesses/0").stream().map(Finding::ruleId)
                .toList();
            require(found.equals(example.findings()), type, "finds " + found + " in the example " + example);
        }
    }

    private <T> void same(Object service, String method, Callable<T> call, Consumer<T> then) {
        T first = call(service, method, call, then);
        T second = call(service, method, call, value -> { });
        require(Objects.equals(first, second), service, method + " answers " + first + " and then " + second);
    }

    /** Calls twice, the second time on an interrupted thread; answers what came the first time. */
    private <T> T call(Object service, String method, Callable<T> call, Consumer<T> then) {
        T answer = once(service, method, call);
        if (answer != null) {
            then.accept(answer);
        }
        Thread.currentThread().interrupt();
        try {
            once(service, method + " on an interrupted thread", call);
        } finally {
            Thread.interrupted();
        }
        return answer;
    }

    private <T> T once(Object service, String method, Callable<T> call) {
        long start = System.nanoTime();
        try {
            T answer = call.call();
            require(answer != null, service, method + " answers null");
            return answer;
        } catch (Exception e) {
            require(false, service, method + " throws " + e);
            return null;
        } finally {
            long taken = (System.nanoTime() - start) / 1_000_000;
            require(taken < millis, service, method + " takes " + taken + " ms, which is too long");
        }
    }

    private void id(String id) {
        require(ID.matcher(id).matches(), id, "is no id: lower-case letters, digits, hyphens and dots");
    }

    private void text(LocalizedText text) {
        require(text.zh() != null && !text.zh().isBlank() && text.en() != null && !text.en().isBlank(), text,
            "is not there in both languages");
    }

    private void whole(List<?> findings) {
        findings.forEach(finding -> require(finding != null, findings, "holds null"));
    }

    private void require(boolean holds, Object who, String otherwise) {
        if (!holds) {
            wrong.add((who instanceof String || who instanceof LocalizedText ? who : who.getClass().getSimpleName()) + ": "
                + otherwise);
        }
    }
}
