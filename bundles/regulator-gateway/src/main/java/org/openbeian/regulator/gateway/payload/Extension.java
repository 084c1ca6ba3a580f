package org.openbeian.regulator.gateway.payload;

import java.time.LocalDate;
import java.util.List;

/**
 * What documents of version X.1.0 say beyond V3.0: our own extension, whose schema is {@code extension-1.xsd}. Values are null
 * where nothing is known.
 */
public final class Extension {
    /** The ministry's version, which every authority takes. */
    public static final String NATIONAL = "V.3.0";
    /** The version with the extension. */
    public static final String VERSION = "X.1.0";
    /** Namespace of the elements added. */
    public static final String NAMESPACE = "urn:openbeian:authority:extension:1";
    /** {@code Fwlx} of a website. */
    public static final long WEBSITE = 1;
    /** {@code Fwlx} of an APP. */
    public static final long APP = 6;

    private Extension() {
    }

    /**
     * {@code Ztkz}, behind a subject.
     *
     * @param legalName {@code Fddbr/Xm}; without it the representative is left out
     * @param legalDocumentType {@code Fddbr/Zjlx}
     * @param legalDocumentNumber {@code Fddbr/Zjhm}
     * @param principal more about its principal
     */
    public record OfSubject(String legalName, Long legalDocumentType, String legalDocumentNumber, OfPerson principal) {

        /** Says nothing: all of it is personal data. */
        @Override
        public String toString() {
            return "OfSubject[***]";
        }
    }

    /**
     * {@code Wzkz}, behind a service.
     *
     * @param principal more about its principal
     * @param app what an APP is, null for a website
     */
    public record OfService(OfPerson principal, AppRecord app) {

        /** {@code Fwlx}. */
        public long kind() {
            return app == null ? WEBSITE : APP;
        }

        /** Says which kind it is: the rest may be personal data. */
        @Override
        public String toString() {
            return "OfService[" + kind() + "]";
        }
    }

    /**
     * {@code Fzrkz}: a principal.
     *
     * @param emergency {@code Yjdh}
     * @param validFrom {@code Zjyxqq}
     * @param validTo {@code Zjyxqz}
     * @param longTerm {@code Zjcq}
     */
    public record OfPerson(String emergency, LocalDate validFrom, LocalDate validTo, boolean longTerm) {

        /** Says nothing: all of it is personal data. */
        @Override
        public String toString() {
            return "OfPerson[***]";
        }
    }

    /**
     * {@code Yy}: an APP.
     *
     * @param offersSdk {@code Tgsdk}
     * @param usesSdk {@code Sysdk}
     * @param platforms {@code Pt}, at least one
     */
    public record AppRecord(boolean offersSdk, boolean usesSdk, List<Platform> platforms) {

        /** Copies the list. */
        public AppRecord {
            platforms = List.copyOf(platforms);
        }
    }

    /**
     * {@code Pt}: an APP on one platform.
     *
     * @param code {@code Ptlx}, such as ANDROID
     * @param domains {@code Ym}
     * @param packages {@code Bao}, at least one
     */
    public record Platform(String code, List<String> domains, List<AppPackage> packages) {

        /** Copies the lists. */
        public Platform {
            domains = List.copyOf(domains);
            packages = List.copyOf(packages);
        }
    }

    /**
     * {@code Bao}.
     *
     * @param name {@code Bm}
     * @param publicKey {@code Gy}
     * @param fingerprint {@code Zwz}
     */
    public record AppPackage(String name, String publicKey, String fingerprint) {
    }
}
