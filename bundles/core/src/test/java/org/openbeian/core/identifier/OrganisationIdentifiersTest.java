package org.openbeian.core.identifier;

import static org.junit.Assert.assertEquals;
import static org.openbeian.core.identifier.PersonIdentifiersTest.all;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.Test;
import org.openbeian.testkit.Requirement;

/** Every vector of organisations, filing numbers, APPs and addresses in the catalogue of identifiers. */
public class OrganisationIdentifiersTest {

    /** A self-made certificate, RSA-1024, CN=icp-test-vector. */
    private static final String CERTIFICATE =
        "MIICPTCCAaagAwIBAgIBATANBgkqhkiG9w0BAQsFADA5MRgwFgYDVQQDDA9pY3AtdGVzdC12ZWN0b3IxEDAOBgNVBAoMB0V4YW1w"
        + "bGUxCzAJBgNVBAYTAkNOMCAXDTI2MTEyMTE3NDMwNloYDzIxMjYxMDI4MTc0MzA2WjA5MRgwFgYDVQQDDA9pY3AtdGVzdC12ZWN0"
        + "b3IxEDAOBgNVBAoMB0V4YW1wbGUxCzAJBgNVBAYTAkNOMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCwRyjkbP89WLyK077V"
        + "Q53z7Px5wMsUPzVXAj3522WXVG36xdA4HRuTPzpU5CQVqK290I3uaIpUELuwPjUxTAFh7YdWLCrdP2t21JkLVDZZT9XNROTYD8qR"
        + "I+3PLLqr9xfQuMWQ9WmfwE3Y086cFcda5EU1Xk66+mRcbTDCOPiBswIDAQABo1MwUTAdBgNVHQ4EFgQUgk1+mJ4osjscqf7uFFa7"
        + "aQW4aMIwHwYDVR0jBBgwFoAUgk1+mJ4osjscqf7uFFa7aQW4aMIwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOBgQCf"
        + "3xdLEGOjrJQckIPx/Hd2XScTgqqyzQ6NG+jZIwyGRqsJElfYQcpnfLihbHrXmZ0rhMzCIvKNzc5meEvCDZIam/zaILYofCJIlCfG"
        + "Yt0sww79PR+YNsmUyo9BQTUPuoUWk51A/oEA2G1X9zHpFoYLxeLxjyvQCx2Bqxbb8XAlBQ==";

    @Test
    @Requirement("A-36")
    public void socialCreditCodes() {
        all(SocialCreditCode::check, null, "91110000EXAMPLE11K", "91440300MA5EXAM810", "92620100MADEMAT64Y",
            "12310000TEXAMPL2XQ", "51330000MJ8EXAM47B", "93510000NADEMAL95B");
        all(SocialCreditCode::check, Fault.CHECK_CHARACTER, "91110000EXAMPLE11J", "91440300MA5EXAM820");
        all(SocialCreditCode::check, Fault.LENGTH, "92620100MADEMAT64");
        all(SocialCreditCode::check, Fault.ALPHABET, "12310000TEXAMPL2IQ", "5133000OMJ8EXAM47B");
        all(SocialCreditCode::check, Fault.PLACEHOLDER, "11650000000000000Q");
    }

    @Test
    @Requirement("A-36")
    public void organisationCodes() {
        all(OrganizationCode::check, null, "EXAMPLE1-1", "TESTDEM0-9", "MA00TEST-9", "12345678-8", "D2143569-X",
            "8S0TEST7-1", "8S0TEST71");
        all(OrganizationCode::check, Fault.CHECK_CHARACTER, "EXAMPLE1-2", "D2143569-0");
        all(OrganizationCode::check, Fault.LENGTH, "1234567-8");
        all(OrganizationCode::check, Fault.ALPHABET, "12345678-Y", "12345678–8");
    }

    @Test
    @Requirement("A-36")
    public void registrationNumbers() {
        all(RegistrationNumber::check, null, "110000999999015", "440306999999029", "620100999999030", "310000999999043",
            "500000999999050");
        all(RegistrationNumber::check, Fault.CHECK_CHARACTER, "110000999999016", "620100999999003");
        all(RegistrationNumber::check, Fault.LENGTH, "44030699999902", "4403069999990290");
        all(RegistrationNumber::check, Fault.ALPHABET, "11000099999901X");
    }

    @Test
    @Requirement({"T-51", "T-52"})
    public void filingNumbers() {
        all(FilingNumber::check, null, "京ICP备16001011号", "京ICP备16001011号-3", "京ICP证030173号-1", "粤B2-20090059-1626X",
            "辽ICP备2023009191号-2A", "陇ICP备2024000001号-1");
        all(FilingNumber::check, Fault.FORM, "京ICP备1600101号", "川ICP备16001011号-1", "京ICP备16001011号-0",
            "京ICP备16001011号-1B", "京ICP备16001011-1", "ICP备16001011号");
        assertEquals(new FilingNumber("辽ICP备2023009191号", 2, "A"), FilingNumber.parse("辽ICP备2023009191号-2A").orElseThrow());
        assertEquals("京ICP备16001011号-1", FilingNumber.parseLenient(" 京 icp備16001011-1").orElseThrow().text());
        assertEquals("京ICP备16001011号", FilingNumber.parseLenient("京ＩＣＰ备16001011").orElseThrow().text());
        assertEquals(Optional.empty(), FilingNumber.parseLenient("ICP备16001011号"));
    }

    @Test
    @Requirement("T-93")
    public void policeNumbers() {
        all(PoliceNumber::check, null, "粤公网安备44030502000001号", "川公网安备 51010702001250号", "贵公网安备52052302000396号",
            "甘公网安备62090202000584号", "滇公网安备53062802000020号");
        all(PoliceNumber::check, Fault.AREA, "蜀公网安备51010702001250号", "粤公网安备51030502000001号");
        all(PoliceNumber::check, Fault.LENGTH, "粤公网安备4403050200001号", "甘公网安备235487154313号");
        all(PoliceNumber::check, Fault.FORM, "粤公安备44030502000001号");
    }

    @Test
    @Requirement({"A-69", "A-75", "A-76"})
    public void appIdentities() {
        all(AppIdentity::checkAndroidPackage, null, "com.example", "com.example.app_1", "cn.test.Demo", "org.a1.b2");
        all(AppIdentity::checkAndroidPackage, Fault.FORM, "com.example-demo", "example", "com..example", "com.1example",
            "com.exam ple", "com.示例");
        all(AppIdentity::checkAppleBundle, null, "com.example-demo", "com.example");
        all(AppIdentity::checkAppleBundle, Fault.FORM, "example", "com..example", "com.示例");
        String md5 = "8EC672E57DBCFD175B3754987EBB0428";
        String sha1 = "CF4B9DDAA9B85B9B8B2A7CB1A767D3BD3C0E13BE";
        all(AppIdentity::checkMd5, null, md5, md5.toLowerCase(Locale.ROOT), md5.replaceAll("(..)(?!$)", "$1:"),
            "D41D8CD98F00B204E9800998ECF8427E");
        all(AppIdentity::checkMd5, Fault.LENGTH, md5.substring(1), md5 + "0");
        all(AppIdentity::checkMd5, Fault.ALPHABET, "G" + md5.substring(1));
        all(AppIdentity::checkSha1, null, sha1, "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709");
        all(AppIdentity::checkSha1, Fault.LENGTH, sha1.substring(1), "0".repeat(64));
        assertEquals(md5, AppIdentity.fingerprint(md5.replaceAll("(..)(?!$)", "$1:").toLowerCase(Locale.ROOT)));
    }

    @Test
    @Requirement({"A-70", "A-75", "A-76"})
    public void fingerprintsAndModulusAreThoseOfTheCertificate() throws GeneralSecurityException {
        byte[] der = Base64.getDecoder().decode(CERTIFICATE);
        assertEquals("8EC672E57DBCFD175B3754987EBB0428", hash("MD5", der));
        assertEquals("CF4B9DDAA9B85B9B8B2A7CB1A767D3BD3C0E13BE", hash("SHA-1", der));
        BigInteger modulus = ((RSAPublicKey) CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(der)).getPublicKey()).getModulus();
        String hex = modulus.toString(16).toUpperCase(Locale.ROOT);
        assertEquals(256, hex.length());
        all(AppIdentity::checkPublicKey, null, hex, hex.toLowerCase(Locale.ROOT), hex.replaceAll("(..)(?!$)", "$1:"),
            modulus.toString());
        assertEquals(309, modulus.toString().length());
        all(AppIdentity::checkPublicKey, Fault.FORM, "65537", "MIICPTCCAaag", hex + "G");
    }

    private static String hash(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    @Test
    @Requirement("W-24")
    public void addresses() {
        all(IpAddress::checkPublic, null, "8.8.8.8", "119.29.29.29", "172.32.0.1", "223.5.5.5", "2408:8000::1",
            "2409:8a00::1");
        all(IpAddress::checkPublic, Fault.RESERVED, "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "100.64.0.1", "127.0.0.1", "224.0.0.1", "203.0.113.9", "fc00::1", "fe80::1", "ff02::1", "::1", "::",
            "::ffff:8.8.8.8", "2001:db8::1", "64:ff9b::1",
            "fec0::1", "2002:a00:1::1", "2001::1", "100::1", "3fff::1", "5f00::1", "::8.8.8.8", "192.88.99.1");
        all(IpAddress::checkPublic, Fault.FORM, "1.2.3", "1.2.3.256", "localhost", "01.2.3.4", ":::", "1:2", "",
            "1.2.3.", "1..2.3", ".1.2.3", "1.2.3.4.5", "1.2.3.00", "1.2.3.0256", "1.2.3.4 ", "+1.2.3.4");
        assertEquals("2400:3200::1", IpAddress.canonical(" 2400:3200:0000:0:0::0001 "));
        assertEquals("2400:3200::a", IpAddress.canonical("2400:3200::A"));
        assertEquals("8.8.8.8", IpAddress.canonical("8.8.8.8"));
        assertEquals("1:2", IpAddress.canonical("1:2"));
        assertEquals(134744072L, IpAddress.number("8.8.8.8"));
        assertEquals(1998396701L, IpAddress.number("119.29.29.29"));
        assertEquals(3741648133L, IpAddress.number("223.5.5.5"));
        assertEquals(16777217L, IpAddress.number("1.0.0.1"));
        assertEquals(1778535426L, IpAddress.number("106.2.76.2"));
    }

    @Test
    @Requirement({"W-22", "Q-25"})
    public void domains() {
        registrable("www.example.com", "example.com", "com");
        registrable("a.b.example.com.cn", "example.com.cn", "com.cn");
        registrable("www.shenzhen.gov.cn", "shenzhen.gov.cn", "gov.cn");
        registrable("example.bj.cn", "example.bj.cn", "bj.cn");
        registrable("示例.中国", "xn--fsq092h.xn--fiqs8s", "中国");
        registrable("xn--fsq092h.xn--fiqs8s", "xn--fsq092h.xn--fiqs8s", "中国");
        registrable("测试.政务", "xn--0zwm56d.xn--zfr164b", "政务");
        registrable("b.a.Example.CN", "example.cn", "cn");
        all(DomainName::check, Fault.FORM, "exa_mple.com", "-example.com", "http://example.com", "1.2.3.4", "ex..ample.com",
            "example.com.", "*.example.com", "example.com:80", "ab--cd.com", "a".repeat(64) + ".com", "пример.com");
        all(DomainName::check, Fault.SUFFIX, "com.cn", "example", "公司", "xn--55qx5d", "政务");
    }

    private static void registrable(String entered, String ascii, String suffix) {
        DomainName name = DomainName.parse(entered).orElseThrow();
        assertEquals(ascii, name.registrable().ascii());
        assertEquals(suffix, name.suffix());
    }
}
