package org.openbeian.aftercare.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.openbeian.aftercare.simulator.Script.Fault;
import org.openbeian.aftercare.simulator.Script.Judgement;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Appointment;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Event;
import org.openbeian.api.publicsecurity.PublicSecurityCase.Part;
import org.openbeian.api.publicsecurity.PublicSecurityFilings.Details;
import org.openbeian.api.publicsecurity.PublicSecurityForm;
import org.openbeian.api.publicsecurity.PublicSecurityGateway;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Stands for the platform of public security, by the server's clock. How it treats the submissions of a domain is the file
 * {@code DOMAIN.properties} in {@code data/simulated-police}, that of all others {@code all.properties}: {@code organizer} and
 * {@code site} are USUAL, APPROVE, RETURN, INTERVIEW, VISIT or DECLINE, {@code days} until it answers, {@code reason} of a return,
 * and {@code fault} of the first time: LOST_ANSWER, LOST_CALL, BUSY, SLOW, SLOW_ANSWER or DUPLICATE. What it took lies in
 * {@code KEY.properties}, with how often it was called and how often it took it. Data are passed for data codes where {@code all} has
 * {@code code}: ISSUE gives a code after those days, FAIL the reason. It keeps no personal data. Thread-safe.
 */
@Component
public final class PoliceSimulator implements PublicSecurityGateway {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    /** Characters of the police by the first two digits; some differ from those of filing numbers (identifiers, section 11). */
    private static final Map<String, String> CHARACTERS = Map.ofEntries(Map.entry("11", "京"), Map.entry("12", "津"), Map.entry("13", "冀"),
        Map.entry("14", "晋"), Map.entry("15", "蒙"), Map.entry("21", "辽"), Map.entry("22", "吉"), Map.entry("23", "黑"),
        Map.entry("31", "沪"), Map.entry("32", "苏"), Map.entry("33", "浙"), Map.entry("34", "皖"), Map.entry("35", "闽"),
        Map.entry("36", "赣"), Map.entry("37", "鲁"), Map.entry("41", "豫"), Map.entry("42", "鄂"), Map.entry("43", "湘"),
        Map.entry("44", "粤"), Map.entry("45", "桂"), Map.entry("46", "琼"), Map.entry("50", "渝"), Map.entry("51", "川"),
        Map.entry("52", "贵"), Map.entry("53", "滇"), Map.entry("54", "藏"), Map.entry("61", "陕"), Map.entry("62", "甘"),
        Map.entry("63", "青"), Map.entry("64", "宁"), Map.entry("65", "新"));
    private static final int NOTICE_DAYS = 3;
    private static final long SLOW_MILLIS = 2000;

    private final Folder folder;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public PoliceSimulator(BundleContext context, @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this(Folder.of(context, "simulated-police"), clock);
    }

    PoliceSimulator(Folder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Outcome submit(Submission submission) {
        try {
            Script script = script(submission.form());
            Fault fault = called(submission.key()) == 1 ? script.fault() : Fault.NONE;
            if (fault == Fault.SLOW) {
                Thread.sleep(SLOW_MILLIS);
            }
            Outcome outcome = fault == Fault.BUSY ? new TryLater("busy") : fault == Fault.LOST_CALL ? new Doubtful("the connection broke")
                : outcome(submission, script, fault);
            if (fault == Fault.SLOW_ANSWER) {
                Thread.sleep(SLOW_MILLIS);
            }
            return outcome;
        } catch (IOException e) {
            return new Doubtful("the simulator cannot store it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Doubtful("interrupted");
        }
    }

    private Script script(PublicSecurityForm form) throws IOException {
        String domain = form.site() == null || form.site().domains().isEmpty() ? "all" : form.site().domains().get(0);
        Properties own = folder.read(domain);
        return Script.of(own.isEmpty() ? folder.read("all") : own);
    }

    private synchronized int called(String key) throws IOException {
        Properties kept = folder.read(key);
        int calls = Integer.parseInt(kept.getProperty("calls", "0")) + 1;
        kept.setProperty("calls", Integer.toString(calls));
        folder.write(key, kept);
        return calls;
    }

    private Outcome outcome(Submission submission, Script script, Fault fault) throws IOException {
        Judgement said = submission.part() == Part.ORGANIZER ? script.organizer() : script.site();
        if (said == Judgement.DECLINE) {
            return new Declined(script.reason());
        }
        String reference = take(submission, script, said, fault);
        return fault == Fault.LOST_ANSWER ? new Doubtful("no answer came") : new Taken(reference);
    }

    /** Takes it, once; one that is known keeps its number. */
    private synchronized String take(Submission submission, Script script, Judgement said, Fault fault) throws IOException {
        Properties kept = folder.read(submission.key());
        if (kept.getProperty("reference") == null) {
            boolean interactive = submission.form().site() != null && Boolean.TRUE.equals(submission.form().site().interactive());
            boolean usual = said == Judgement.USUAL;
            int no = next();
            kept.setProperty("reference", "SIM" + no);
            kept.setProperty("part", submission.part().name());
            kept.setProperty("said", (usual ? submission.part() == Part.SITE && interactive ? Judgement.INTERVIEW : Judgement.APPROVE
                : said).name());
            kept.setProperty("at", clock.instant().plus(Duration.ofDays(script.days())).toString());
            kept.setProperty("reason", script.reason());
            kept.setProperty("number", number(submission.provinceId(), no));
            kept.setProperty("twice", Boolean.toString(fault == Fault.DUPLICATE));
            kept.setProperty("pictures", Integer.toString(submission.pictures().size()));
        }
        kept.setProperty("taken", Integer.toString(Integer.parseInt(kept.getProperty("taken", "0")) + 1));
        folder.write(submission.key(), kept);
        return kept.getProperty("reference");
    }

    private int next() throws IOException {
        Properties serial = folder.read("_serial");
        int no = Integer.parseInt(serial.getProperty("last", "0")) + 1;
        serial.setProperty("last", Integer.toString(no));
        folder.write("_serial", serial);
        return no;
    }

    /** 14 digits: an area of the province, 02 and a serial (identifiers, section 11). */
    private static String number(String provinceId, int serial) {
        String province = provinceId.substring(0, 2);
        return CHARACTERS.get(province) + "公网安备" + province + "010002" + String.format(Locale.ROOT, "%06d", serial) + "号";
    }

    @Override
    public boolean passesData() {
        try {
            return folder.read("all").getProperty("code") != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first call passes the data; with LOST_ANSWER its answer is lost. */
    @Override
    public synchronized Optional<DataCode> dataCode(DataPassing passing) throws IOException {
        Script script = script(passing.form());
        Properties kept = folder.read(passing.key());
        if (kept.getProperty("code") == null) {
            kept.setProperty("code", "SIM-CODE-" + next());
            kept.setProperty("at", clock.instant().plus(Duration.ofDays(script.days())).toString());
            kept.setProperty("taken", "1");
            folder.write(passing.key(), kept);
            if (script.fault() == Fault.LOST_ANSWER) {
                throw new IOException("no answer came");
            }
        }
        Instant at = Instant.parse(kept.getProperty("at"));
        if (clock.instant().isBefore(at)) {
            return Optional.empty();
        }
        return Optional.of("FAIL".equalsIgnoreCase(folder.read("all").getProperty("code", "").strip())
            ? new DataCode(null, null, script.reason()) : new DataCode(kept.getProperty("code"), LocalDate.ofInstant(at, CHINA), null));
    }

    @Override
    public synchronized Optional<String> find(String key) throws IOException {
        return Optional.ofNullable(folder.read(key).getProperty("reference"));
    }

    @Override
    public synchronized List<Answer> answers(String key) throws IOException {
        Properties kept = folder.read(key);
        if (kept.getProperty("reference") == null) {
            throw new IOException("nothing of this key was taken");
        }
        List<Answer> answers = new ArrayList<>();
        Instant at = Instant.parse(kept.getProperty("at"));
        if (!clock.instant().isBefore(at)) {
            judge(kept, at, answers);
        }
        if (Boolean.parseBoolean(kept.getProperty("twice"))) {
            answers.addAll(List.copyOf(answers));
        }
        return answers;
    }

    private void judge(Properties kept, Instant at, List<Answer> answers) {
        boolean subject = Part.valueOf(kept.getProperty("part")) == Part.ORGANIZER;
        Judgement said = Judgement.valueOf(kept.getProperty("said"));
        if (said == Judgement.RETURN) {
            answers.add(new Answer("1", subject ? Event.ORGANIZER_RETURNED : Event.SITE_RETURNED, new Details(kept.getProperty("reason"),
                null, null, null, null)));
        } else if (subject) {
            answers.add(new Answer("1", Event.ORGANIZER_APPROVED, new Details(null, null, null, null, null)));
        } else if (said == Judgement.APPROVE) {
            answers.add(issued(kept, at));
        } else {
            meet(kept, at, said, answers);
        }
    }

    /** In the morning some days later; the number comes the day after. */
    private void meet(Properties kept, Instant at, Judgement said, List<Answer> answers) {
        LocalDate day = LocalDate.ofInstant(at, CHINA).plusDays(NOTICE_DAYS);
        Appointment appointment = new Appointment(day.atTime(LocalTime.of(9, 30)).atZone(CHINA).toInstant(), "网安大队（模拟）",
            List.of("营业执照", "身份证", "信息网络安全管理制度"));
        answers.add(new Answer("1", said == Judgement.VISIT ? Event.VISIT_CALLED : Event.INTERVIEW_CALLED, new Details(null, null,
            appointment, null, null)));
        Instant over = appointment.at().plus(Duration.ofDays(1));
        if (!clock.instant().isBefore(over)) {
            answers.add(issued(kept, over));
        }
    }

    private static Answer issued(Properties kept, Instant at) {
        return new Answer("2", Event.NUMBER_ISSUED, new Details(null, null, null, kept.getProperty("number"),
            LocalDate.ofInstant(at, CHINA)));
    }
}
