package org.openbeian.core.fake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.openbeian.api.model.Access;
import org.openbeian.api.model.App;
import org.openbeian.api.model.AppFeature;
import org.openbeian.api.model.AppPackage;
import org.openbeian.api.model.Application;
import org.openbeian.api.model.CertificateType;
import org.openbeian.api.model.InternetService;
import org.openbeian.api.model.LegalRepresentative;
import org.openbeian.api.model.Organizer;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.Principal;
import org.openbeian.api.model.WebSite;
import org.openbeian.api.order.CallAttempt;
import org.openbeian.api.order.MaterialUpload;
import org.openbeian.api.resource.ResourceFacts;
import org.openbeian.api.security.Actor;
import org.openbeian.api.security.Role;

/** Invented people, units and pictures. */
public final class Samples {

    /** An applicant. */
    public static final Actor ALICE = new Actor("alice", Set.of(Role.APPLICANT), "192.0.2.1");
    /** Another applicant. */
    public static final Actor MALLORY = new Actor("mallory", Set.of(Role.APPLICANT), "192.0.2.66");
    /** A specialist. */
    public static final Actor SAM = new Actor("sam", Set.of(Role.SPECIALIST), "192.0.2.2");
    /** Another specialist. */
    public static final Actor SUE = new Actor("sue", Set.of(Role.SPECIALIST), "192.0.2.3");
    /** An operator. */
    public static final Actor OLGA = new Actor("olga", Set.of(Role.OPERATOR), "192.0.2.4");
    /** An answered call that confirms everything. */
    public static final CallAttempt GOOD_CALL = new CallAttempt(null, null, true, true, true, true, null);
    /** A missed call. */
    public static final CallAttempt MISSED_CALL = new CallAttempt(null, null, false, null, null, null, null);

    private static final String ONE_OF_MANY = "示例";

    private Samples() {
    }

    /** A person in charge. */
    public static Principal principal() {
        return new Principal("王小明", CertificateType.RESIDENT_ID, "440305190012311237", LocalDate.of(2020, 1, 1),
            LocalDate.of(2040, 1, 1), false, "深圳市南山区示例路 1 号", "13800000000", "13900000000", "wang@example.com", null);
    }

    /** An enterprise in Guangdong, with the given name. */
    public static Organizer organizer(String name) {
        return new Organizer(OrganizerNature.ENTERPRISE, "440000", "440300", "440305", CertificateType.BUSINESS_LICENCE,
            creditCode(name), name, "深圳市南山区示例路 1 号", "深圳市南山区示例路 1 号 101 室",
            new LegalRepresentative("王小明", CertificateType.RESIDENT_ID, "440305190012311237"), null, principal(), null);
    }

    /** Organizers have the usual code, unless they are one of many; theirs are right in form alone. */
    private static String creditCode(String name) {
        return name == null || !name.startsWith(ONE_OF_MANY) ? "91440300MA5EXAM810" : "91440300MA" + String.format("%08X", name.hashCode());
    }

    /** A website on one server. */
    public static WebSite site(String domain) {
        return new WebSite("示例小站", List.of(domain), "www." + domain, List.of(1), List.of(1), List.of(), false, principal(),
            List.of(new Access("cvm", "ins-1", List.of("8.8.8.8"))), null);
    }

    /** An APP on one server, for two platforms, with a domain that a website may have, too. */
    public static App app(String name) {
        String key = "3082010A0282010100C7E4";
        return new App(name, List.of(1), List.of(1), List.of(), false, principal(), List.of(new Access("cvm", "ins-1", List.of("8.8.8.8"))),
            false, true, List.of(new AppFeature("ANDROID", List.of("example.com"), List.of(
                new AppPackage("com.example.ride", key, "0F343B0931126A20F133D67C2B018A3B"))),
                new AppFeature("IOS", List.of("api.example.com"), List.of(
                    new AppPackage("com.example.ride", key, "2FD4E1C67A2D28FCED849EE1BB76E7391B93EB12")))), null);
    }

    /** A complete application for one website. */
    public static Application application(String domain) {
        Organizer usual = organizer("深圳示例科技有限公司");
        String code = creditCode(domain.equalsIgnoreCase("example.com") ? null : ONE_OF_MANY + domain);
        return application(new Organizer(usual.nature(), usual.provinceId(), usual.cityId(), usual.countyId(), usual.certificateType(),
            code, usual.name(), usual.certificateAddress(), usual.postalAddress(), usual.legalRepresentative(), null, usual.principal(),
            null), site(domain));
    }

    /** An application. */
    public static Application application(Organizer organizer, InternetService... services) {
        return new Application(organizer, List.of(services), Map.of());
    }

    /** What the inventory knows of the server. */
    public static ResourceFacts server() {
        return new ResourceFacts("cvm", "ins-1", "alice", "ap-guangzhou", true, List.of("8.8.8.8"), true, 12,
            Instant.parse("2027-11-01T00:00:00Z"), Map.of());
    }

    /** A picture of the given kind, {@code jpeg} or {@code png}. */
    public static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A business licence. */
    public static MaterialUpload licence() {
        return new MaterialUpload("unit-certificate", "/organizer", "image/png", picture("png", 60, 40));
    }
}
