package org.openbeian.publicsecurity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openbeian.api.model.OrganizerNature;
import org.openbeian.api.model.PreApprovalType;

/** Words in names of websites, subjects and persons (T-66, T-67, T-77 to T-81, T-87). */
final class NameRules {

    static final Pattern COMPANY = Pattern.compile("公司|集团|企业|厂|商行|经营部|工作室|事务所|合作社|店$");
    static final Pattern PUBLIC_AFFAIRS = Pattern.compile("人民政府|政府网|监察|公安|检察|法院|纪委|信访");
    static final List<String> NATIONAL = List.of("中国", "中华", "维权", "国家", "全国", "中央");

    private static final Pattern PERSON = Pattern.compile("[\\u3400-\\u9fff\\x{20000}-\\x{2fa1f}]{2,15}([·•][\\u3400-\\u9fff]{1,15}){0,3}");
    private static final Pattern TITLE = Pattern.compile("(先生|女士|小姐|太太|老师|经理|总经理|老板|主任)$|^个人$|^(测试|负责人|法人)$");
    private static final Pattern FOREIGN = Pattern.compile("[A-Za-z][A-Za-z .'-]{1,60}");

    /** A field that needs an approval. */
    record Field(PreApprovalType type, String body, String bodyInEnglish) {
    }

    private static final Map<String, Field> WORDS = Map.ofEntries(
        Map.entry("新闻", new Field(PreApprovalType.NEWS, "省委宣传部", "the provincial publicity department")),
        Map.entry("出版", new Field(PreApprovalType.PUBLISHING, "省出版局", "the provincial press and publication administration")),
        Map.entry("教育", new Field(PreApprovalType.EDUCATION, "省教育厅", "the provincial department of education")),
        Map.entry("卫生", new Field(PreApprovalType.HEALTH, "省卫生厅", "the provincial health commission")),
        Map.entry("医疗", new Field(PreApprovalType.HEALTH, "省卫生厅", "the provincial health commission")),
        Map.entry("药品", new Field(PreApprovalType.DRUG_DEVICE, "省食品药品监管局", "the provincial drug administration")),
        Map.entry("文化", new Field(PreApprovalType.CULTURE, "省文化厅", "the provincial department of culture")),
        Map.entry("广播", new Field(PreApprovalType.RADIO_FILM_TV, "省广电厅", "the provincial radio and television administration")),
        Map.entry("电视", new Field(PreApprovalType.RADIO_FILM_TV, "省广电厅", "the provincial radio and television administration")),
        Map.entry("电影", new Field(PreApprovalType.RADIO_FILM_TV, "省广电厅", "the provincial radio and television administration")));

    private NameRules() {
    }

    /** The word of a name that needs an approval which is not held, with its field. */
    static Optional<Map.Entry<String, Field>> unapproved(String name, List<PreApprovalType> held) {
        return WORDS.entrySet().stream().filter(word -> name.contains(word.getKey()) && !held.contains(word.getValue().type()))
            .min(Map.Entry.comparingByKey());
    }

    /** Whether a name of a person is a real full one: no title, digit or letter; names of foreigners in letters are accepted for them. */
    static boolean isPerson(String name, boolean foreigner) {
        String plain = name.strip();
        return PERSON.matcher(plain).matches() && !TITLE.matcher(plain).find() || foreigner && FOREIGN.matcher(plain).matches();
    }

    /** Whether bodies of government bear this nature. */
    static boolean isGovernment(OrganizerNature nature) {
        return nature == OrganizerNature.GOVERNMENT || nature == OrganizerNature.PUBLIC_INSTITUTION || nature == OrganizerNature.DEFENCE;
    }
}
