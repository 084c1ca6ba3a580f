package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.ServiceLevel;
import org.openbeian.api.order.ServiceLevel.Split;
import org.openbeian.api.order.ServiceLevel.Stage;
import org.openbeian.api.store.StageStore;
import org.openbeian.core.time.ChinaWorkingDays;
import org.openbeian.testkit.Requirement;

public class StageTimesTest {

    /** A Monday. */
    private static final Instant FROM = Instant.parse("2026-11-02T02:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));

    private static final Set<Stage> ALL = EnumSet.allOf(Stage.class);

    private final Desk desk = new Desk();
    private final List<Runnable> stays = new ArrayList<>();
    private Consumer<StageStore.Stay> visitor;
    private final StageTimes times = new StageTimes((from, until, stages, each) -> {
        assertEquals(List.of(FROM, UNTIL, ALL), List.of(from, until, stages));
        visitor = each;
        stays.forEach(Runnable::run);
    }, desk.transactions, desk.rules, new ChinaWorkingDays(), desk.settings);

    private void stay(Stage stage, String province, Duration time) {
        stays.add(() -> visitor.accept(new StageStore.Stay(stage, province, null, FilingType.FIRST, FROM, FROM.plus(time))));
    }

    private void message(String channel, String province, int seconds) {
        stays.add(() -> visitor.accept(new StageStore.Stay(Stage.MESSAGE, province, channel, null, FROM, FROM.plusSeconds(seconds))));
    }

    @Test
    @Requirement("W-31")
    public void messagesAreToldApartByChannelAndProvince() {
        message("email", "440000", 4);
        message("email", "620000", 8);
        message("sms-smpp", null, 20);
        stay(Stage.SMS, "440000", Duration.ofHours(1));
        assertEquals(List.of("SMS null null 3600", "MESSAGE null null 20"), told(Set.of()));
        assertEquals(List.of("SMS null null 3600", "MESSAGE null email 8", "MESSAGE null sms-smpp 20"), told(Set.of(Split.CHANNEL)));
        assertEquals(List.of("SMS 440000 null 3600", "MESSAGE null sms-smpp 20", "MESSAGE 440000 email 4", "MESSAGE 620000 email 8"),
            told(Set.of(Split.CHANNEL, Split.PROVINCE)));
    }

    private List<String> told(Set<Split> apart) {
        return times.measure(SAM, FROM, UNTIL, ALL, apart).stream().map(level -> level.stage() + " " + level.provinceId() + " "
            + level.channel() + " " + level.slowestSeconds()).toList();
    }

    @Test
    @Requirement({"W-31", "W-06"})
    public void halfAndNineOfTenAreTold() {
        for (int i = 10; i >= 1; i--) {
            stay(Stage.PRE_REVIEW, i % 2 == 0 ? "440000" : "620000", Duration.ofHours(i * 3));
        }
        ServiceLevel all = times.measure(SAM, FROM, UNTIL, ALL, Set.of()).get(0);
        assertEquals(new ServiceLevel(Stage.PRE_REVIEW, null, null, 1, 0, 10, 2, 15 * 3600, 27 * 3600, 30 * 3600), all);
        List<ServiceLevel> apart = times.measure(SAM, FROM, UNTIL, ALL, Set.of(Split.PROVINCE));
        assertEquals(List.of("440000", "620000"), apart.stream().map(ServiceLevel::provinceId).toList());
        assertEquals(List.of(18 * 3600L, 15 * 3600L), apart.stream().map(ServiceLevel::medianSeconds).toList());
    }

    @Test
    @Requirement("W-30")
    public void lateIsWhatTookLongerThanPromised() {
        stay(Stage.SMS, "440000", Duration.ofHours(24));
        stay(Stage.SMS, "440000", Duration.ofHours(25));
        stay(Stage.AUTHORITY, "440000", Duration.ofDays(5));
        stay(Stage.AUTHORITY, "440000", Duration.ofDays(100));
        stay(Stage.WHOLE, "440000", Duration.ofDays(100));
        List<ServiceLevel> levels = times.measure(SAM, FROM, UNTIL, ALL, Set.of());
        assertEquals(List.of(Stage.SMS, Stage.AUTHORITY, Stage.WHOLE), levels.stream().map(ServiceLevel::stage).toList());
        assertEquals(List.of(1L, 1L, 0L), levels.stream().map(ServiceLevel::late).toList());
        assertEquals(24, levels.get(0).promisedHours());
    }

    @Test
    public void nothingIsToldToApplicantsOrOfNoTime() {
        assertEquals("not-permitted", code(() -> times.measure(ALICE, FROM, UNTIL, ALL, Set.of())));
        assertEquals("empty-span", code(() -> times.measure(SAM, FROM, FROM, ALL, Set.of())));
        assertEquals(List.of(), times.measure(SAM, FROM, UNTIL, ALL, Set.of(Split.PROVINCE)));
    }
}
