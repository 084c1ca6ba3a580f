package org.openbeian.core.order;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.openbeian.api.order.Orders.ANY_VERSION;
import static org.openbeian.core.fake.Samples.ALICE;
import static org.openbeian.core.fake.Samples.MALLORY;
import static org.openbeian.core.fake.Samples.SAM;
import static org.openbeian.core.order.Desk.code;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.After;
import org.junit.Test;
import org.openbeian.api.model.FilingType;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.order.Order;
import org.openbeian.api.recognition.DocumentRecognizer;
import org.openbeian.api.recognition.DocumentRecognizer.Field;
import org.openbeian.api.recognition.Recognitions.Origin;
import org.openbeian.api.recognition.Recognitions.Recognised;
import org.openbeian.core.fake.Samples;
import org.openbeian.testkit.Requirement;

/** Fields proposed from pictures. */
public class RecognitionDeskTest {

    private static final Map<Field, String> LICENCE = Map.of(Field.LICENCE_CODE, "91440300MA5EXAM810", Field.ORGANIZER_NAME, "另一公司");
    private static final Map<Field, String> CARD = Map.of(Field.PERSON_NAME, " 王小明 ", Field.BIRTH_DATE, "1990-01-23", Field.ADDRESS,
        "深圳市福田区", Field.VALID_FROM, "2020-01-01", Field.VALID_UNTIL, DocumentRecognizer.LONG_TERM);

    private final Desk desk = new Desk();
    private RecognitionDesk recognitions = new RecognitionDesk(desk.engine, desk.orders, Duration.ofMinutes(1));

    @After
    public void close() {
        recognitions.close();
    }

    private static String picture(Order order) {
        return order.materials().get(0).id();
    }

    private Order with(String type, String subject) {
        Order order = desk.orders.create(ALICE, FilingType.FIRST, Samples.application("example.com"));
        return desk.orders.attach(ALICE, order.id(), ANY_VERSION, new MaterialUpload(type, subject, "image/png",
            Samples.picture("png", 60, 40)));
    }

    private List<String> read(Order order) {
        return recognitions.read(ALICE, order.id(), picture(order)).stream().map(one -> one.field() + " " + one.pointer() + " "
            + one.value() + " " + one.differs()).toList();
    }

    @Test
    @Requirement({"T-109", "A-36"})
    public void codeAndNameOfALicenceAreProposedAndNothingIsEntered() {
        Order order = with("unit-certificate", "/organizer");
        recognitions.recognizer = (type, mediaType, bytes) -> type.equals("unit-certificate") && mediaType.equals("image/png")
            && bytes.length > 0 ? LICENCE : Map.of();
        assertEquals(List.of("LICENCE_CODE /organizer/certificateNumber 91440300MA5EXAM810 false",
            "ORGANIZER_NAME /organizer/name 另一公司 true"), read(order));
        Recognised first = recognitions.read(ALICE, order.id(), picture(order)).get(0);
        assertEquals("marked", Origin.RECOGNISED, first.origin());
        assertFalse(first.toString(), first.toString().contains("9144"));
        assertEquals("the applicant confirms by saving", order, desk.now(order));
    }

    @Test
    @Requirement("T-109")
    public void whatStandsOnACardIsProposedForItsPerson() {
        Order order = with("id-card-portrait", "/services/0/principal");
        recognitions.recognizer = (type, mediaType, bytes) -> CARD;
        assertEquals(List.of("PERSON_NAME /services/0/principal/name 王小明 false", "BIRTH_DATE null 1990-01-23 null",
            "ADDRESS /services/0/principal/certificateAddress 深圳市福田区 true", "VALID_FROM /services/0/principal/validFrom 2020-01-01 false",
            "VALID_UNTIL /services/0/principal/longTerm true true"), read(order));
        recognitions.recognizer = (type, mediaType, bytes) -> Map.of(Field.VALID_UNTIL, "2040-01-01", Field.VALID_FROM, "2020-13-01",
            Field.ADDRESS, "x\u0000", Field.PERSON_NAME, " ");
        assertEquals("what is no day or no text is left out", List.of("VALID_UNTIL /services/0/principal/validUntil 2040-01-01 false"),
            read(order));
    }

    @Test
    public void whatStandsOnAPictureOfAServiceIsProposedForNoField() {
        Order order = with("pre-approval-licence", "/services/0");
        recognitions.recognizer = (type, mediaType, bytes) -> Map.of(Field.PERSON_NAME, "王小明");
        assertEquals(List.of("PERSON_NAME null 王小明 null"), read(order));
    }

    @Test
    @Requirement("T-109")
    public void withoutARecognizerEverythingIsEnteredByHand() {
        assertEquals(List.of(), read(with("unit-certificate", "/organizer")));
    }

    @Test
    public void aRecognizerThatFailsHarmsNobody() {
        Order order = with("unit-certificate", "/organizer");
        List<DocumentRecognizer> bad = List.of((type, mediaType, bytes) -> null, (type, mediaType, bytes) -> {
            throw new IllegalStateException("王小明");
        }, (type, mediaType, bytes) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Map.of();
        });
        recognitions.close();
        recognitions = new RecognitionDesk(desk.engine, desk.orders, Duration.ofMillis(200));
        for (DocumentRecognizer one : bad) {
            recognitions.recognizer = one;
            assertEquals("recognizer-silent", code(() -> read(order)));
        }
    }

    @Test
    public void onlyTheOrdersAccountHasPicturesReadWhileItsFormsAreOpen() {
        recognitions.recognizer = (type, mediaType, bytes) -> LICENCE;
        Order order = with("unit-certificate", "/organizer");
        assertEquals("order-not-found", code(() -> recognitions.read(MALLORY, order.id(), picture(order))));
        assertEquals("not-permitted", code(() -> recognitions.read(SAM, order.id(), picture(order))));
        assertEquals("material-not-found", code(() -> recognitions.read(ALICE, order.id(), "nothing")));
        desk.submit(desk.now(order));
        assertEquals("wrong-state", code(() -> recognitions.read(ALICE, order.id(), picture(order))));
    }
}
