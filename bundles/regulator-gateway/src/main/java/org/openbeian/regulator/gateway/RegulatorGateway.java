package org.openbeian.regulator.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openbeian.api.authority.AuthorityGateway;
import org.openbeian.api.authority.AuthorityResult;
import org.openbeian.api.authority.AuthorityUnavailable;
import org.openbeian.api.authority.DamagedFile;
import org.openbeian.api.authority.FiledStatus;
import org.openbeian.api.authority.FilingSubmission;
import org.openbeian.api.authority.PreparedUpload;
import org.openbeian.api.authority.PreviousUpload;
import org.openbeian.api.authority.ReportUpload;
import org.openbeian.api.authority.ResultFile;
import org.openbeian.api.authority.UploadOutcome;
import org.openbeian.api.authority.ValidCodes;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.report.ReportFault;
import org.openbeian.api.report.ReportField;
import org.openbeian.api.report.ReportKind;
import org.openbeian.api.report.ReportPart;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.regulator.gateway.client.CallFailed;
import org.openbeian.regulator.gateway.client.IspClient;
import org.openbeian.regulator.gateway.payload.DownloadReader;
import org.openbeian.regulator.gateway.payload.Extension;
import org.openbeian.regulator.gateway.payload.ReportCheck;
import org.openbeian.regulator.gateway.payload.ReportForms;
import org.openbeian.regulator.gateway.payload.ReportParts;
import org.openbeian.regulator.gateway.payload.UploadDocument;
import org.openbeian.regulator.gateway.payload.UploadRecord;
import org.openbeian.regulator.gateway.payload.UploadWriter;
import org.openbeian.regulator.gateway.wire.EncodedFile;
import org.openbeian.regulator.gateway.wire.FileCodec;
import org.openbeian.regulator.gateway.wire.ReturnCode;
import org.openbeian.regulator.gateway.wire.ReturnMessage;
import org.openbeian.regulator.gateway.wire.WireException;
import org.openbeian.regulator.gateway.wire.WireSecurity;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationException;
import org.osgi.service.cm.ManagedServiceFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The port to the authorities over the ministry's interface V3.0, for every account that is configured. Immediate: a delayed
 * component is thrown away, with its accounts, when Configuration Admin lets go of it after an update.
 */
@Component(service = {AuthorityGateway.class, ManagedServiceFactory.class}, immediate = true,
    configurationPolicy = ConfigurationPolicy.IGNORE, property = "service.pid=" + GatewayConfiguration.FACTORY_PID)
public final class RegulatorGateway implements AuthorityGateway, ManagedServiceFactory {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration SHORT_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONG_PAUSE = Duration.ofMinutes(30);
    private static final int MAX_DOCUMENT_BYTES = 200 * 1024 * 1024;

    private final Accounts accounts;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
        policyOption = ReferencePolicyOption.GREEDY)
    volatile RuleBooks books;

    /** Secrets that the configurations name are asked of the vault at every call. */
    @Activate
    public RegulatorGateway(@Reference Clock clock, @Reference(policyOption = ReferencePolicyOption.GREEDY) KeyVault vault,
        BundleContext context) {
        this(clock, value -> vault.resolve(value, "production".equalsIgnoreCase(context.getProperty("openbeian.profile"))));
    }

    RegulatorGateway(Clock clock, UnaryOperator<String> secrets) {
        this.clock = clock;
        this.accounts = new Accounts(secrets);
    }

    @Override
    public String getName() {
        return "Upload accounts at authorities";
    }

    @Override
    public void updated(String pid, Dictionary<String, ?> properties) throws ConfigurationException {
        accounts.update(pid, properties);
    }

    @Override
    public void deleted(String pid) {
        accounts.remove(pid);
    }

    @Override
    public boolean isConfigured(String authorityId) {
        return accounts.find(authorityId).isPresent();
    }

    @Override
    public FiledStatus status(String authorityId, CertificateType certificate, String value) throws AuthorityUnavailable {
        ReturnMessage.FilingStatus status = call(authorityId, client ->
            client.filingStatus(certificate == null ? 0 : certificate.code(), value)).status();
        if (status == null) {
            throw new AuthorityUnavailable("authority " + authorityId + " did not say whether it is filed", null);
        }
        return new FiledStatus(status.filed(), status.organizerNumber(), status.serviceNumber());
    }

    @Override
    public boolean takesApps(String authorityId) {
        return accounts.find(authorityId).filter(this::isExtended).isPresent();
    }

    /** Whether an authority takes X.1.0: as its account says, otherwise as the profile of its province does; without one it does not. */
    private boolean isExtended(Accounts.Account account) {
        RuleBooks present = books;
        String agreed = !account.version().isEmpty() || present == null ? account.version()
            : present.current().profile(account.authorityId()).map(ProvinceProfile::interfaceProfile).orElse("");
        return agreed.equals(Extension.VERSION);
    }

    private Accounts.Account account(String authorityId) {
        return accounts.find(authorityId)
            .orElseThrow(() -> new IllegalStateException("no upload account for authority " + authorityId + " is configured"));
    }

    @Override
    public PreparedUpload prepare(String authorityId, List<FilingSubmission> filings, ValidCodes codes) {
        Accounts.Account account = account(authorityId);
        Map<Long, List<String>> problems = new LinkedHashMap<>();
        List<UploadRecord> records = new ArrayList<>();
        List<Long> submissions = new ArrayList<>();
        Map<Long, List<String>> leftOut = new LinkedHashMap<>();
        boolean extended = isExtended(account);
        for (FilingSubmission filing : filings) {
            List<String> entered = extended ? List.of() : Extensions.entered(filing.application());
            if (!entered.isEmpty()) {
                leftOut.put(filing.submissionNo(), entered);
            }
            FilingMapper mapper = new FilingMapper(filing, account.defaults(), extended);
            List<UploadRecord> mapped = mapper.map();
            if (mapped.isEmpty()) {
                problems.put(filing.submissionNo(), mapper.problems());
            }
            records.addAll(mapped);
            mapped.forEach(one -> submissions.add(filing.submissionNo()));
        }
        UploadDocument document = records.isEmpty() ? null : UploadWriter.write(account.client().settings().ispId(), records,
            account.numbers(), codes);
        if (document != null) {
            note(document, submissions, problems);
        }
        return problems.isEmpty() && document != null ? file(document, FileCodec.UPLOAD_ENTRY, leftOut)
            : new PreparedUpload(null, null, problems);
    }

    static void note(UploadDocument document, List<Long> numbers, Map<Long, List<String>> problems) {
        document.violations().forEach(violation -> problems
            .computeIfAbsent(numbers.get(Math.max(0, violation.record())), id -> new ArrayList<>())
            .add(violation.path() + " " + violation.message()));
    }

    @Override
    public List<ReportField> reportFields(ReportKind kind) {
        return ReportForms.fields(kind);
    }

    @Override
    public List<ReportFault> check(ReportKind kind, Map<String, Object> content, ValidCodes codes) {
        return ReportCheck.check(kind, content, codes);
    }

    @Override
    public List<ReportPart> reportParts(ReportKind kind, Map<String, Object> content) {
        return ReportParts.of(kind, content);
    }

    @Override
    public PreparedUpload prepareReports(String authorityId, List<ReportUpload> reports, ValidCodes codes) {
        Accounts.Account account = account(authorityId);
        return ReportFile.prepare(account.client().settings().ispId(), account.reportNames(), reports, codes);
    }

    static PreparedUpload file(UploadDocument document, String name, Map<Long, List<String>> leftOut) {
        try {
            byte[] zip = FileCodec.zip(document.bytes(), name, document.worthDeflating());
            return new PreparedUpload(zip, WireSecurity.fileHash(zip), Map.of(), leftOut);
        } catch (WireException e) {
            throw new IllegalArgumentException("too many filings for one file: " + e.getMessage(), e);
        }
    }

    @Override
    public UploadOutcome upload(String authorityId, long sequence, byte[] file, String digest) {
        IspClient client = account(authorityId).client();
        Duration closed = closedFor(client);
        if (!closed.isZero()) {
            return new UploadOutcome.TryLater("outside the hours of authority " + authorityId, closed);
        }
        try {
            return outcome(client.upload(sequence, file, digest));
        } catch (CallFailed e) {
            return e.sent() ? new UploadOutcome.Doubtful(e.getMessage()) : new UploadOutcome.TryLater(e.getMessage(), SHORT_PAUSE);
        }
    }

    /** An error that the document does not explain is doubtful: whether the file was taken is asked, never guessed. */
    private static UploadOutcome outcome(ReturnMessage answer) {
        if (answer.code() == ReturnCode.OK || answer.code() == ReturnCode.NOTHING_MORE) {
            return new UploadOutcome.Accepted();
        }
        return switch (ReturnCode.groupOf(answer.code())) {
            case STOP -> new UploadOutcome.ChannelBroken(answer.code(), answer.message());
            case REPAIR -> new UploadOutcome.BadFile(answer.code(), answer.message());
            case SEQUENCE -> new UploadOutcome.Gap(answer.missingSequences());
            case LATER -> new UploadOutcome.TryLater("code " + answer.code() + ": " + answer.message(),
                answer.code() == ReturnCode.TOO_MANY_FILES ? SHORT_PAUSE : LONG_PAUSE);
            case OK, OTHER -> new UploadOutcome.Doubtful("code " + answer.code() + ": " + answer.message());
        };
    }

    /** How long until calls are allowed again; zero when they are allowed now. */
    private Duration closedFor(IspClient client) {
        LocalTime now = clock.instant().atZone(SHANGHAI).toLocalTime();
        if (client.settings().isOpen(now)) {
            return Duration.ZERO;
        }
        Duration wait = Duration.between(now, client.settings().opens());
        return wait.isNegative() ? wait.plusDays(1) : wait;
    }

    @Override
    public PreviousUpload previousUpload(String authorityId) throws AuthorityUnavailable {
        ReturnMessage answer = call(authorityId, IspClient::previousUpload);
        ReturnMessage.ReturnedFile file = answer.file();
        if (file == null || file.sequence() == null) {
            throw new AuthorityUnavailable("authority " + authorityId + " did not say which upload it took last", null);
        }
        return new PreviousUpload(file.sequence(), file.sequence() == 0 ? null : file.content().hash());
    }

    @Override
    public ResultFile download(String authorityId) throws AuthorityUnavailable {
        ReturnMessage answer = call(authorityId, IspClient::download);
        ReturnMessage.ReturnedFile file = answer.file();
        if (file == null || file.content().content().isEmpty()) {
            return null;
        }
        return new ResultFile(file.name(), content(account(authorityId).client().codec(), file.content()), file.content().hash(),
            answer.code() == ReturnCode.MORE_WAITING);
    }

    /** What cannot be decrypted is handed on as it came: reading it will say that it is damaged. */
    private static byte[] content(FileCodec codec, EncodedFile file) {
        try {
            return codec.decode(file);
        } catch (WireException e) {
            return file.content().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public List<AuthorityResult> read(String authorityId, ResultFile file) throws DamagedFile {
        if (!WireSecurity.fileHash(file.content()).equals(file.digest())) {
            throw new DamagedFile("the hash of " + file.name() + " is not the one that came with it", null);
        }
        try {
            Instant now = clock.instant();
            long ispId = account(authorityId).client().settings().ispId();
            Instant written = ResultMapper.written(file.name(), now);
            return DownloadReader.read(FileCodec.unzip(file.content(), MAX_DOCUMENT_BYTES)).stream()
                .map(item -> ResultMapper.map(item, now, ispId, written)).toList();
        } catch (WireException e) {
            throw new DamagedFile(file.name() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void acknowledge(String authorityId, String fileName) throws AuthorityUnavailable {
        call(authorityId, client -> client.acknowledge(fileName));
    }

    private interface Exchange {
        ReturnMessage with(IspClient client) throws CallFailed;
    }

    private ReturnMessage call(String authorityId, Exchange exchange) throws AuthorityUnavailable {
        IspClient client = account(authorityId).client();
        if (!closedFor(client).isZero()) {
            throw new AuthorityUnavailable("outside the hours of authority " + authorityId, null);
        }
        try {
            ReturnMessage answer = exchange.with(client);
            if (ReturnCode.groupOf(answer.code()) != ReturnCode.Group.OK) {
                throw new AuthorityUnavailable("authority " + authorityId + " answered code " + answer.code() + ": " + answer.message(),
                    null);
            }
            return answer;
        } catch (CallFailed e) {
            throw new AuthorityUnavailable("authority " + authorityId + ": " + e.getMessage(), e);
        }
    }
}
