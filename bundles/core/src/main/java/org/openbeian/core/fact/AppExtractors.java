package org.openbeian.core.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.AppPackage;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.rules.Circumstances.FiledOrganizer;
import org.openbeian.core.identifier.AppIdentity;
import org.openbeian.core.identifier.Fault;

/** Ways to what is odd about the packages of an APP. Names of packages stand for packages. */
final class AppExtractors {

    private static final String IOS = "IOS";
    private static final Set<String> EMPTY_INPUT =
        Set.of("D41D8CD98F00B204E9800998ECF8427E", "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709");

    private AppExtractors() {
    }

    static void addTo(Map<String, FactKey.Extractor> to) {
        packages(to, "malformed", (feature, one) -> bad(one.name(),
            isApple(feature) ? AppIdentity::checkAppleBundle : AppIdentity::checkAndroidPackage));
        packages(to, "badKeys", (feature, one) -> bad(one.publicKey(), AppIdentity::checkPublicKey));
        packages(to, "badFingerprints", (feature, one) -> bad(one.fingerprint(),
            isApple(feature) ? AppIdentity::checkSha1 : AppIdentity::checkMd5));
        packages(to, "emptyFingerprints",
            (feature, one) -> one.fingerprint() != null && EMPTY_INPUT.contains(AppIdentity.fingerprint(one.fingerprint())));
        to.put("service.packages.incomplete", part -> app(part, app -> incomplete(app)));
        to.put("service.packages.repeated", part -> app(part, app -> repeated(app)));
        to.put("service.packages.ofOtherApps", part -> app(part, app -> shared(app, part)));
    }

    private static void packages(Map<String, FactKey.Extractor> to, String name, BiPredicate<AppFeature, AppPackage> odd) {
        to.put("service.packages." + name, part -> app(part, app -> app.features().stream().flatMap(feature ->
            feature.packages().stream().filter(one -> odd.test(feature, one)).map(AppExtractors::label)).distinct().toList()));
    }

    private static Object app(Part part, Function<App, List<String>> list) {
        return part.subject(InternetService.class) instanceof App app ? Take.value(list.apply(app)) : null;
    }

    private static boolean isApple(AppFeature feature) {
        return IOS.equals(feature.platform());
    }

    private static boolean bad(String value, Function<String, Optional<Fault>> check) {
        return value != null && !value.isBlank() && check.apply(value).isPresent();
    }

    private static String label(AppPackage one) {
        return one.name() == null || one.name().isBlank() ? "?" : one.name();
    }

    private static List<String> incomplete(App app) {
        List<String> names = new ArrayList<>();
        for (AppFeature feature : app.features()) {
            if (feature.packages().isEmpty()) {
                names.add(feature.platform() == null ? "?" : feature.platform());
            }
            feature.packages().stream().filter(one -> Stream.of(one.name(), one.publicKey(), one.fingerprint())
                .anyMatch(value -> value == null || value.isBlank())).map(AppExtractors::label).forEach(names::add);
        }
        return names;
    }

    private static List<String> repeated(App app) {
        List<String> twice = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        app.features().forEach(feature -> feature.packages().stream().filter(one -> one.name() != null)
            .filter(one -> !seen.add(feature.platform() + " " + one.name())).map(AppPackage::name).forEach(twice::add));
        return twice;
    }

    private static List<String> shared(App app, Part part) {
        FiledOrganizer filed = part.filing().circumstances().filed();
        Stream<InternetService> onRecord = filed == null ? Stream.empty() : filed.services().stream();
        Set<String> others = Stream.concat(part.filing().application().services().stream(), onRecord)
            .filter(other -> other != app && other instanceof App).flatMap(other -> names((App) other))
            .collect(Collectors.toSet());
        return names(app).filter(others::contains).distinct().toList();
    }

    private static Stream<String> names(App app) {
        return app.features().stream().flatMap(feature -> feature.packages().stream()).map(AppPackage::name)
            .filter(name -> name != null && !name.isBlank());
    }
}
