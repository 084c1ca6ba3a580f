package org.openbeian.rest;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.time.Clock;
import java.util.List;
import org.openbeian.api.account.AccountAdmin;
import org.openbeian.api.account.ApiKeys;
import org.openbeian.api.account.ContactCodes;
import org.openbeian.api.account.Delegations;
import org.openbeian.api.account.ExternalLogIns;
import org.openbeian.api.account.RealNames;
import org.openbeian.api.account.Sessions;
import org.openbeian.api.audit.AuditLog;
import org.openbeian.api.audit.ChainVerifier;
import org.openbeian.api.billing.Billing;
import org.openbeian.api.butler.Butlers;
import org.openbeian.api.channel.Endpoints;
import org.openbeian.api.channel.MessageTemplates;
import org.openbeian.api.channel.NotificationPreferences;
import org.openbeian.api.channel.ReceiptReader;
import org.openbeian.api.channel.Receipts;
import org.openbeian.api.effect.Lanes;
import org.openbeian.api.eligibility.Eligibility;
import org.openbeian.api.key.Erasures;
import org.openbeian.api.key.KeyRotation;
import org.openbeian.api.order.CallAppointments;
import org.openbeian.api.order.Clearances;
import org.openbeian.api.order.FilingTypes;
import org.openbeian.api.order.EventFeed;
import org.openbeian.api.order.Orders;
import org.openbeian.api.order.PersonSearch;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Rehearsals;
import org.openbeian.api.order.Reveals;
import org.openbeian.api.plugin.Plugins;
import org.openbeian.api.resource.AuthorizationCodes;
import org.openbeian.api.resource.ResourceInventory;
import org.openbeian.api.rules.FormTemplates;
import org.openbeian.api.rules.RuleBooks;
import org.openbeian.api.rules.RuleTrials;
import org.openbeian.api.security.Accounts;
import org.openbeian.api.store.DeliveryStore;
import org.openbeian.api.store.IdempotencyStore;
import org.openbeian.api.store.InboxStore;
import org.openbeian.api.store.RegisterStore;
import org.openbeian.api.store.Retention;
import org.openbeian.api.store.Transactions;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the resources work with. Every service may come and go while requests are served, so that the interface answers
 * from the first moment on and survives the replacement of any bundle behind it: while something is missing the answer is
 * 503 with Retry-After. Thread-safe.
 */
@Component(service = Services.class)
public final class Services {

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Orders orders;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Clearances clearances;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Accounts accounts;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile AccountAdmin accountAdmin;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Delegations delegations;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile ApiKeys apiKeys;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile ExternalLogIns externalLogIns;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile ContactCodes contactCodes;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile RealNames realNames;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Sessions sessions;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile RuleBooks ruleBooks;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile ResourceInventory inventory;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile RegisterStore register;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile DeliveryStore deliveries;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile InboxStore inbox;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile MessageTemplates templates;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile NotificationPreferences preferences;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Endpoints endpoints;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Receipts receipts;

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    volatile List<ReceiptReader> receiptReaders = List.of();

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile IdempotencyStore idempotency;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Transactions transactions;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Lanes lanes;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Reveals reveals;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile FilingTypes filingTypes;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile CallAppointments callAppointments;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Rehearsals rehearsals;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile EventFeed eventFeed;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile PersonSearch personSearch;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Butlers butlers;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Billing billing;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Retention retention;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile AuditLog audit;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile RuleTrials trials;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile AuthorizationCodes codes;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Eligibility eligibility;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile FormTemplates forms;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Plugins plugins;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile KeyRotation keyRotation;

    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Erasures erasures;

    /** The server's, which may be virtual: on its day the rules are those in force. */
    @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
    volatile Clock clock;

    /** The machine's, not the server's, which may be virtual: how long a key is kept is a promise to clients that are not. */
    volatile Clock realTime = Clock.systemUTC();

    @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
    volatile List<ChainVerifier> verifiers = List.of();

    Orders orders() {
        return present(orders, "orders");
    }

    Clearances clearances() {
        return present(clearances, "clearances");
    }

    MessageTemplates templates() {
        return present(templates, "templates");
    }

    NotificationPreferences preferences() {
        return present(preferences, "preferences");
    }

    Receipts receipts() {
        return present(receipts, "receipts");
    }

    Endpoints endpoints() {
        return present(endpoints, "endpoints");
    }

    Accounts accounts() {
        return present(accounts, "accounts");
    }

    AccountAdmin accountAdmin() {
        return present(accountAdmin, "management of accounts");
    }

    Sessions sessions() {
        return present(sessions, "sessions");
    }

    ApiKeys apiKeys() {
        return present(apiKeys, "keys of machines");
    }

    Delegations delegations() {
        return present(delegations, "delegations");
    }

    ExternalLogIns externalLogIns() {
        return present(externalLogIns, "log-in through a provider");
    }

    RealNames realNames() {
        return present(realNames, "real names");
    }

    ContactCodes contactCodes() {
        return present(contactCodes, "verification codes");
    }

    RuleBooks ruleBooks() {
        return present(ruleBooks, "rules");
    }

    ResourceInventory inventory() {
        return present(inventory, "resource inventory");
    }

    RegisterStore register() {
        return present(register, "register");
    }

    DeliveryStore deliveries() {
        return present(deliveries, "deliveries");
    }

    InboxStore inbox() {
        return present(inbox, "inbox");
    }

    IdempotencyStore idempotency() {
        return present(idempotency, "idempotency keys");
    }

    Transactions transactions() {
        return present(transactions, "store");
    }

    Lanes lanes() {
        return present(lanes, "lanes");
    }

    Retention retention() {
        return present(retention, "retention");
    }

    Butlers butlers() {
        return present(butlers, "butler (feature openbeian-butler)");
    }

    Billing billing() {
        return present(billing, "billing (feature openbeian-butler)");
    }

    PersonSearch personSearch() {
        return present(personSearch, "search by number");
    }

    Rehearsals rehearsals() {
        return present(rehearsals, "rehearsals");
    }

    FilingTypes filingTypes() {
        return present(filingTypes, "orders about what is filed");
    }

    CallAppointments callAppointments() {
        return present(callAppointments, "appointments for calls");
    }

    EventFeed eventFeed() {
        return present(eventFeed, "events");
    }

    Reveals reveals() {
        return present(reveals, "reveals");
    }

    AuditLog audit() {
        return present(audit, "audit");
    }

    FormTemplates forms() {
        return present(forms, "forms to fill in");
    }

    List<ChainVerifier> verifiers() {
        return present(verifiers.isEmpty() ? null : List.copyOf(verifiers), "hash chains");
    }

    Eligibility eligibility() {
        return present(eligibility, "eligibility");
    }

    AuthorizationCodes codes() {
        return present(codes, "authorization codes");
    }

    RuleTrials trials() {
        return present(trials, "rule trials");
    }

    Plugins plugins() {
        return present(plugins, "plugin list");
    }

    KeyRotation keyRotation() {
        return present(keyRotation, "key rotation");
    }

    Erasures erasures() {
        return present(erasures, "erasures");
    }

    Clock clock() {
        return present(clock, "clock");
    }

    Clock realTime() {
        return realTime;
    }

    private static <T> T present(T service, String name) {
        if (service == null) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "not-ready",
                    "the server is starting or a part of it is being replaced: " + name + "; try again shortly");
        }
        return service;
    }
}
