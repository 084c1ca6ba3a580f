package org.openbeian.core.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.Basis;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.Clearance;
import org.openbeian.api.order.MaterialInfo;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderEvent;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.Refusal;
import org.openbeian.api.order.Refusal.Kind;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.security.Actor;
import org.openbeian.api.store.BlobStore;
import org.openbeian.api.store.Transactions;
import org.openbeian.core.json.JsonChanges;

/** The applicant's side before submission: forms and materials. Thread-safe. */
final class Drafting {

    private final OrderEngine engine;
    private final BlobStore blobs;
    private final Assessor assessor;
    private final CoreSettings settings;
    private final Shape shape;
    private final Transactions transactions;
    private final OnRecord record;
    private final LetterBook letters;

    Drafting(OrderEngine engine, BlobStore blobs, Assessor assessor, CoreSettings settings, Transactions transactions,
            OnRecord record, LetterBook letters) {
        this.letters = letters;
        this.engine = engine;
        this.blobs = blobs;
        this.assessor = assessor;
        this.settings = settings;
        this.shape = new Shape(settings);
        this.transactions = transactions;
        this.record = record;
    }

    Order create(Actor actor, String account, FilingType type, Application application) {
        if (type == null) {
            throw Refusals.invalid("filing-type-missing", "State the filing type: one of " + List.of(FilingType.values()) + ".");
        }
        Application known = application == null ? Application.EMPTY : application;
        shape.check(known);
        return transactions.call(() -> engine.start(By.account(actor), account, type,
            SubDomains.noted(type, record.begin(type, account, known))));
    }

    Order edit(Actor actor, String id, long version, Application application) {
        Application given = application == null ? Application.EMPTY : application;
        return engine.move(By.account(actor), id, version, OrderEvent.EDITED, (order, now) -> {
            Application wanted = SubDomains.noted(order.type(), given);
            shape.check(wanted);
            List<String> changed = JsonChanges.between(order.application(), wanted);
            checkBasis(order, wanted);
            List<Finding> unmarked = Marks.unmarked(order, changed);
            if (!unmarked.isEmpty()) {
                throw Refusals.invalid("field-not-marked", "Only fields that the return marked may change.", unmarked);
            }
            return changed.isEmpty() ? null
                : change(order.with(wanted), now).with("fields", abbreviate(String.join(" ", changed)));
        });
    }

    /** What an order rests on is chosen when it is started; a password is given by its own command. */
    private static void checkBasis(Order order, Application wanted) {
        Basis before = order.application().basis();
        Basis now = wanted.basis();
        boolean same = before == null || now == null ? before == now : Objects.equals(before.organizerNumber(), now.organizerNumber())
            && before.serviceNumbers().equals(now.serviceNumbers()) && Objects.equals(before.passwordId(), now.passwordId());
        if (!same) {
            throw Refusals.invalid("basis-fixed", "What an order rests on is chosen when it is started; withdraw it and start another.");
        }
    }

    Order attach(Actor actor, String id, long version, MaterialUpload upload) {
        checkForm(upload);
        Picture picture = Picture.inspect(upload.content(), upload.mediaType(), settings.get().material_max_pixels());
        return engine.move(By.account(actor), id, version, OrderEvent.MATERIAL_ADDED, (order, now) -> {
            boolean inReview = order.state() == OrderState.PRE_REVIEW;
            if (inReview) {
                checkFree(order);
            } else {
                checkMarked(order, upload.type(), upload.subject());
            }
            checkNeeded(order, upload, now);
            List<MaterialInfo> materials = new ArrayList<>(order.materials());
            Optional<MaterialInfo> old = materials.stream().filter(material -> material.type().equals(upload.type())
                && material.subject().equals(upload.subject())).findFirst();
            old.ifPresent(material -> {
                materials.remove(material);
                blobs.remove(material.id());
            });
            if (materials.size() >= settings.get().materials_max()) {
                throw Refusals.invalid("materials-too-many", "An order holds at most " + settings.get().materials_max()
                    + " materials; remove one first.");
            }
            MaterialInfo added = new MaterialInfo(engine.newId(now), upload.type(), upload.subject(), picture.mediaType(),
                upload.content().length, picture.width(), picture.height(), Digests.sha256(upload.content()), now,
                letters.printed(order.id(), upload.type(), upload.subject()));
            materials.add(added);
            blobs.put(added.id(), order.id(), upload.content());
            Order changed = order.withMaterials(materials);
            return (inReview ? reviewed(changed, now) : change(changed, now)).with("material", added.id()).with("type", added.type())
                .with("subject", added.subject()).with("sha256", added.sha256());
        });
    }

    Order detach(Actor actor, String id, long version, String materialId) {
        return engine.move(By.account(actor), id, version, OrderEvent.MATERIAL_REMOVED, (order, now) -> {
            MaterialInfo removed = find(order, materialId);
            checkMarked(order, removed.type(), removed.subject());
            blobs.remove(removed.id());
            return change(order.withMaterials(order.materials().stream().filter(one -> one != removed).toList()), now)
                .with("material", removed.id()).with("type", removed.type());
        });
    }

    /** During the review only what no specialist looks at just now may change. */
    private void checkFree(Order order) {
        if (!settings.get().materials_in_review()) {
            throw Refusals.wrongState(order, OrderEvent.MATERIAL_ADDED);
        }
        if (order.review().claimedBy() != null) {
            throw Refusals.wrongState("under-review", "A specialist looks at the order just now; ask for it to be returned or released.");
        }
    }

    /** The change of a material during the review: it must fit as on submission, and touch nothing that specialists said. */
    private Change reviewed(Order order, Instant now) {
        List<Finding> unfit = assessor.unfit(order, now).stream().filter(Finding::isBlocking).toList();
        if (!unfit.isEmpty()) {
            throw Refusals.invalid("material-unfit", "The material does not fit; the one before stays.", unfit);
        }
        Change change = change(order, now);
        if (!change.order().review().clearances().equals(order.review().clearances())) {
            throw Refusals.wrongState("material-cleared", "Specialists cleared up what this material is about; ask for the order to be"
                + " returned.");
        }
        return change;
    }

    /** The change to an order with other data: what was said about findings that rest on other data now ends. */
    private Change change(Order order, Instant now) {
        List<Clearance> before = order.review().clearances();
        if (before.isEmpty()) {
            return Change.of(order);
        }
        List<Clearance> stand = assessor.assess(order, now).standing(order);
        List<String> ended = before.stream().filter(one -> !stand.contains(one)).map(Clearance::ruleId).toList();
        return ended.isEmpty() ? Change.of(order)
            : Change.of(order.with(order.review().withClearances(stand))).with("endedClearances", String.join(" ", ended));
    }

    static MaterialInfo find(Order order, String materialId) {
        return order.materials().stream().filter(material -> material.id().equals(materialId)).findFirst()
            .orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "material-not-found", "The order has no such material."));
    }

    private void checkForm(MaterialUpload upload) {
        if (upload.type() == null || !upload.type().matches("[a-z0-9-]{1,64}")) {
            throw Refusals.invalid("material-type-malformed", "State the type of the material: lower-case letters, digits, hyphens.");
        }
        if (upload.subject() == null || !upload.subject().matches("(/[A-Za-z0-9]{1,40}){0,6}")) {
            throw Refusals.invalid("material-subject-malformed", "State what the material proves as a JSON pointer such as /organizer.");
        }
        int size = upload.content() == null ? 0 : upload.content().length;
        if (size == 0) {
            throw Refusals.invalid("material-empty", "The material has no bytes.");
        }
        if (size > settings.get().material_max_bytes()) {
            throw new Refusal(Kind.TOO_LARGE, "material-too-large", "The material has " + size + " bytes; at most "
                + settings.get().material_max_bytes() + " are accepted.");
        }
    }

    private static void checkMarked(Order order, String type, String subject) {
        if (!Marks.allows(order, type, subject)) {
            throw Refusals.invalid("material-not-marked", "Only materials that the return marked may change.");
        }
    }

    /** Refuses what no rule asks for, as soon as rules are there to ask. */
    private void checkNeeded(Order order, MaterialUpload upload, Instant now) {
        List<NeededMaterial> needed = assessor.materialsOf(order, now);
        if (!needed.isEmpty() && needed.stream().noneMatch(need -> need.type().equals(upload.type())
                && need.subject().equals(upload.subject()))) {
            throw Refusals.invalid("material-not-needed", "The order as entered so far asks for other materials: "
                + String.join(", ", needed.stream().map(need -> need.type() + " of " + need.subject()).toList()) + ".");
        }
    }

    private static String abbreviate(String text) {
        return text.length() <= 2000 ? text : text.substring(0, 2000);
    }
}
