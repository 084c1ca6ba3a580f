package org.openbeian.core.order;

import static org.openbeian.core.order.ServerFindings.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.Principal;
import org.openbeian.api.order.FaceCheck;
import org.openbeian.api.order.Order;
import org.openbeian.api.order.ReturnReason;
import org.openbeian.api.rules.Circumstances;
import org.openbeian.api.rules.FilingCase;
import org.openbeian.api.rules.Finding;

/** Which face verifications an order has and needs (T-38, A-79). Stateless. */
final class Faces {

    /** Reasons that question a person or the verification, wherever they point to. */
    private static final Set<String> ABOUT_PERSONS = Set.of("identity-mismatch", "person-unaware", "face-check-missing",
        "face-check-again");

    private Faces() {
    }

    /** The principals of an application that are entered, by their places. */
    static Map<String, Principal> principals(Application application) {
        Map<String, Principal> found = new LinkedHashMap<>();
        add(found, "/organizer/principal", application.organizer() == null ? null : application.organizer().principal());
        List<InternetService> services = application.services();
        for (int i = 0; i < services.size(); i++) {
            add(found, "/services/" + i + "/principal", services.get(i).principal());
        }
        return found;
    }

    private static void add(Map<String, Principal> to, String pointer, Principal principal) {
        if (principal != null && principal.name() != null && principal.certificateType() != null
                && principal.certificateNumber() != null) {
            to.put(pointer, principal);
        }
    }

    /** Tells whether two principals are one person. */
    static String hash(Principal person) {
        return Digests.sha256((person.name().strip() + "\n" + person.certificateType() + "\n"
            + person.certificateNumber().strip().toUpperCase(java.util.Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<FaceCheck> of(Order order, Principal person) {
        String hash = hash(person);
        return order.review().faces().stream().filter(one -> one.inputsHash().equals(hash)).findFirst();
    }

    /** The case with the verifications that may be used at a time; each counts at every place of its person. */
    static FilingCase known(Order order, FilingCase filing, Instant on) {
        List<Circumstances.Verification> sessions = new ArrayList<>();
        if (!order.review().faces().isEmpty()) {
            principals(order.application()).forEach((pointer, person) -> of(order, person).filter(one -> one.counts(on))
                .ifPresent(one -> sessions.add(new Circumstances.Verification(pointer, one.passed(), one.ipProvince()))));
        }
        return sessions.isEmpty() ? filing : filing.with(new Circumstances(null, sessions, null, null, null, null, null)
            .and(filing.circumstances()));
    }

    /** What is missing: a verification that the operator asks for, and the repetition of one that no longer counts. */
    static List<Finding> missing(Order order, CoreSettings settings, Instant now) {
        boolean needed = !TypeProfile.of(order.type()).ends() && settings.needsFace(order.provinceId());
        Set<String> told = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        principals(order.application()).forEach((pointer, person) -> {
            Optional<FaceCheck> check = of(order, person);
            boolean counts = check.filter(one -> one.counts(now)).isPresent();
            boolean wanted = needed && pointer.startsWith("/services/") || check.isPresent();
            if (wanted && !counts && told.add(hash(person))) {
                findings.add(check.filter(one -> one.passed() != null).isPresent() ? again(pointer) : first(pointer));
            }
        });
        return findings;
    }

    private static Finding first(String pointer) {
        return ServerFindings.block("face-check-missing", pointer, text("负责人尚未完成视频核身", "The person's face is not verified yet"),
            text("请发起视频核身，由本人通过链接完成", "Open a face verification; the person goes through it by the link"));
    }

    private static Finding again(String pointer) {
        return ServerFindings.block("face-check-again", pointer,
            text("视频核身结果已失效，须重新核身", "The face verification does not count any more: it expired, or the order was returned since"),
            text("请重新发起视频核身", "Open another one"));
    }

    /** An order that goes back to its applicant: its verifications must be repeated, where that is relaxed those that it is about. */
    static Order repeated(Order order, CoreSettings settings) {
        List<FaceCheck> faces = order.review().faces();
        if (faces.isEmpty()) {
            return order;
        }
        Set<String> concerned = concerned(order);
        boolean keeps = settings.keepsFace(order.provinceId());
        return order.with(order.review().withFaces(faces.stream().map(one -> keeps && !concerned.contains(one.inputsHash()) ? one
            : one.asStale()).toList()));
    }

    /** The persons whom an order was returned for, as far as its reasons do not tell that it is about something else. */
    private static Set<String> concerned(Order order) {
        Set<String> found = new HashSet<>();
        principals(order.application()).forEach((pointer, person) -> {
            if (order.review().reasons().stream().anyMatch(reason -> mayConcern(reason, pointer)
                    || order.materials().stream().anyMatch(one -> reason.pointer().equals("/materials/" + one.id())
                        && isWithin(one.subject(), pointer)))) {
                found.add(hash(person));
            }
        });
        return found;
    }

    /** What points above a person, or nowhere, may be about him: authorities reject in free words, with codes that name no place. */
    private static boolean mayConcern(ReturnReason reason, String person) {
        return ABOUT_PERSONS.contains(reason.code()) || isWithin(reason.pointer(), person)
            || isWithin(person, reason.pointer()) && !reason.code().equals(Reviewing.UNREACHABLE);
    }

    private static boolean isWithin(String place, String pointer) {
        return place.equals(pointer) || place.startsWith(pointer + "/");
    }
}
