package org.openbeian.rest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;

/** Identities in memory at one provider, whose tokens begin with {@code good} and are the subjects themselves. */
final class FakeIdentities implements ExternalLogIns {

    private final Accounts accounts;
    private final List<Identity> identities = new ArrayList<>();

    FakeIdentities(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Begun begin() {
        return new Begun(URI.create("https://login.example.com/auth?state=s"), "browsers-secret");
    }

    @Override
    public Optional<Actor> finish(String secret, String state, String code, String address) {
        return secret.equals("browsers-secret") && state.equals("s") ? bearer(code, address) : Optional.empty();
    }

    @Override
    public synchronized Optional<Actor> bearer(String token, String address) {
        return identities.stream().filter(one -> one.subject().equals(token)).findFirst()
                .flatMap(one -> accounts.actor(one.account(), address));
    }

    @Override
    public Identity link(Actor actor, String token) {
        if (!token.startsWith("good")) {
            throw new Refusal(Refusal.Kind.INVALID, "token-refused", "the token is not one of the provider's");
        }
        return link(actor, actor.account(), "provider", token);
    }

    @Override
    public synchronized Identity link(Actor actor, String account, String issuer, String subject) {
        Identity identity = new Identity(issuer, subject, account, Instant.EPOCH);
        identities.add(identity);
        return identity;
    }

    @Override
    public synchronized List<Identity> list(Actor actor, String account) {
        return identities.stream().filter(one -> one.account().equals(account)).toList();
    }

    @Override
    public synchronized void unlink(Actor actor, String account, String issuer, String subject) {
        if (!identities.removeIf(one -> one.account().equals(account) && one.subject().equals(subject))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "identity-not-found", "there is no such identity");
        }
    }
}
