package org.openbeian.security.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openbeian.api.channel.ChannelTransport;
import org.openbeian.api.channel.ChannelTransport.Sent;
import org.openbeian.api.channel.DeliveryResult;
import org.openbeian.api.channel.NotificationChannel;
import org.openbeian.api.channel.NotificationChannel.AddressKind;
import org.openbeian.api.channel.OutgoingMessage;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.store.InboxStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages at once, over the highest-ranking channel that reaches an address. Where none does, a demonstration puts them
 * into the account's inbox instead; any other server refuses. Thread-safe.
 */
@Component(service = CodeSender.class)
public final class CodeSender {

    private static final Logger LOG = LoggerFactory.getLogger(CodeSender.class);

    /** In ascending order of ranking, as Declarative Services keeps them. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE)
    volatile List<NotificationChannel> channels = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ChannelTransport transport;

    private final InboxStore inbox;
    private final boolean demo;

    /** Created by Declarative Services. */
    @Activate
    public CodeSender(@Reference InboxStore inbox, BundleContext context) {
        this(inbox, "demo".equals(context.getProperty("openbeian.profile")));
    }

    CodeSender(InboxStore inbox, boolean demo) {
        this.inbox = inbox;
        this.demo = demo;
    }

    /**
     * Whether an address of this kind can be reached.
     *
     * @throws Refusal when it cannot
     */
    void checkReaches(AddressKind kind) {
        if (channel(kind).isEmpty() && !demo) {
            throw new Refusal(Kind.WRONG_STATE, "channel-missing", "no channel of this server reaches an address of kind "
                    + kind.name().toLowerCase(Locale.ROOT) + "; ask its operator to install and configure one");
        }
    }

    /**
     * Sends a message now.
     *
     * @throws Refusal when the channel did not take it
     */
    void send(AddressKind kind, OutgoingMessage message) {
        Optional<String> channel = channel(kind);
        if (channel.isEmpty()) {
            checkReaches(kind);
            inbox.put(message);
            return;
        }
        Sent sent = transport.send(channel.get(), List.of(message));
        DeliveryResult result = sent.results().isEmpty() ? DeliveryResult.retryLater(sent.failure()) : sent.results().get(0);
        if (!result.isTaken()) {
            LOG.warn("Channel {} did not take a code: {} {}", channel.get(), result.status(), result.detail());
            throw new Refusal(Kind.UNAVAILABLE, "code-not-sent", "the code could not be sent to this address; check it, or try"
                    + " again later");
        }
    }

    private Optional<String> channel(AddressKind kind) {
        ChannelTransport present = transport;
        List<NotificationChannel> ascending = channels;
        for (int i = ascending.size() - 1; present != null && i >= 0; i--) {
            String id = ascending.get(i).id();
            if (ascending.get(i).addressKind() == kind && present.channel(id).isPresent()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }
}
