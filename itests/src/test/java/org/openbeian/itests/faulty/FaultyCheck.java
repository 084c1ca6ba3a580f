package org.openbeian.itests.faulty;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.RuleCheck;

/** A plugin that does what the remark of an order tells it to: everything that a plugin must not do. */
public final class FaultyCheck implements RuleCheck {

    /** Id of the check. */
    public static final String ID = "faulty-check";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String provinceId() {
        return "620000";
    }

    @Override
    public List<Finding> check(FilingCase filing) {
        Organizer organizer = filing.application().organizer();
        String remark = organizer == null || organizer.remark() == null ? "" : organizer.remark();
        return switch (remark) {
            case "throw" -> throw new IllegalStateException("made to fail");
            case "null" -> null;
            case "hang" -> hang();
            case "eat" -> eat();
            default -> List.of();
        };
    }

    /** Also when it is interrupted. */
    private static List<Finding> hang() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static List<Finding> eat() {
        List<byte[]> eaten = new ArrayList<>();
        while (true) {
            eaten.add(new byte[1_000_000]);
        }
    }
}
