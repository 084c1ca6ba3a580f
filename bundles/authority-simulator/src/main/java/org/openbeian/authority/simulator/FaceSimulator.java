package org.openbeian.authority.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.openbeian.api.account.IdentityVerifier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Stands for a provider of face videos. Whoever is sent there goes through at once, is himself and sits in the province that his
 * document's number names; unless his name holds {@value #STRANGER} (another face), {@value #ABROAD} (an address of another
 * province), {@value #HIDDEN} (the back of the document was not shown) or {@value #SLOW} (he does not go). Like the whole bundle it
 * does not start in the production profile.
 */
@Component
public final class FaceSimulator implements IdentityVerifier {

    static final String STRANGER = "不符";
    static final String ABROAD = "异地";
    static final String HIDDEN = "缺面";
    static final String SLOW = "未到";

    private static final String ELSEWHERE = "810000";
    private static final Duration LINK = Duration.ofHours(2);
    private static final Duration VALID = Duration.ofHours(72);

    private final Clock clock;
    private final AtomicLong number = new AtomicLong();

    /** Created by Declarative Services. */
    @Activate
    public FaceSimulator(@Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.clock = clock;
    }

    /** The session's id says what will become of it, so that nothing is to be remembered over a restart. */
    @Override
    public Session open(Person person) {
        Instant now = clock.instant();
        String fate = person.name().contains(SLOW) ? "slow" : person.name().contains(STRANGER) ? "stranger"
            : person.name().contains(HIDDEN) ? "hidden" : "passed";
        String home = person.certificateNumber().matches("[1-6][0-9].*") ? person.certificateNumber().substring(0, 2) + "0000" : ELSEWHERE;
        String id = fate + "-" + (person.name().contains(ABROAD) ? ELSEWHERE : home) + "-" + now.toEpochMilli() + "-"
            + number.incrementAndGet();
        return new Session(id, "https://face.example/" + id, now.plus(LINK));
    }

    @Override
    public Outcome outcome(String sessionId) {
        String[] parts = sessionId.split("-");
        if (parts[0].equals("slow")) {
            return new Outcome(null, null, null, false, false, null, null);
        }
        Instant now = clock.instant();
        return new Outcome(!parts[0].equals("stranger"), "203.0.113.9", parts[1], true, !parts[0].equals("hidden"), now,
            now.plus(VALID));
    }
}
