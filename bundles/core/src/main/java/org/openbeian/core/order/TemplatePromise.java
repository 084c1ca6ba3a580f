package org.openbeian.core.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.channel.Notices;
import org.openbeian.api.security.Role;
import org.openbeian.api.store.AccountStore;
import org.openbeian.api.store.DurableTask;
import org.openbeian.api.store.SettingsStore;
import org.openbeian.api.store.TemplateStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.api.template.IdentityTemplate;
import org.openbeian.core.message.Times;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Reminds specialists of templates whose time is almost over, and tells operators and them of those that it is over for (T-16). It
 * looks now and then at what came up since the last look, also while the server was down; each template is told of once in time and
 * once too late, and again when it is handed in anew.
 */
@Component(service = DurableTask.class, immediate = true)
public final class TemplatePromise implements DurableTask {

    static final String NAME = "template-promise";

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int TOLD = 50;

    private final Transactions transactions;
    private final TemplateStore templates;
    private final AccountStore accounts;
    private final SettingsStore kept;
    private final CoreSettings settings;
    private final Notices notices;
    private final Clock clock;

    /** Created by Declarative Services. */
    @Activate
    public TemplatePromise(@Reference Transactions transactions, @Reference TemplateStore templates, @Reference AccountStore accounts,
            @Reference SettingsStore kept, @Reference CoreSettings settings, @Reference Notices notices,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Clock clock) {
        this.transactions = transactions;
        this.templates = templates;
        this.accounts = accounts;
        this.kept = kept;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Instant> standing() {
        return Map.of("all", clock.instant().plus(PAUSE));
    }

    /** One transaction: what breaks off is told by the next run. */
    @Override
    public Optional<Instant> run(String key) {
        Instant now = clock.instant();
        transactions.run(() -> {
            // What was late before the first look stands in the list of templates; telling all of it at once would hide what is new.
            Instant last = kept.get(NAME).map(Instant::parse).orElse(now);
            Duration ahead = Duration.ofHours(settings.get().template_reminder_hours());
            List<String> specialists = accounts.withRole(Role.SPECIALIST, TOLD);
            templates.dueWithin(last, now.plus(ahead)).forEach(one -> {
                if (!one.due().isAfter(now)) {
                    Set<String> both = new LinkedHashSet<>(accounts.withRole(Role.OPERATOR, TOLD));
                    both.addAll(specialists);
                    tell("template-late", one, both);
                } else if (one.due().isAfter(last.plus(ahead)) || one.submittedAt().isAfter(last)) {
                    tell("template-warned", one, specialists);
                }
            });
            kept.put(NAME, now.toString());
        });
        return Optional.of(now.plus(PAUSE));
    }

    private void tell(String message, IdentityTemplate template, Iterable<String> who) {
        who.forEach(account -> notices.tell(new Notices.Notice(message, account, null,
            "template:" + template.id() + ":" + template.submittedAt().toEpochMilli(),
            Map.of("template", template.id(), "due", Times.time(template.due())))));
    }
}
