package org.openbeian.regulator.gateway.payload;

/** Writes what version X.1.0 adds to the records of V3.0. Stateless. */
final class ExtensionWriter {
    private static final int TEXT = 128;
    private static final int NAME = 255;
    private static final int KEY = 4096;

    private ExtensionWriter() {
    }

    static void subject(CheckedXmlWriter xml, Extension.OfSubject more) {
        if (more == null) {
            return;
        }
        xml.open("Ztkz", Extension.NAMESPACE);
        if (more.legalName() != null) {
            xml.open("Fddbr").text("Xm", more.legalName(), 1, TEXT).optional("Zjlx", more.legalDocumentType(), 1, 999)
                .optional("Zjhm", more.legalDocumentNumber(), 1, TEXT).close();
        }
        person(xml, more.principal());
        xml.close();
    }

    static void service(CheckedXmlWriter xml, Extension.OfService more) {
        if (more == null) {
            return;
        }
        xml.open("Wzkz", Extension.NAMESPACE).number("Fwlx", more.kind(), Extension.WEBSITE, Extension.APP);
        person(xml, more.principal());
        if (more.app() != null) {
            app(xml, more.app());
        }
        xml.close();
    }

    private static void person(CheckedXmlWriter xml, Extension.OfPerson more) {
        if (more == null) {
            return;
        }
        xml.open("Fzrkz").optional("Yjdh", more.emergency(), 1, TEXT)
            .optional("Zjyxqq", more.validFrom() == null ? null : more.validFrom().toString(), 1, TEXT)
            .optional("Zjyxqz", more.validTo() == null ? null : more.validTo().toString(), 1, TEXT)
            .number("Zjcq", more.longTerm() ? 1 : 0, 0, 1).close();
    }

    private static void app(CheckedXmlWriter xml, Extension.AppRecord app) {
        xml.open("Yy").number("Tgsdk", app.offersSdk() ? 1 : 0, 0, 1).number("Sysdk", app.usesSdk() ? 1 : 0, 0, 1);
        xml.count("Pt", app.platforms().size(), UploadWriter.MAX_MANY);
        for (int i = 0; i < app.platforms().size(); i++) {
            Extension.Platform platform = app.platforms().get(i);
            xml.open("Pt", i).text("Ptlx", platform.code(), 1, TEXT);
            platform.domains().forEach(domain -> xml.text("Ym", domain, 1, TEXT));
            xml.count("Bao", platform.packages().size(), UploadWriter.MAX_MANY);
            for (int j = 0; j < platform.packages().size(); j++) {
                Extension.AppPackage one = platform.packages().get(j);
                xml.open("Bao", j).text("Bm", one.name(), 1, NAME).text("Gy", one.publicKey(), 1, KEY)
                    .text("Zwz", one.fingerprint(), 1, TEXT).close();
            }
            xml.close();
        }
        xml.close();
    }
}
