package org.openbeian.contract.kit;

import java.util.List;
import org.openbeian.api.rules.Finding;
import org.openbeian.api.rules.NeededMaterial;
import org.openbeian.api.rules.ProvinceProfile;
import org.openbeian.api.rules.RuleBook;
import org.openbeian.core.rules.RuleFile;

/**
 * Orders of invented organizers of one province, to try its rules on. The rule files of the nation and of the province are
 * on the class path. For one thread.
 */
public final class ProvinceOrders {

    private final RuleBook book;
    private final ProvinceProfile profile;

    /**
     * Opens the rules of a province.
     *
     * @param name of the rule file, such as {@code gansu}
     */
    public ProvinceOrders(String name) {
        RuleFile file = Rules.file(name);
        book = Rules.book("national", name);
        profile = book.profile(file.provinceId()).orElseThrow();
    }

    /** The rules of nation and province. */
    public RuleBook book() {
        return book;
    }

    /** What the province says beside its rules. */
    public ProvinceProfile profile() {
        return profile;
    }

    /** An enterprise of the province, filed by its legal representative, who is from there too. */
    public SampleCase enterprise() {
        String province = profile.provinceId().substring(0, 2);
        String address = address();
        String number = SampleNumbers.residentId(province + "0102", "18800101", "001");
        return new SampleCase().with("/organizer/provinceId", profile.provinceId())
            .with("/organizer/cityId", province + "0100").with("/organizer/countyId", province + "0102")
            .with("/organizer/certificateNumber", SampleNumbers.creditCode("91" + province + "0102MA5EXAM81"))
            .with("/organizer/certificateAddress", address).with("/organizer/postalAddress", address)
            .with("/organizer/superiorUnit", "示例集团有限公司")
            .with("/organizer/legalRepresentative/certificateNumber", number)
            .with("/services/0/remark", "网站仅作展示，应急联系电话的使用人为本单位员工")
            .withPrincipal("certificateNumber", number).withPrincipal("certificateAddress", address);
    }

    /** A person of the province with a site of photographs. */
    public SampleCase individual() {
        String number = SampleNumbers.residentId(profile.provinceId().substring(0, 2) + "0102", "18800101", "001");
        return enterprise().with("/organizer/nature", "INDIVIDUAL").with("/organizer/certificateType", "RESIDENT_ID")
            .with("/organizer/certificateNumber", number).with("/organizer/name", "张示例")
            .with("/organizer/legalRepresentative", null).with("/organizer/superiorUnit", null)
            .with("/services/0/name", "风景摄影记录").with("/services/0/contents", List.of(24))
            .with("/services/0/remark", "本站展示本人拍摄的风景摄影作品，应急联系电话为家人使用，本人承诺网站不含企业、单位或经营性内容");
    }

    /** The person in charge, of both organizer and service, comes from another province. */
    public SampleCase fromElsewhere(SampleCase order) {
        String other = profile.provinceId().equals("640000") ? "62" : "64";
        String address = other.equals("62") ? "甘肃省示例市示例路1号" : "宁夏回族自治区示例市示例路1号";
        return order.withPrincipal("certificateNumber", SampleNumbers.residentId(other + "0102", "18800101", "001"))
            .withPrincipal("certificateAddress", address);
    }

    /** Somebody else than the person in charge is the legal representative. */
    public SampleCase ledByStaff(SampleCase order) {
        return order.with("/organizer/legalRepresentative/name", "李示例")
            .with("/organizer/legalRepresentative/certificateNumber", "11010519491231002X");
    }

    /** Rule id and pointer, joined by a blank, of the findings that stop an order. */
    public List<String> blocking(SampleCase order) {
        return book.judge(order.filing()).findings().stream().filter(Finding::isBlocking)
            .map(finding -> finding.ruleId() + " " + finding.pointer()).toList();
    }

    /** Types of the materials that an order needs. */
    public List<String> materials(SampleCase order) {
        return book.materials(order.filing()).stream().filter(NeededMaterial::required).map(NeededMaterial::type).distinct()
            .toList();
    }

    private String address() {
        return profile.name().zh() + "示例市示例区示例路1号101室";
    }
}
