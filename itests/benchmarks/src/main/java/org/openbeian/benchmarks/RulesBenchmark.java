package org.openbeian.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.StatelessKieSession;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.contract.kit.SampleCase;
import org.openbeian.core.rules.RuleFile;
import org.openbeian.core.rules.RuleFileException;
import org.openbeian.core.rules.RuleFiles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One evaluation of an order with two services by 19 rules of the shipped national file, which are applied 42 times and fail
 * three times, against the same checks written by hand and as rules of Drools. Every national rule that applies to the
 * same order is measured beside it, for information. {@code mvn -Pbenchmarks -pl itests/benchmarks exec:exec}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RulesBenchmark {

    private static final String NATIONAL = "/OB-INF/rules/national.province.yaml";
    private static final Set<String> RULES = Set.of("service-needed", "region-mismatch", "certificate-nature-mismatch",
        "licence-number-invalid", "legal-representative-id-invalid", "house-number-missing", "principal-id-invalid",
        "principal-document-kind", "principal-name-invalid", "principal-id-expired", "principal-age", "mobile-invalid",
        "mobile-without-sms", "emergency-invalid", "emergency-equals-mobile", "email-invalid", "commercial-service",
        "domain-suffix-not-approved", "ip-not-public");
    private static final String PROVINCE = """
        format: 1
        province: "440000"
        name: {zh: 广东省, en: Guangdong}
        authority: {zh: 广东省通信管理局, en: Guangdong Communications Administration}
        prefix: 粤
        version: 1.0.0
        date: 2026-01-01
        coverage: local
        """;

    private FilingCase filing;
    private Set<String> suffixes;
    private RuleBook same;
    private RuleBook whole;
    private KieBase drools;

    /** Prints the rates beside each other. */
    public static void main(String[] arguments) throws RunnerException {
        var results = new Runner(new OptionsBuilder().include(RulesBenchmark.class.getSimpleName()).build()).run();
        Map<String, Double> rates = results.stream().collect(Collectors.toMap(r -> r.getParams().getBenchmark()
            .replaceAll(".*\\.", ""), RulesBenchmark::rate));
        rates.forEach((name, rate) -> System.out.printf("%-16s %,12.0f /s  %5.2f of Drools  %5.2f of hand-written%n", name, rate,
            rate / rates.get("drools"), rate / rates.get("handWritten")));
        System.out.println("JVM " + System.getProperty("java.vm.version") + " " + results.iterator().next().getParams().getJvmArgs());
    }

    private static double rate(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    /** Reads the rules. */
    @Setup
    public void prepare() throws IOException, RuleFileException {
        FilingCase one = new SampleCase().withPrincipal("mobile", "17000000000").withPrincipal("longTerm", false)
            .withPrincipal("validUntil", "2040-01-01").filing();
        InternetService service = one.application().services().get(0);
        filing = new FilingCase(one.orderId(), one.type(), new Application(one.application().organizer(),
            List.of(service, service), Map.of()), one.materials(), one.resources(), one.account(), one.judgedOn());
        String national = resource(NATIONAL);
        RuleFile province = RuleFiles.read(PROVINCE, "province", "1.0.0");
        whole = RuleFiles.book(List.of(RuleFiles.read(national, "national", "1.0.0"), province));
        same = RuleFiles.book(List.of(RuleFiles.read(part(national), "national", "1.0.0"), province));
        drools = compiled();
        check(42, same.judge(filing).outcomes().size());
        check(3, rules().size());
        check(3, handWritten().size());
        check(3, drools().size());
    }

    /** Our rules. */
    @Benchmark
    public List<Finding> rules() {
        return same.judge(filing).findings();
    }

    /** All national rules, for information. */
    @Benchmark
    public List<Finding> allNationalRules() {
        return whole.judge(filing).findings();
    }

    /** The baseline without an engine. */
    @Benchmark
    public List<Finding> handWritten() {
        return HandWritten.check(CheckedOrder.of(filing, suffixes));
    }

    /** The baseline with an engine: executable model, stateless session. */
    @Benchmark
    public List<Finding> drools() {
        List<Finding> findings = new ArrayList<>();
        StatelessKieSession session = drools.newStatelessKieSession();
        session.setGlobal("findings", findings);
        session.execute(CheckedOrder.of(filing, suffixes));
        return findings;
    }

    /** The national file with nothing but the rules of the comparison. */
    @SuppressWarnings("unchecked")
    private String part(String national) {
        DumperOptions dumping = new DumperOptions();
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(dumping), dumping, new LoaderOptions(),
            new Words());
        Map<String, Object> file = yaml.load(national);
        List.of("materials", "fields", "limits", "notes", "readings", "unknown").forEach(file::remove);
        ((List<Map<String, Object>>) file.get("rules")).removeIf(rule -> !RULES.contains(rule.get("id")));
        suffixes = Set.copyOf(((Map<String, List<String>>) file.get("lists")).get("approved-suffixes"));
        return yaml.dumpAsMap(file);
    }

    /** Leaves every value a text, as rule files are read. */
    private static final class Words extends Resolver {
        @Override
        protected void addImplicitResolvers() {
        }
    }

    private KieBase compiled() throws IOException {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/org/openbeian/benchmarks/rules.drl", resource("/org/openbeian/benchmarks/rules.drl"));
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (!builder.getResults().getMessages().isEmpty()) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static void check(int expected, int actual) {
        if (expected != actual) {
            throw new IllegalStateException("expected " + expected + ", was " + actual);
        }
    }

    private static String resource(String path) throws IOException {
        try (InputStream in = RulesBenchmark.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
