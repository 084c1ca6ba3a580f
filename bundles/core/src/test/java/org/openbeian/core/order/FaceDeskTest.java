package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;
import static org.openbeian.core.order.Desk.refusal;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openbeian.api.account.IdentityVerifier;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.model.LocalizedText;
import org.openbeian.api.order.FaceCheck;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.OrderState;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.Circumstances.Verification;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Face verification of the persons in charge. */
public class FaceDeskTest {

    private static final String PERSON = "/services/0/principal";

    private final Desk desk = new Desk();
    private final FaceDesk faces = new FaceDesk(desk.engine, 200);
    private final List<IdentityVerifier.Person> asked = new ArrayList<>();
    private String link = "https://face.example/1";
    private Boolean passed = true;
    private boolean bothSides = true;

    @Before
    public void install() {
        faces.verifier = new IdentityVerifier() {
            @Override
            public Session open(Person person) {
                asked.add(person);
                return new Session("s" + asked.size(), link, desk.time().plus(Duration.ofHours(2)));
            }

            @Override
            public Outcome outcome(String session) {
                return new Outcome(passed, "203.0.113.9", "620000", true, bothSides, desk.time(), desk.time().plus(Duration.ofHours(72)));
            }
        };
    }

    @After
    public void close() {
        faces.close();
    }

    private FaceCheck face(Order order) {
        return desk.now(order).review().faces().get(0);
    }

    private void ask(String... provinces) {
        desk.settings.modified((CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> method.getName().equals("face_provinces") ? provinces : method.getDefaultValue()));
    }

    private List<String> against(Order order) {
        return refusal(() -> desk.submit(desk.now(order))).findings().stream().map(one -> one.ruleId()).toList();
    }

    @Test
    @Requirement({"A-79", "A-83", "T-08"})
    public void oneVerificationCountsForEveryServiceOfThePersonAndIsAFact() {
        ask("440000");
        Order order = desk.orders.create(ALICE, FilingType.FIRST, Samples.application(
            Samples.organizer("深圳示例科技有限公司"), Samples.site("example.com"), Samples.site("example.org")));
        assertEquals("one person, asked for once", List.of("face-check-missing"), against(order));
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        assertEquals("440305190012311237", asked.get(0).certificateNumber());
        assertEquals(link, face(order).link());
        assertEquals("opened is not passed", List.of("face-check-missing"), against(order));
        faces.fetch(ALICE, order.id(), ANY_VERSION);
        assertNull("nobody needs it any more", face(order).link());
        assertEquals(Boolean.TRUE, face(order).passed());
        assertEquals(OrderState.PRE_REVIEW, desk.submit(desk.now(order)).state());
        assertEquals(List.of(new Verification("/organizer/principal", true, "620000"), new Verification(PERSON, true, "620000"),
            new Verification("/services/1/principal", true, "620000")), desk.rules.judged().circumstances().verifications());
    }

    @Test
    @Requirement("T-38")
    public void afterEveryReturnItIsRepeatedUnlessTheProvinceKeepsIt() {
        Order order = desk.draft();
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        faces.fetch(ALICE, order.id(), ANY_VERSION);
        desk.submit(desk.now(order));
        desk.orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(new ReturnReason("contact-wrong", "", null, null)));
        assertEquals(List.of("face-check-again"), against(order));
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        faces.fetch(ALICE, order.id(), ANY_VERSION);
        assertEquals(1, desk.now(order).review().faces().size());
        desk.settings.modified((CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> method.getName().equals("face_once_provinces") ? new String[] {"*"} : method.getDefaultValue()));
        desk.submit(desk.now(order));
        desk.orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(new ReturnReason("contents-unclear", "/services/0/contents", null,
            null)));
        assertEquals(OrderState.PRE_REVIEW, desk.submit(desk.now(order)).state());
    }

    @Test
    @Requirement("T-38")
    public void whereThatIsRelaxedItIsRepeatedWhenTheReturnConcernsThePersonOrTheVerification() {
        desk.settings.modified((CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> method.getName().equals("face_after_return") ? "CONCERNED" : method.getDefaultValue()));
        Order order = desk.draft();
        MaterialUpload card = new MaterialUpload("id-card-portrait", PERSON, "image/png", Samples.picture("png", 9, 9));
        String id = desk.orders.attach(ALICE, order.id(), ANY_VERSION, card).materials().get(0).id();
        LocalizedText text = new LocalizedText("照片不是本人", "It shows somebody else");
        for (ReturnReason about : List.of(new ReturnReason("number-differs", PERSON + "/certificateNumber", null, null),
                new ReturnReason("picture-unclear", "/materials/" + id, null, null),
                new ReturnReason("identity-mismatch", "", null, null), new ReturnReason("other", "/services/0", text, null),
                new ReturnReason("data-mismatch", "", null, null))) {
            faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
            faces.fetch(ALICE, order.id(), ANY_VERSION);
            desk.submit(desk.now(order));
            desk.orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(new ReturnReason("service-name-unfit", "/services/0/name", null,
                null)));
            assertEquals("about something else", OrderState.PRE_REVIEW, desk.submit(desk.now(order)).state());
            desk.orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(about));
            assertEquals(about.code(), List.of("face-check-again"), against(order));
        }
    }

    @Test
    @Requirement("T-38")
    public void whereThatIsRelaxedItIsRepeatedWhenAnAuthorityRejectsInWordsAndKeptWhenTheCallWasNotTaken() {
        desk.settings.modified((CoreConfig) Proxy.newProxyInstance(CoreConfig.class.getClassLoader(), new Class<?>[] {CoreConfig.class},
            (proxy, method, arguments) -> method.getName().equals("face_after_return") ? "CONCERNED" : method.getDefaultValue()));
        Order order = desk.draft();
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        faces.fetch(ALICE, order.id(), ANY_VERSION);
        desk.submit(desk.now(order));
        desk.orders.giveBack(SAM, order.id(), ANY_VERSION, List.of(new ReturnReason("unreachable", "", null, null)));
        assertEquals(OrderState.PRE_REVIEW, desk.submit(desk.now(order)).state());
        desk.orders.logCall(SAM, order.id(), ANY_VERSION, Samples.GOOD_CALL);
        desk.orders.pass(SAM, order.id(), ANY_VERSION);
        long no = desk.now(order).handover().submissionNo();
        desk.authority.uploaded(order.id(), no, "x/1");
        desk.authority.reviewed(no, false, "负责人照片不符合要求");
        assertEquals(OrderState.AUTHORITY_REJECTED, desk.state(order));
        assertEquals(List.of("face-check-again"), against(order));
    }

    @Test
    public void anotherPersonAnExpiredResultAndAHiddenSideDoNotCount() {
        Order order = desk.draft();
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        bothSides = false;
        faces.fetch(ALICE, order.id(), ANY_VERSION);
        assertEquals(Boolean.FALSE, face(order).passed());
        bothSides = true;
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        faces.fetch(ALICE, order.id(), ANY_VERSION);
        desk.clock.pass(Duration.ofHours(72));
        assertEquals(List.of("face-check-again"), against(order));
        ask("*");
        desk.transactions.run(() -> desk.store.put(desk.now(order).with(desk.now(order).review().withFaces(List.of(
            new FaceCheck(PERSON, "another", "s", null, desk.time(), desk.time(), true, null, null, desk.time(),
                desk.time().plusSeconds(9), false))))));
        assertEquals(List.of("face-check-missing"), against(order));
    }

    @Test
    public void aVerificationThatExpiresWhileTheOrderWaitsForTheServerCounts() {
        Order order = desk.draft();
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        faces.fetch(ALICE, order.id(), ANY_VERSION);
        desk.rules.serve("440000", false);
        assertEquals(OrderState.SUBMITTED, desk.submit(desk.now(order)).state());
        desk.clock.pass(Duration.ofHours(100));
        desk.rules.serve("440000", true);
        desk.waiting.resumeAll();
        assertEquals(OrderState.PRE_REVIEW, desk.state(order));
    }

    @Test
    public void aDeadSessionHoldsNoOtherUpAndGoesWithItsPerson() {
        Order order = desk.orders.create(ALICE, FilingType.FIRST, Samples.application(
            Samples.organizer("深圳示例科技有限公司"), Samples.site("example.com")));
        IdentityVerifier good = faces.verifier;
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        FaceCheck gone = new FaceCheck(PERSON, "another", "dead", null, desk.time(), desk.time(), null, null, null, null, null, false);
        desk.transactions.run(() -> desk.store.put(desk.now(order).with(desk.now(order).review().withFaces(List.of(gone,
            face(order))))));
        faces.verifier = (IdentityVerifier) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {IdentityVerifier.class},
            (proxy, method, arguments) -> {
                if ("dead".equals(arguments[0])) {
                    throw new IllegalStateException("no such session");
                }
                return method.invoke(good, arguments);
            });
        faces.fetch(ALICE, order.id(), ANY_VERSION);
        assertEquals(Boolean.TRUE, desk.now(order).review().faces().get(1).passed());
        assertEquals("nothing was learned", "verifier-silent", code(() -> faces.fetch(ALICE, order.id(), ANY_VERSION)));
        faces.open(ALICE, order.id(), ANY_VERSION, PERSON);
        assertEquals("whose person is not in the order goes", 1, desk.now(order).review().faces().size());
    }

    @Test
    public void aSessionThatIsNotOverChangesNothing() {
        Order order = desk.draft();
        long version = faces.open(ALICE, order.id(), ANY_VERSION, PERSON).version();
        passed = null;
        assertEquals(version, faces.fetch(ALICE, order.id(), ANY_VERSION).version());
    }

    @Test
    public void badVerifiersAndStrangersAreRefused() {
        Order order = desk.draft();
        assertEquals("order-not-found", code(() -> faces.open(MALLORY, order.id(), ANY_VERSION, PERSON)));
        assertEquals("not-permitted", code(() -> faces.open(SAM, order.id(), ANY_VERSION, PERSON)));
        assertEquals("order-changed", code(() -> faces.open(ALICE, order.id(), 7, PERSON)));
        assertEquals("face-person-unknown", code(() -> faces.open(ALICE, order.id(), ANY_VERSION, "/services/7/principal")));
        assertEquals("face-person-unknown", code(() -> faces.open(ALICE, order.id(), ANY_VERSION, null)));
        link = "javascript:alert(1)";
        assertEquals("verifier-silent", code(() -> faces.open(ALICE, order.id(), ANY_VERSION, PERSON)));
        IdentityVerifier good = faces.verifier;
        for (String how : List.of("null", "throws", "hangs")) {
            faces.verifier = (IdentityVerifier) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {IdentityVerifier.class}, (proxy, method, arguments) -> {
                    if (how.equals("throws")) {
                        throw new IllegalStateException("王小明");
                    }
                    if (how.equals("hangs")) {
                        new CountDownLatch(1).await();
                    }
                    return null;
                });
            assertEquals(how, "verifier-silent", code(() -> faces.open(ALICE, order.id(), ANY_VERSION, PERSON)));
        }
        faces.verifier = null;
        assertEquals("verifier-missing", code(() -> faces.open(ALICE, order.id(), ANY_VERSION, PERSON)));
        faces.verifier = good;
        assertEquals(List.of(), desk.now(order).review().faces());
        desk.submit(desk.now(order));
        assertEquals("wrong-state", code(() -> faces.open(ALICE, order.id(), ANY_VERSION, PERSON)));
    }
}
