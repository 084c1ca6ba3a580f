package org.openbeian.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/**
 * Invented data of one enterprise that files one website. Numbers carry right check characters; birth dates lie in 1900 to
 * 1902, so no living person can hold the identity numbers. Different serials give different organizers, persons and
 * domains.
 */
public final class SampleFiling {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** A public key: the modulus of RSA with 1024 bits. */
    private static final String MODULUS = "B04728E46CF3D7588B2B4EFB543BD9B0".repeat(8);
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Place place;
    private final int serial;
    private final int birthYear;

    /**
     * Where the organizer sits.
     *
     * @param province six-digit code of the province
     * @param city six-digit code of the city
     * @param county six-digit code of the county
     * @param cityName name of the city, with which names of organizers begin
     * @param address an address there, from the province to the room
     */
    public record Place(String province, String city, String county, String cityName, String address) {

        /** Shenzhen in Guangdong. */
        public static final Place GUANGDONG = new Place("440000", "440300", "440305", "深圳市", "广东省深圳市南山区科技园路1号101室");

        /** Lanzhou in Gansu. */
        public static final Place GANSU = new Place("620000", "620100", "620102", "兰州市", "甘肃省兰州市城关区庆阳路1号101室");
    }

    /**
     * Data of one filing.
     *
     * @param place where the organizer sits
     * @param serial 0 to 9,999,999; tells this filing's data from others
     */
    public SampleFiling(Place place, int serial) {
        this(place, serial, 1900);
    }

    /**
     * Data of one filing by persons of some age.
     *
     * @param place where the organizer sits; a county that does not exist if somebody alive may be born in these years
     * @param serial 0 to 9,999,999; tells this filing's data from others
     * @param birthYear first of the three years in which the persons are born
     */
    public SampleFiling(Place place, int serial, int birthYear) {
        this.place = place;
        this.serial = serial;
        this.birthYear = birthYear;
    }

    /** Where the organizer sits. */
    public Place place() {
        return place;
    }

    /** The website's domain. */
    public String domain() {
        return "openbeian" + serial + ".com";
    }

    /** Id of the cloud server that the site runs on. */
    public String resourceId() {
        return "ins-" + serial;
    }

    /** What the operator's inventory knows of the cloud server: rows hold. */
    public ObjectNode resource(String account, LocalDate today) {
        ObjectNode node = NODES.objectNode().put("kind", "cvm").put("id", resourceId()).put("account", account)
                .put("region", "ap-guangzhou").put("mainland", true).put("prepaid", true).put("monthsBought", 12)
                .put("expiresAt", today.plusYears(30) + "T00:00:00Z");
        node.putArray("ips").add(ip());
        return node;
    }

    /** The organizer without its principal. */
    public ObjectNode organizer() {
        ObjectNode organizer = NODES.objectNode().put("nature", "ENTERPRISE").put("provinceId", place.province)
                .put("cityId", place.city).put("countyId", place.county)
                .put("certificateType", "BUSINESS_LICENCE").put("certificateNumber", creditCode())
                .put("name", place.cityName + "示例科技" + inChinese(serial) + "有限公司")
                .put("certificateAddress", place.address).put("postalAddress", place.address);
        organizer.putObject("legalRepresentative").put("name", "张示例").put("certificateType", "RESIDENT_ID")
                .put("certificateNumber", residentId(place.county));
        return organizer;
    }

    /** The principal of organizer and website, with an identity card of the given place. */
    public ObjectNode principal(Place idCard) {
        return NODES.objectNode().put("name", "张示例").put("certificateType", "RESIDENT_ID")
                .put("certificateNumber", residentId(idCard.county)).put("validFrom", "2020-01-01")
                .put("longTerm", true).put("certificateAddress", idCard.address)
                .put("mobile", "138%08d".formatted(serial)).put("emergencyContact", "139%08d".formatted(serial))
                .put("email", "zhang" + serial + "@example.com");
    }

    /** The principal with an identity card of the organizer's own place. */
    public ObjectNode principal() {
        return principal(place);
    }

    /** The website with its principal. */
    public ObjectNode website(ObjectNode principal) {
        ObjectNode site = NODES.objectNode().put("kind", "WEBSITE").put("name", "示例科技官网")
                .put("homeUrl", "www." + domain()).put("commercial", false);
        site.putArray("domains").add(domain());
        site.putArray("contents").add(8);
        site.putArray("languages").add(1);
        site.set("principal", principal);
        site.putArray("accesses").addObject().put("resourceKind", "cvm").put("resourceId", resourceId());
        return site;
    }

    /** An APP on two platforms, which uses the website's domain. */
    public ObjectNode app(ObjectNode principal) {
        ObjectNode app = NODES.objectNode().put("kind", "APP").put("name", "示例出行" + inChinese(serial)).put("commercial", false)
                .put("offersSdk", false).put("usesSdk", true);
        app.putArray("contents").add(8);
        app.putArray("languages").add(1);
        app.withArray("features").add(feature("ANDROID", "0F343B0931126A20F133D67C2B018A3B"))
                .add(feature("IOS", "2FD4E1C67A2D28FCED849EE1BB76E7391B93EB12"));
        app.set("principal", principal);
        app.putArray("accesses").addObject().put("resourceKind", "cvm").put("resourceId", resourceId());
        return app;
    }

    private ObjectNode feature(String platform, String fingerprint) {
        ObjectNode feature = NODES.objectNode().put("platform", platform);
        feature.putArray("domains").add("api." + domain());
        feature.putArray("packages").addObject().put("name", "com.openbeian" + serial + ".app")
                .put("publicKey", MODULUS).put("fingerprint", fingerprint);
        return feature;
    }

    /** Names of units hold no Arabic digits (T-66). */
    private static String inChinese(int number) {
        return Integer.toString(number).chars().mapToObj(digit -> "零一二三四五六七八九".substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
    }

    private String ip() {
        return "119." + (29 + serial / 62_500 % 200) + "." + (serial / 250 % 250 + 1) + "." + (serial % 250 + 1);
    }

    private String creditCode() {
        StringBuilder body = new StringBuilder("MA");
        for (int rest = serial, i = 0; i < 6; i++, rest /= 10) {
            body.insert(2, rest % 10);
        }
        int[] organization = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(body.charAt(i), 36) * organization[i];
        }
        int check = 11 - sum % 11;
        body.append(check == 10 ? "X" : check == 11 ? "0" : check);
        String code = "91" + place.city + body;
        int total = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++, weight = weight * 3 % 31) {
            total += SIGNS.indexOf(code.charAt(i)) * weight;
        }
        return code + SIGNS.charAt((31 - total % 31) % 31);
    }

    private String residentId(String county) {
        LocalDate birth = LocalDate.of(birthYear, 1, 1).plusDays(serial % 1000);
        String body = county + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%03d".formatted(serial / 1000 % 999 + 1);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * weights[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
