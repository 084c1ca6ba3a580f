package org.openbeian.security.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.store.ContactCodeStore;

/** Codes in memory. */
final class MemoryCodes implements ContactCodeStore {

    final List<Code> codes = new ArrayList<>();

    @Override
    public void add(Code code) {
        codes.add(code);
    }

    @Override
    public void remove(String id) {
        codes.removeIf(code -> code.id().equals(id));
    }

    @Override
    public Optional<Code> last(String account, String purpose, AddressKind kind) {
        return codes.stream().filter(code -> code.account().equals(account)
                && code.purpose().equals(purpose) && code.kind() == kind).reduce((a, b) -> b);
    }

    @Override
    public int sent(String account, String addressMark, Instant since) {
        return Math.max(count(code -> code.account().equals(account), since),
                count(code -> code.addressMark().equals(addressMark), since));
    }

    private int count(Predicate<Code> which, Instant since) {
        return (int) codes.stream().filter(which).filter(code -> code.sentAt().isAfter(since)).count();
    }

    @Override
    public boolean tryOnce(String id, int most, Instant now) {
        return replace(id, code -> code.tries() < most && code.expiresAt().isAfter(now), null);
    }

    @Override
    public boolean end(String id, Instant now) {
        return replace(id, code -> code.expiresAt().isAfter(now), now);
    }

    private boolean replace(String id, Predicate<Code> when, Instant end) {
        for (int i = 0; i < codes.size(); i++) {
            Code old = codes.get(i);
            if (old.id().equals(id) && when.test(old)) {
                codes.set(i, new Code(id, old.account(), old.purpose(), old.kind(), old.address(), old.addressMark(), old.codeMark(),
                        old.sentAt(), end == null ? old.expiresAt() : end, end == null ? old.tries() + 1 : old.tries()));
                return true;
            }
        }
        return false;
    }

    @Override
    public int trim(Instant before) {
        codes.removeIf(code -> code.sentAt().isBefore(before));
        return 0;
    }
}
