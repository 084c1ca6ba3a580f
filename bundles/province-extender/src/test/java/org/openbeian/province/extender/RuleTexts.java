package org.openbeian.province.extender;

/** Small rule files. */
final class RuleTexts {

    private RuleTexts() {
    }

    static String good(String version, String idCardProvince) {
        return """
            format: 1
            province: "620000"
            name: {zh: 甘肃省, en: Gansu}
            authority: {zh: 甘肃省通信管理局, en: Gansu authority}
            prefix: 陇
            version: %s
            date: 2026-11-21
            coverage: local
            rules:
              - id: id-card-elsewhere
                require: {principal.idCard.province: "%s"}
                text: {zh: 住址不在本省, en: Address lies elsewhere}
                mend: {zh: 请更换负责人, en: Name another principal}
                source: {document: T-07, date: undated}
                examples:
                  - pass: {principal.idCard.province: "%s"}
                  - fail: {principal.idCard.province: "110000"}
            """.formatted(version, idCardProvince, idCardProvince);
    }

    static String broken(String version) {
        return good(version, "620000").replace("require:", "requires:");
    }
}
