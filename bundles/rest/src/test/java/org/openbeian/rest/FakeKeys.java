package org.openbeian.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeian.api.key.ErasureCertificate;
import org.openbeian.api.key.ErasureKind;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Actor;

/** Keys in memory; only what is called done is at its end. */
final class FakeKeys implements KeyRotation, Erasures {

    private final List<ErasureCertificate> certificates = new ArrayList<>();

    @Override
    public Status status() {
        return new Status("m-2", Map.of("m-1", 1L, "m-2", 2L), 1);
    }

    @Override
    public Status rotate(Actor actor) {
        return status();
    }

    @Override
    public Status retire(Actor actor, String master) {
        if (!master.equals("m-0")) {
            throw new IllegalArgumentException("the master key " + master + " still wraps 1 data keys");
        }
        return status();
    }

    @Override
    public List<String> plan(ErasureKind kind, String id) {
        if (!id.equals("done")) {
            throw new Refusal(Refusal.Kind.WRONG_STATE, "order-open", "nothing is erased while an order is open: " + id);
        }
        return List.of(id);
    }

    @Override
    public synchronized ErasureCertificate erase(Actor actor, ErasureKind kind, String id, String reason) {
        plan(kind, id);
        ErasureCertificate certificate = new ErasureCertificate("c" + certificates.size(), Instant.EPOCH, actor.account(), kind, id,
                reason, Map.of(id, "0011"), Map.of("pictures", 2L), "ab".repeat(32));
        certificates.add(certificate);
        return certificate;
    }

    @Override
    public synchronized Optional<ErasureCertificate> find(String certificateId) {
        return certificates.stream().filter(one -> one.id().equals(certificateId)).findFirst();
    }

    @Override
    public synchronized List<ErasureCertificate> list(int limit) {
        return List.copyOf(certificates);
    }
}
