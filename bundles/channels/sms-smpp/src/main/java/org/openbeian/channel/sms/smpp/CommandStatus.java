package org.openbeian.channel.sms.smpp;

import java.util.Set;
import org.openbeian.api.channel.ChannelFailure;
import org.openbeian.api.channel.DeliveryResult;

/** What the command_status of an answer to submit_sm says (SMPP 3.4, 5.1.3, table 5-2). */
final class CommandStatus {

    /** About this message: its length, receivers and their kind of number, class, times, parameters, rejected, failed for good. */
    private static final Set<Integer> MESSAGE = Set.of(0x01, 0x0b, 0x33, 0x34, 0x40, 0x43, 0x44, 0x45, 0x50, 0x51, 0x61, 0x62, 0x63, 0x65,
        0x66, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xfe);
    /**
     * About us, thus about every message: commands, the bind, flags that we set alike on all, our sender and its kind of number, our
     * name, password, kinds of service and system.
     */
    private static final Set<Integer> OURS = Set.of(0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x0a, 0x0d, 0x0e, 0x0f, 0x15, 0x42, 0x48, 0x49,
        0x53, 0x54);

    private CommandStatus() {
    }

    /**
     * Judges a refusal. What is neither about the message nor about us passes: a full queue (0x14), throttling (0x58), errors of the
     * centre (0x08, 0x64, 0xff), and codes that carriers have of their own.
     *
     * @throws ChannelFailure when the SMS centre takes nothing from us until somebody changes it
     */
    static DeliveryResult judge(int status) throws ChannelFailure {
        String reason = name(status);
        if (OURS.contains(status)) {
            throw new ChannelFailure("the SMS centre takes nothing from us: " + reason, null);
        }
        return MESSAGE.contains(status) ? DeliveryResult.refused(reason) : DeliveryResult.retryLater(reason);
    }

    static String name(int status) {
        return "command_status 0x%08x".formatted(status);
    }
}
