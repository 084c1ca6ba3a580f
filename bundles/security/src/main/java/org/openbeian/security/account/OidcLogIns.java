package org.openbeian.security.account;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.http.OutgoingHttp;
import org.openbeian.api.key.KeyVault;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Permission;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.CredentialStore;
import org.openbeian.api.store.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Log-in at one OpenID Connect provider, with its bearer tokens or with a browser. Roles are the linked account's, never the
 * token's. Thread-safe.
 */
@Component(configurationPid = "org.openbeian.security.oidc")
@Designate(ocd = OidcSettings.class)
public final class OidcLogIns implements ExternalLogIns {

    private static final long FETCH_MILLIS = 5_000;
    private static final int LONGEST = 300;

    private final CredentialStore store;
    private final AccountStore accountStore;
    private final Accounts accounts;
    private final Transactions transactions;
    private final AuditLog audit;
    private final String issuer;
    private final String audience;
    private final OidcTokens tokens;
    private final OidcBrowser browser;
    private final Clock realTime = Clock.systemUTC();

    /** For the provider that is configured, if any. */
    @Activate
    public OidcLogIns(@Reference CredentialStore store, @Reference AccountStore accountStore, @Reference Accounts accounts,
            @Reference Transactions transactions, @Reference AuditLog audit, @Reference OutgoingHttp http,
            @Reference KeyVault vault, BundleContext context, OidcSettings settings) {
        this(store, accountStore, accounts, transactions, audit, http,
                value -> vault.resolve(value, "production".equalsIgnoreCase(context.getProperty("openbeian.profile"))), settings,
                FETCH_MILLIS);
    }

    OidcLogIns(CredentialStore store, AccountStore accountStore, Accounts accounts, Transactions transactions, AuditLog audit,
            OutgoingHttp http, UnaryOperator<String> secrets, OidcSettings settings, long fetchMillis) {
        this.store = store;
        this.accountStore = accountStore;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.issuer = settings.issuer();
        this.audience = settings.audience();
        this.tokens = issuer.isBlank() ? null : new OidcTokens(issuer, settings.jwks_uri(), http, fetchMillis);
        this.browser = tokens == null || settings.client_id().isBlank() ? null : new OidcBrowser(settings, tokens, http, secrets);
    }

    @Override
    public Begun begin() {
        if (browser == null) {
            throw new Refusal(Kind.NOT_FOUND, "no-provider", "browsers log in here with name and password; no provider is configured");
        }
        return browser.begin();
    }

    @Override
    public Optional<Actor> finish(String secret, String state, String code, String address) {
        return browser == null ? Optional.empty() : browser.finish(secret, state, code).flatMap(subject -> linked(subject, address));
    }

    @Override
    public Optional<Actor> bearer(String token, String address) {
        return subject(token).flatMap(subject -> linked(subject, address));
    }

    private Optional<Actor> linked(String subject, String address) {
        return store.identity(issuer, subject).flatMap(identity -> accounts.actor(identity.account(), address));
    }

    @Override
    public Identity link(Actor actor, String token) {
        String subject = subject(token).orElseThrow(
                () -> new Refusal(Kind.INVALID, "token-refused", "the token is not one of the provider's, or it has expired"));
        return add(actor, actor.account(), issuer, subject);
    }

    @Override
    public Identity link(Actor actor, String account, String provider, String subject) {
        if (!actor.may(Permission.MANAGE_ACCOUNTS)) {
            throw new Refusal(Kind.FORBIDDEN, "not-permitted", "this needs the permission " + Permission.MANAGE_ACCOUNTS);
        }
        if (provider == null || subject == null || provider.isBlank() || subject.isBlank() || provider.length() > LONGEST
                || subject.length() > LONGEST) {
            throw new Refusal(Kind.INVALID, "identity-invalid", "name an issuer and a subject of at most " + LONGEST + " characters");
        }
        var owner = accountStore.find(account)
                .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "account-not-found", "there is no such account"));
        AccountService.needFor(actor, owner.roles());
        return add(actor, account, provider, subject);
    }

    private Identity add(Actor actor, String account, String provider, String subject) {
        Identity identity = new Identity(provider, subject, account, realTime.instant().truncatedTo(ChronoUnit.MILLIS));
        return transactions.call(() -> {
            if (!store.addIdentity(identity)) {
                throw new Refusal(Kind.INVALID, "identity-taken", "the identity is linked to an account already");
            }
            audit.record(actor, "identity.link", "account", account, null, Map.of("issuer", provider));
            return identity;
        });
    }

    @Override
    public List<Identity> list(Actor actor, String account) {
        AccountService.needOwnOrManaged(actor, account, accountStore);
        return store.identities(account);
    }

    @Override
    public void unlink(Actor actor, String account, String provider, String subject) {
        AccountService.needOwnOrManaged(actor, account, accountStore);
        transactions.run(() -> {
            if (!store.removeIdentity(account, provider, subject)) {
                throw new Refusal(Kind.NOT_FOUND, "identity-not-found", "there is no such identity");
            }
            audit.record(actor, "identity.unlink", "account", account, null, Map.of("issuer", provider));
        });
    }

    /** Whom a good token names; empty for every other token. */
    private Optional<String> subject(String token) {
        return tokens == null ? Optional.empty() : tokens.claims(token, audience).map(JWTClaimsSet::getSubject);
    }
}
